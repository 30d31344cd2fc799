#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace nammo {

using Instant = std::chrono::sys_seconds;      // a moment, in UTC, whole seconds
using Date = std::chrono::year_month_day;      // a day of the calendar, always a real one
using LocalTime = std::chrono::local_seconds;  // a reading of the wall clock in the store's zone
using Minutes = std::chrono::minutes;          // a time of day counts from 00:00

// A time zone of the IANA database.
class Zone {
 public:
  // Empty when there is no such zone, or no zone database on this machine.
  [[nodiscard]] static std::optional<Zone> find(const std::string& name);

  [[nodiscard]] LocalTime to_local(Instant instant) const;
  // A wall-clock reading that a change of clock skips counts as the moment of
  // the change; one that occurs twice counts as the first.
  [[nodiscard]] Instant to_instant(LocalTime local) const;

 private:
  explicit Zone(const void* zone) : zone_(zone) {}
  const void* zone_;  // date::time_zone, which lives as long as the program
};

// "2024-05-09", exactly in this shape and a real day, years 1900 to 9999.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
// "2024-05-09T10:00+07:00", seconds optional, offset (or Z) required.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
// "00:00" to "23:59".
[[nodiscard]] std::optional<Minutes> parse_time_of_day(std::string_view text);

// "2024-05-09"
[[nodiscard]] std::string format_date(Date date);
// "2024-05-09T10:00:00+07:00"
[[nodiscard]] std::string format_instant(Instant instant, const Zone& zone);

// The day on which a wall-clock reading falls, and the start of a day.
[[nodiscard]] Date day_of(LocalTime local);
[[nodiscard]] LocalTime start_of(Date date);
[[nodiscard]] Date plus_days(Date date, int days);
[[nodiscard]] std::chrono::weekday weekday_of(Date date);

// The ISO 8601 week in which a day lies. Its year may differ from the day's.
struct IsoWeek {
  int year = 0;
  int week = 0;
  friend auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};
[[nodiscard]] IsoWeek iso_week_of(Date date);
[[nodiscard]] Date day_in_iso_week(IsoWeek week, std::chrono::weekday day);
[[nodiscard]] int weeks_in_iso_year(int year);  // 52 or 53

}  // namespace nammo
