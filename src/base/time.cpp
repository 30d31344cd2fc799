#include "nammo/time.h"

#include <date/tz.h>

#include <fmt/core.h>

#include <new>

#include "base/zone_file.h"
#include "nammo/file_system.h"

namespace nammo {
namespace {

namespace chr = std::chrono;

// The number in exactly these digits; -1 when one of them is none.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "+07:00" or "Z" as minutes east of UTC.
std::optional<Minutes> parse_offset(std::string_view text) {
  if (text == "Z") return Minutes{0};
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const int hours = digits(text.substr(1, 2));
  const int minutes = digits(text.substr(4, 2));
  if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) return std::nullopt;
  const Minutes offset{hours * 60 + minutes};
  return text[0] == '-' ? -offset : offset;
}

const date::time_zone& zone_of(const void* zone) {
  return *static_cast<const date::time_zone*>(zone);
}

// Whether the file of that zone is there and damaged.
bool is_damaged(const std::string& name) {
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  const ReadResult file = read_named_file("/usr/share/zoneinfo/" + name, kMost);
  return file.failure == ReadFailure::none && !is_zone_file(file.text);
}

// A week belongs to the year of its Thursday (ISO 8601).
chr::sys_days thursday_of(Date day) {
  const int from_thursday = static_cast<int>(chr::Thursday.iso_encoding()) -
                            static_cast<int>(weekday_of(day).iso_encoding());
  return chr::sys_days{day} + chr::days{from_thursday};
}

}  // namespace

std::optional<Zone> Zone::find(const std::string& name) {
  if (is_damaged(name)) return std::nullopt;
  try {
    const date::time_zone* zone = date::locate_zone(name);
    static_cast<void>(zone->get_info(Instant{}));  // reads its file, and throws when it cannot
    return Zone{zone};
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {  // date/tz says "no such zone" and "no database" this way
    return std::nullopt;
  }
}

LocalTime Zone::to_local(Instant instant) const {
  const auto info = zone_of(zone_).get_info(instant);
  return LocalTime{instant.time_since_epoch() + info.offset};
}

Instant Zone::to_instant(LocalTime local) const {
  const auto& zone = zone_of(zone_);
  const auto info = zone.get_info(date::local_seconds{local.time_since_epoch()});
  if (info.result == date::local_info::nonexistent) return info.first.end;
  return Instant{local.time_since_epoch() - info.first.offset};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  const int day = digits(text.substr(8, 2));
  if (year < 1900 || month < 0 || day < 0) return std::nullopt;
  const Date date{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                  chr::day{static_cast<unsigned>(day)}};
  return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<Minutes> parse_time_of_day(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const int hours = digits(text.substr(0, 2));
  const int minutes = digits(text.substr(3, 2));
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  return Minutes{hours * 60 + minutes};
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 17 || text[10] != 'T') return std::nullopt;
  const auto day = parse_date(text.substr(0, 10));
  const auto time = parse_time_of_day(text.substr(11, 5));
  if (!day || !time) return std::nullopt;
  std::string_view rest = text.substr(16);
  int seconds = 0;
  if (rest.front() == ':') {
    if (rest.size() < 4) return std::nullopt;
    seconds = digits(rest.substr(1, 2));
    if (seconds < 0 || seconds > 59) return std::nullopt;
    rest.remove_prefix(3);
  }
  const auto offset = parse_offset(rest);
  if (!offset) return std::nullopt;
  return Instant{chr::sys_days{*day}} + *time + chr::seconds{seconds} - *offset;
}

std::string format_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string format_instant(Instant instant, const Zone& zone) {
  const LocalTime local = zone.to_local(instant);
  const auto offset = chr::duration_cast<Minutes>(local.time_since_epoch() - instant.time_since_epoch());
  const auto time = chr::hh_mm_ss{local - start_of(day_of(local))};
  const auto east = offset < Minutes{0} ? -offset : offset;
  return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", format_date(day_of(local)),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     offset < Minutes{0} ? '-' : '+', east.count() / 60, east.count() % 60);
}

Date day_of(LocalTime local) { return Date{chr::floor<chr::days>(local)}; }

LocalTime start_of(Date date) { return LocalTime{chr::local_days{date}}; }

Date plus_days(Date date, int days) { return Date{chr::sys_days{date} + chr::days{days}}; }

std::chrono::weekday weekday_of(Date date) { return chr::weekday{chr::sys_days{date}}; }

IsoWeek iso_week_of(Date date) {
  const auto thursday = thursday_of(date);
  const Date named{thursday};
  const auto since_new_year = thursday - chr::sys_days{named.year() / chr::January / 1};
  return {static_cast<int>(named.year()), static_cast<int>(since_new_year.count() / 7 + 1)};
}

Date day_in_iso_week(IsoWeek week, std::chrono::weekday day) {
  const auto first = thursday_of(chr::year{week.year} / chr::January / 4);
  const int from_thursday = static_cast<int>(day.iso_encoding()) - static_cast<int>(chr::Thursday.iso_encoding());
  return Date{first + chr::days{7 * (week.week - 1) + from_thursday}};
}

int weeks_in_iso_year(int year) {
  return iso_week_of(Date{chr::year{year}, chr::December, chr::day{28}}).week;
}

}  // namespace nammo
