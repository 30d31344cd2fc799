#include "rules/uses.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "nammo/store_files.h"

namespace nammo::rules {
namespace {

using std::size_t;

constexpr int kPeriodsBefore = 4;

std::string path_of(const ReportKey& key) {
  return key.review ? review_path(key.area, key.org, key.period) : report_path(key.area, key.org, key.period);
}

bool has_claims(const Store& store) {
  const auto& all = store.indicators.items;
  return std::any_of(all.begin(), all.end(), [](const Indicator& i) { return i.areas == AreaRule::reconcile; });
}

// A report is judged by those of the four periods before; a review by its report.
bool needs(const ReportKey& judged, const ReportKey& other) {
  if (judged.org != other.org) return false;
  if (judged.period == other.period) return true;
  const auto apart = distance(other.period, judged.period);
  return !judged.review && !other.review && apart && *apart >= 1 && *apart <= kPeriodsBefore;
}

void add_earlier(const AreaFiles& area, std::vector<Use>& uses) {
  for (size_t i = 0; i < uses.size(); ++i) {
    if (uses[i] != Use::judged) continue;
    for (size_t j = i; j-- > 0 && area.reports[j].org == area.reports[i].org && j + 64 > i;) {
      if (uses[j] == Use::none && needs(area.reports[i], area.reports[j])) uses[j] = Use::context;
    }
    if (i + 1 < uses.size() && uses[i + 1] == Use::none && needs(area.reports[i], area.reports[i + 1])) {
      uses[i + 1] = Use::context;
    }
  }
}

bool is_below(const AreaId& area, const AreaId& above) {
  return area.str().size() > above.str().size() && area.str().starts_with(above.str()) &&
         area.str()[above.str().size()] == '/';
}

// What a higher level claims is compared with what the areas below it gave.
void add_below(const StoreFiles& files, std::vector<std::vector<Use>>& uses) {
  for (size_t a = 0; a < files.areas.size(); ++a) {
    std::set<std::pair<OrgId, Period>> judged;
    for (size_t i = 0; i < uses[a].size(); ++i) {
      const ReportKey& key = files.areas[a].reports[i];
      if (uses[a][i] == Use::judged) judged.emplace(key.org, key.period);
    }
    if (judged.empty()) continue;
    for (size_t b = 0; b < files.areas.size(); ++b) {
      if (!is_below(files.areas[b].area, files.areas[a].area)) continue;
      for (size_t i = 0; i < uses[b].size(); ++i) {
        const ReportKey& key = files.areas[b].reports[i];
        if (uses[b][i] == Use::none && judged.contains({key.org, key.period})) uses[b][i] = Use::context;
      }
    }
  }
}

}  // namespace

std::vector<std::vector<Use>> decide_uses(const StoreFiles& files, const Selection& selection, const Store& store) {
  std::vector<std::vector<Use>> uses;
  for (const AreaFiles& area : files.areas) {
    auto& own = uses.emplace_back(area.reports.size(), Use::judged);
    if (selection.everything()) continue;
    // Whether an area had an officer on each due is asked of all its reports.
    const bool whole = selection.holds(area_path(area.area));
    for (size_t i = 0; i < own.size(); ++i) {
      if (!whole && !selection.holds(path_of(area.reports[i]))) own[i] = Use::none;
    }
  }
  if (selection.everything()) return uses;
  for (size_t a = 0; a < uses.size(); ++a) add_earlier(files.areas[a], uses[a]);
  if (has_claims(store)) add_below(files, uses);
  return uses;
}

}  // namespace nammo::rules
