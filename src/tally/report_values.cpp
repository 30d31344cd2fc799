#include "tally/report_values.h"

#include "tally/exact.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace nammo {
namespace {

constexpr Decimal kZero{0, 0};

std::int64_t share_of(const Activity& activity, DerivedFrom::Sum sum) {
  switch (sum) {
    case DerivedFrom::Sum::entries: return 1;
    case DerivedFrom::Sum::count: return activity.count.value_or(1);
    case DerivedFrom::Sum::people: return activity.people.value_or(0);
  }
  return 0;
}

Decimal reckon(const DerivedFrom& from, const Report& report) {
  std::int64_t sum = 0;
  for (const Activity& activity : report.activities) {
    if (activity.kind == from.activity) sum += share_of(activity, from.sum);
  }
  return {sum, 0};
}

void read_codes(const Figure& given, const CodeList& list, ReportValues& values) {
  ExactSum all;
  ExactSum open;
  bool any = false;
  bool any_open = false;
  for (const auto& [id, value] : given.codes) {
    const Code* code = list.find(id);
    if (code == nullptr) continue;
    values.codes[static_cast<std::size_t>(code - list.codes.data())] = value;
    all.add(value);
    any = true;
    if (code->confidential) continue;
    open.add(value);
    any_open = true;
  }
  if (any) values.all = all.value();
  if (any_open) values.open = open.value();
}

void set_total(const std::optional<Decimal>& value, ReportValues& values) {
  values.all = value;
  values.open = value;
}

}  // namespace

const CodeList* list_of(const Indicator& indicator, const CodeLists& lists) {
  const auto found = lists.find(indicator.by);
  return indicator.by.empty() || found == lists.end() ? nullptr : &found->second;
}

bool speaks_unasked(const Indicator& indicator, const Report& report) {
  return indicator.from || (report.nil && indicator.zero_when_nil);
}

void read_values(const Report& report, const Figure* given, const Indicator& indicator, const CodeList* list,
                 ReportValues& values) {
  values.all.reset();
  values.open.reset();
  values.codes.assign(list == nullptr ? 0 : list->codes.size(), std::nullopt);
  values.estimate = !indicator.from && given != nullptr && given->estimate;
  if (indicator.from) {
    set_total(reckon(*indicator.from, report), values);
  } else if (given == nullptr) {
    if (!report.nil || !indicator.zero_when_nil) return;
    set_total(kZero, values);
    std::fill(values.codes.begin(), values.codes.end(), kZero);
  } else if (list != nullptr) {
    read_codes(*given, *list, values);
  } else if (indicator.by.empty()) {
    set_total(given->value, values);
  }
}

}  // namespace nammo
