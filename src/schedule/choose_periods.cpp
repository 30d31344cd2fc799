#include "nammo/period_range.h"

#include "base/catalogue/schedule.h"
#include "nammo/schedule.h"

namespace nammo {

std::optional<std::vector<Period>> choose_periods(std::string_view typed, const AreaId& area, const OrgId& org,
                                                  const Store& store, Instant now, Text& problem) {
  const auto choose = [&](std::string_view one) { return choose_period(one, area, org, store, now, problem); };
  constexpr std::string_view kTo = "..";
  const auto to = typed.find(kTo);
  if (to == std::string_view::npos) {
    const auto chosen = choose(typed);
    return chosen ? std::optional{std::vector{chosen->period}} : std::nullopt;
  }
  const auto first_typed = typed.substr(0, to);
  const auto last_typed = typed.substr(to + kTo.size());
  if (first_typed.empty() || last_typed.empty()) {
    problem = say(msg::range_half, printable(typed));
    return std::nullopt;
  }
  const auto first = choose(first_typed);
  const auto last = first ? choose(last_typed) : std::nullopt;
  if (!last) return std::nullopt;
  const auto steps = distance(first->period, last->period);
  if (!steps || *steps < 0) {
    problem = say(steps ? msg::range_backwards_in_time : msg::range_of_kinds, to_string(first->period), to_string(last->period));
    return std::nullopt;
  }
  std::vector<Period> periods;
  for (int i = 0; i <= *steps; ++i) periods.push_back(advance(first->period, i));
  return periods;
}

}  // namespace nammo
