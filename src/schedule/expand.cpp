#include <algorithm>
#include <tuple>

#include "nammo/schedule.h"
#include "schedule/days.h"

namespace nammo {
namespace {

// What all areas of one step share in a period.
struct DatedStep {
  const Step* step = nullptr;
  ObligationKind kind = ObligationKind::report;
  Due due;
  std::optional<Instant> target;
};

std::vector<DatedStep> date_steps(const ReportType& type, const Period& period, const Store& store) {
  std::vector<DatedStep> dated;
  const auto date = [&](const std::vector<Step>& steps, ObligationKind kind) {
    for (const Step& step : steps) {
      const auto due = due_of(type, step, period, store);
      if (due && in_force(type, due->nominal_day)) {
        dated.push_back({&step, kind, *due, target_of(type, step, period, store)});
      }
    }
  };
  date(type.steps, ObligationKind::report);
  date(type.posts, ObligationKind::post);
  return dated;
}

bool owes(const ReportType& type, const DatedStep& dated, const Area& area) {
  return area.level == dated.step->level && area.valid_on(dated.due.nominal_day) &&
         in_scope(type, area, dated.due.nominal_day);
}

struct Owed {
  const DatedStep* dated = nullptr;
  const Area* area = nullptr;
};

bool earlier(const Owed& a, const Owed& b) {
  const auto key = [](const Owed& o) {
    return std::tie(o.dated->due.effective, o.dated->step->org, o.area->id, o.dated->kind);
  };
  return key(a) < key(b);
}

std::vector<const Area*> areas_below(const AreaId& root, const AreaTree& areas) {
  if (!root.empty()) return areas.subtree(root);
  std::vector<const Area*> all;
  for (const Area& area : areas.all()) all.push_back(&area);
  return all;
}

}  // namespace

std::vector<Obligation> expand(const ReportType& type, const Period& period, const AreaId& root, const Store& store) {
  const auto window = window_of(type, period, store);
  if (!window) return {};
  const auto dated = date_steps(type, period, store);
  const auto areas = areas_below(root, store.areas);
  std::vector<Owed> owed;
  for (const DatedStep& step : dated) {
    for (const Area* area : areas) {
      if (owes(type, step, *area)) owed.push_back({&step, area});
    }
  }
  if (!std::is_sorted(owed.begin(), owed.end(), earlier)) std::stable_sort(owed.begin(), owed.end(), earlier);
  std::vector<Obligation> obligations;
  obligations.reserve(owed.size());
  for (const auto& [step, area] : owed) {
    obligations.push_back({type.id, step->step->org, area->id, period, step->kind, *window, step->due.nominal,
                           step->due.effective, step->target, step->step->to, step->step});
  }
  return obligations;
}

namespace {

bool owes_report(const OrgId& org, const ReportType& type, const std::vector<DatedStep>& dated, const Area& area) {
  return std::any_of(dated.begin(), dated.end(), [&](const DatedStep& step) {
    return step.kind == ObligationKind::report && step.step->org == org && owes(type, step, area);
  });
}

OrgId first_that_owes(const ReportType& type, const Period& period, const Area& area, const Store& store) {
  const auto dated = date_steps(type, period, store);
  for (const Organisation& organisation : store.settings.organisations) {
    if (owes_report(organisation.id, type, dated, area)) return organisation.id;
  }
  return {};
}

}  // namespace

OrgId first_organisation(const ReportType& type, const Period& period, const AreaId& area, const Store& store) {
  const Area* asked = store.areas.find(area);
  if (asked == nullptr || !is_period_of(type, period)) return {};
  OrgId org = first_that_owes(type, period, *asked, store);
  const ReportType* base = store.regime.find(type.figures_from);
  const auto window = window_of(type, period, store);
  if (!org.empty() || base == nullptr || !window) return org;
  for (const Period& part : periods_within(*base, *window, store)) {
    org = first_that_owes(*base, part, *asked, store);
    if (!org.empty()) break;
  }
  return org;
}

}  // namespace nammo
