#include "nammo/assignments.h"

#include <algorithm>
#include <string>
#include <utility>

#include "model/enum_names.h"

namespace nammo {
namespace {

// Adds the days from `from` to `to` as far as the area is valid on them.
void add(std::vector<Vacancy>& list, const Area& area, Date from, std::optional<Date> to) {
  if (area.until && (!to || *area.until < *to)) to = area.until;
  if (!to || from <= *to) list.push_back({from, to});
}

}  // namespace

bool overlap(const Assignment& a, const Assignment& b) {
  return (!a.until || b.since <= *a.until) && (!b.until || a.since <= *b.until);
}

bool holds_on(const Assignment& assignment, Date day) {
  return assignment.since <= day && (!assignment.until || day <= *assignment.until);
}

std::vector<Vacancy> vacancies(const Area& area, const OrgId& org) {
  std::vector<const Assignment*> order;
  for (const Assignment& one : area.officers) {
    if (one.org == org) order.push_back(&one);
  }
  std::vector<Vacancy> list;
  if (order.empty()) return list;
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->since < b->since; });
  Date next = order.front()->since;  // the first day that nobody is known to be there
  for (const Assignment* one : order) {
    if (one->since > next) add(list, area, next, plus_days(one->since, -1));
    if (!one->until) return list;
    next = std::max(next, plus_days(*one->until, 1));
  }
  add(list, area, next, std::nullopt);
  return list;
}

EditValue assignment_value(const Assignment& assignment) {
  std::vector<EditPair> pairs{{"officer", text_value(assignment.officer.str())},
                              {"org", text_value(assignment.org.str())},
                              {"role", plain_value(std::string(code_of(assignment.role)))},
                              {"since", plain_value(format_date(assignment.since))}};
  if (assignment.until) pairs.push_back({"until", plain_value(format_date(*assignment.until))});
  return mapping_value(std::move(pairs));
}

}  // namespace nammo
