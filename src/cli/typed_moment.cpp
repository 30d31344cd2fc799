#include "cli/typed_moment.h"

namespace nammo::cli {
namespace {

constexpr std::size_t kDay = std::string_view("2024-05-09").size();

}  // namespace

std::optional<Instant> parse_typed_moment(std::string_view typed, const Zone& zone, Instant now) {
  if (const auto instant = parse_instant(typed)) return instant;
  std::optional<Date> day = day_of(zone.to_local(now));
  if (typed.size() > kDay && (typed[kDay] == ' ' || typed[kDay] == 'T')) {
    day = parse_date(typed.substr(0, kDay));
    typed.remove_prefix(kDay + 1);
  }
  const auto time = parse_time_of_day(typed);
  if (!day || !time) return std::nullopt;
  return zone.to_instant(start_of(*day) + *time);
}

}  // namespace nammo::cli
