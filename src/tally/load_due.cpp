#include <algorithm>
#include <iterator>
#include <utility>

#include "nammo/deliveries.h"
#include "tally/adhoc_keys.h"
#include "tally/load_deliveries.h"
#include "tally/post_standing.h"

namespace nammo {
namespace {

std::vector<Delivery> load_regular(const FileReader& files, const Store& store, const DueQuestion& question,
                                   Instant now, Diagnostics& diagnostics) {
  std::vector<Obligation> reports = expand_due(question, store);
  const auto posts = std::stable_partition(reports.begin(), reports.end(),
                                           [](const Obligation& o) { return o.kind == ObligationKind::report; });
  std::vector<Delivery> made;
  for (auto post = posts; post != reports.end(); ++post) made.push_back(load_post(files, std::move(*post), now, diagnostics));
  reports.erase(posts, reports.end());
  auto deliveries = load_deliveries(files, store, std::move(reports), now, diagnostics);
  std::move(made.begin(), made.end(), std::back_inserter(deliveries));
  return deliveries;
}

void load_adhoc_due(const FileReader& files, const Store& store, const DueQuestion& question, const ReportType& type,
                    Instant now, std::vector<Delivery>& deliveries, Diagnostics& diagnostics) {
  const DayRange happened{plus_days(question.days.from, -kAdhocReach), question.days.to};
  for (const ReportKey& key : find_adhoc(files, store, type, {question.root, question.org, happened}, diagnostics)) {
    Diagnostics found;
    auto delivery = load_adhoc_report(files, store, type, key, now, found);
    if (!delivery) continue;
    const bool due = is_asked_for(question, delivery->obligation, store);
    // Nobody knows until when a file that cannot be read is due: it is named at least.
    if (due || delivery->filing.unreadable) diagnostics.append(std::move(found));
    if (due) deliveries.push_back(std::move(*delivery));
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
