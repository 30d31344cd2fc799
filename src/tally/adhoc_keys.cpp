#include "tally/adhoc_keys.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "model/open_document.h"
#include "tally/load_deliveries.h"

namespace nammo {
namespace {

constexpr std::size_t kBeforeDay = std::string_view("2024-05").size();

std::set<Period> periods_in(const FileReader& files, const std::string& folder, const DayRange& happened,
                            Diagnostics& diagnostics) {
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

std::set<OrgId> organisations_of(const ReportType& type, const OrgId& asked) {
  std::set<OrgId> organisations;
  for (const Step& step : type.steps) {
    if (asked.empty() || step.org == asked) organisations.insert(step.org);
  }
  return organisations;
}

}  // namespace

std::vector<ReportKey> find_adhoc(const FileReader& files, const Store& store, const ReportType& type,
                                  const AdhocQuestion& question, Diagnostics& diagnostics) {
  std::vector<ReportKey> keys;
  for (const OrgId& org : organisations_of(type, question.org)) {
    for (const Area& area : store.areas.all()) {
      const bool asked = question.root.empty() || is_within(area.id, question.root);
      if (!asked || !reports_adhoc(type, area.level, org)) continue;
      const std::string folder = "areas/" + area.id.str() + "/reports/" + org.str();
      for (const Period& period : periods_in(files, folder, question.happened, diagnostics)) {
        keys.push_back({area.id, org, period, false});
      }
    }
  }
  return keys;
}

}  // namespace nammo
