#pragma once

#include <optional>
#include <vector>

#include "nammo/area.h"
#include "nammo/edit.h"

namespace nammo {

// True when two assignments share a day, whoever and whatever they are for.
[[nodiscard]] bool overlap(const Assignment& a, const Assignment& b);

// True when it is in force on that day.
[[nodiscard]] bool holds_on(const Assignment& assignment, Date day);

// Days on which an organisation has neither a lead nor a deputy in an area, the first
// and the last included; without a last one they do not end.
struct Vacancy {
  Date from{};
  std::optional<Date> to;
  friend bool operator==(const Vacancy&, const Vacancy&) = default;
};
// Those from the organisation's first assignment on, for as long as the area is valid,
// in order of time. None where nobody was ever assigned.
[[nodiscard]] std::vector<Vacancy> vacancies(const Area& area, const OrgId& org);

// {officer: …, org: …, role: …, since: …, until: …}, as area.yaml has it.
[[nodiscard]] EditValue assignment_value(const Assignment& assignment);

}  // namespace nammo
