#include <algorithm>
#include <utility>

#include "nammo/schedule.h"
#include "schedule/days.h"

namespace nammo {
namespace {

bool feeds(const Step& below, const Step& step, const Settings& settings) {
  const auto& gathered = step.gathers;
  if (std::find(gathered.begin(), gathered.end(), below.org) != gathered.end()) return true;
  const auto lower = settings.rank(below.level);
  const auto upper = settings.rank(step.level);
  return below.org == step.org && lower && upper && *lower > *upper;
}

// Where in its period a rule falls; only rules of one kind can be compared.
using Position = std::pair<std::size_t, std::chrono::minutes>;
std::optional<Position> position_of(const std::optional<DueRule>& rule) {
  if (!rule) return std::nullopt;
  std::chrono::days day{};
  if (const auto* weekly = std::get_if<WeekdayDue>(&*rule)) {
    day = std::chrono::days{weekly->day.iso_encoding()};
  } else if (const auto* monthly = std::get_if<MonthDayDue>(&*rule)) {
    day = std::chrono::days{monthly->day};
  } else {
    day = std::chrono::sys_days{std::get<DateDue>(*rule).date}.time_since_epoch();
  }
  return Position{rule->index(), day + time_of(*rule)};
}

}  // namespace

std::vector<CascadeBreak> cascade_breaks(const ReportType& type, const Settings& settings) {
  std::vector<CascadeBreak> breaks;
  for (auto step = type.steps.begin(); step != type.steps.end(); ++step) {
    const auto due = position_of(step->due);
    for (auto below = type.steps.begin(); due && below != step; ++below) {
      const auto earlier = position_of(below->due);
      if (!earlier || earlier->first != due->first || !feeds(*below, *step, settings)) continue;
      if (earlier->second >= due->second) breaks.push_back({&*below, &*step});
    }
  }
  return breaks;
}

}  // namespace nammo
