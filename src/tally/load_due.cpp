#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "model/open_document.h"
#include "nammo/deliveries.h"
#include "tally/load_deliveries.h"

namespace nammo {
namespace {

constexpr std::size_t kBeforeDay = std::string_view("2024-05").size();

// Posts have no file: only reports are looked for.
std::vector<Delivery> load_regular(const FileReader& files, const Store& store, const DueQuestion& question,
                                   Instant now, Diagnostics& diagnostics) {
  std::vector<Obligation> reports = expand_due(question, store);
  const auto posts = std::stable_partition(reports.begin(), reports.end(),
                                           [](const Obligation& o) { return o.kind == ObligationKind::report; });
  std::vector<Delivery> without_file;
  for (auto post = posts; post != reports.end(); ++post) without_file.push_back({std::move(*post), {}, {}});
  reports.erase(posts, reports.end());
  auto deliveries = load_deliveries(files, store, std::move(reports), now, diagnostics);
  std::move(without_file.begin(), without_file.end(), std::back_inserter(deliveries));
  return deliveries;
}

// The ad hoc periods of which something lies in that folder, and which may be due
// within the days: by their names alone, before any of them is read.
std::set<Period> adhoc_periods_in(const FileReader& files, const std::string& folder, const DayRange& days,
                                  Diagnostics& diagnostics) {
  const DayRange happened{plus_days(days.from, -kAdhocReach), days.to};
  std::set<Period> periods;
  for (const FolderEntry& entry : model::list_folder(files, folder, diagnostics)) {
    // "2024-05-…", not "2024-05.yaml" or "2024-W19.yaml": most of a folder is passed over here.
    if (entry.name.size() <= kBeforeDay || entry.name[kBeforeDay] != '-') continue;
    auto key = parse_report_path(folder + "/" + entry.name);
    if (!key || key->period.kind != PeriodKind::adhoc || !happened.holds(key->period.day)) continue;
    periods.insert(std::move(key->period));
  }
  return periods;
}

std::set<OrgId> organisations_of(const ReportType& type, const DueQuestion& question) {
  std::set<OrgId> organisations;
  for (const Step& step : type.steps) {
    if (question.org.empty() || step.org == question.org) organisations.insert(step.org);
  }
  return organisations;
}

void load_adhoc_due(const FileReader& files, const Store& store, const DueQuestion& question, const ReportType& type,
                    Instant now, std::vector<Delivery>& deliveries, Diagnostics& diagnostics) {
  for (const OrgId& org : organisations_of(type, question)) {
    for (const Area& area : store.areas.all()) {
      const bool asked = question.root.empty() || is_within(area.id, question.root);
      if (!asked || !reports_adhoc(type, area.level, org)) continue;
      const std::string folder = "areas/" + area.id.str() + "/reports/" + org.str();
      for (const Period& period : adhoc_periods_in(files, folder, question.days, diagnostics)) {
        Diagnostics found;
        auto delivery = load_adhoc_report(files, store, type, {area.id, org, period, false}, now, found);
        if (!delivery) continue;
        const bool due = is_asked_for(question, delivery->obligation, store);
        // Nobody knows until when a file that cannot be read is due: it is named at least.
        if (due || delivery->filing.unreadable) diagnostics.append(std::move(found));
        if (due) deliveries.push_back(std::move(*delivery));
      }
    }
  }
}

}  // namespace

std::vector<Delivery> load_due(const FileReader& files, const Store& store, const DueQuestion& question, Instant now,
                               Diagnostics& diagnostics) {
  auto deliveries = load_regular(files, store, question, now, diagnostics);
  for (const ReportType& type : store.regime.types) {
    const bool asked = question.report.empty() || question.report == type.id;
    if (asked && type.period == PeriodKind::adhoc) {
      load_adhoc_due(files, store, question, type, now, deliveries, diagnostics);
    }
  }
  std::erase_if(deliveries, [&](const Delivery& delivery) {
    const bool post = delivery.obligation.kind == ObligationKind::post;
    return question.state && (post || delivery.standing.state != *question.state);
  });
  std::stable_sort(deliveries.begin(), deliveries.end(),
                   [](const Delivery& a, const Delivery& b) { return due_before(a.obligation, b.obligation); });
  return deliveries;
}

}  // namespace nammo
