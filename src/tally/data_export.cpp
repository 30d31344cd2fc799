#include "nammo/data_export.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "tally/adhoc_keys.h"
#include "tally/load_deliveries.h"

namespace nammo {
namespace {

// The day of a due, by which a regime is in force, and the end of its window are less
// than this apart.
constexpr int kMarginDays = 400;

// Before this day no area of the store owes anything.
std::optional<Date> first_day_owed(const Store& store) {
  std::optional<Date> first_area;
  for (const Area& area : store.areas.all()) first_area = first_area ? std::min(*first_area, area.since) : area.since;
  std::optional<Date> first;
  for (const ReportType& type : store.regime.types) {
    const auto since = type.since ? std::max(type.since, first_area) : first_area;
    if (since) first = first ? std::min(*first, *since) : *since;
  }
  return first;
}

auto order_of(const Obligation& obligation) { return std::tie(obligation.org, obligation.area); }

// One for each organisation and area, the first that is due where a regime has two.
std::vector<Obligation> reports_of(const DataPart& part, const DataQuestion& question, const Store& store) {
  auto obligations = expand(*part.type, part.period, question.root, store);
  std::erase_if(obligations, [&](const Obligation& o) {
    return o.kind == ObligationKind::post || !(question.org.empty() || o.org == question.org);
  });
  std::stable_sort(obligations.begin(), obligations.end(),
                   [](const Obligation& a, const Obligation& b) { return order_of(a) < order_of(b); });
  const auto same = [](const Obligation& a, const Obligation& b) { return order_of(a) == order_of(b); };
  obligations.erase(std::unique(obligations.begin(), obligations.end(), same), obligations.end());
  return obligations;
}

void plan_regular(const ReportType& type, const DayRange& days, const DataQuestion& question, const Store& store,
                  DataPlan& plan) {
  for (const Period& period : periods_ending(type, days, store)) {
    DataPart part{&type, period, {}};
    const auto reports = reports_of(part, question, store);
    if (reports.empty()) continue;
    plan[static_cast<int>(days_of(reports.front().window, store).to.year())].push_back(std::move(part));
  }
}

void plan_adhoc(const ReportType& type, std::vector<ReportKey> keys, DataPlan& plan) {
  std::map<Period, std::vector<ReportKey>> by_period;
  for (ReportKey& key : keys) by_period[key.period].push_back(std::move(key));
  for (auto& [period, of_period] : by_period) {
    plan[static_cast<int>(period.day.year())].push_back({&type, period, std::move(of_period)});
  }
}

std::vector<Delivery> load_adhoc_part(const FileReader& files, const Store& store, const DataPart& part, Instant now,
                                      Diagnostics& diagnostics) {
  std::vector<Delivery> deliveries;
  for (const ReportKey& key : part.adhoc) {
    Diagnostics found;
    auto delivery = load_adhoc_report(files, store, *part.type, key, now, found);
    if (!delivery) continue;  // not there yet, or nobody expects it
    diagnostics.append(std::move(found));
    deliveries.push_back(std::move(*delivery));
  }
  return deliveries;
}

// Of one organisation; moved from `deliveries`.
void add_reports(const Store& store, std::span<Delivery> deliveries, const ReportType& type,
                 std::vector<DataReport>& reports) {
  std::vector<std::vector<OwnFigure>> figures(deliveries.size());
  if (type.figures_from.empty()) {
    const Tally tally(store, deliveries);
    for (std::size_t i = 0; i < deliveries.size(); ++i) {
      figures[i] = tally.own_figures(deliveries[i].obligation.area, deliveries[i].obligation.period);
    }
  }
  for (std::size_t i = 0; i < deliveries.size(); ++i) reports.push_back({std::move(deliveries[i]), std::move(figures[i])});
}

}  // namespace

DayRange days_asked_for(const DataQuestion& question, const Store& store) {
  const auto owed = first_day_owed(store);
  const Date first = owed ? plus_days(*owed, -kMarginDays) : question.to;
  return {question.from ? std::max(*question.from, first) : first, question.to};
}

DataPlan plan_data(const FileReader& files, const Store& store, const DataQuestion& question,
                   Diagnostics& diagnostics) {
  const DayRange days = days_asked_for(question, store);
  std::vector<const ReportType*> types;
  for (const ReportType& type : store.regime.types) types.push_back(&type);
  std::sort(types.begin(), types.end(), [](const ReportType* a, const ReportType* b) { return a->id < b->id; });
  DataPlan plan;
  for (const ReportType* type : types) {
    if (type->period == PeriodKind::adhoc) {
      plan_adhoc(*type, find_adhoc(files, store, *type, {question.root, question.org, days}, diagnostics), plan);
    } else {
      plan_regular(*type, days, question, store, plan);
    }
  }
  return plan;
}

std::set<int> calendars_to_confirm(const DataPlan& plan) {
  std::set<int> years;
  for (const auto& [year, parts] : plan) {
    for (const DataPart& part : parts) {
      const auto more = due_years(*part.type, part.period);
      years.insert(more.begin(), more.end());
    }
  }
  return years;
}

std::vector<DataReport> read_data(const FileReader& files, const Store& store, const DataQuestion& question,
                                  const DataPart& part, Instant now, Diagnostics& diagnostics) {
  auto deliveries = part.type->period == PeriodKind::adhoc
                        ? load_adhoc_part(files, store, part, now, diagnostics)
                        : load_deliveries(files, store, reports_of(part, question, store), now, diagnostics);
  std::vector<DataReport> reports;
  reports.reserve(deliveries.size());
  for (auto first = deliveries.begin(); first != deliveries.end();) {
    const OrgId& org = first->obligation.org;
    const auto last = std::find_if(first, deliveries.end(), [&](const Delivery& d) { return d.obligation.org != org; });
    add_reports(store, {first, last}, *part.type, reports);
    first = last;
  }
  return reports;
}

}  // namespace nammo
