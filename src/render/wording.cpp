#include "render/wording.h"

#include <fmt/core.h>

#include <array>

#include "base/catalogue/render.h"
#include "base/unicode.h"

namespace nammo {
namespace {

namespace chr = std::chrono;

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 4> kRoman = {"I", "II", "III", "IV"};

unsigned day_number(Date day) { return static_cast<unsigned>(day.day()); }

std::string month_text(Date day) {
  const auto month = static_cast<unsigned>(day.month());
  return month < 3 ? fmt::format("{:02}", month) : std::to_string(month);
}

std::string_view english_month(Date day) { return kMonths[static_cast<unsigned>(day.month()) - 1]; }

std::string grouped(std::string_view digits, char mark) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += mark;
    text += digits[i];
  }
  return text;
}

}  // namespace

std::string number_text(const Decimal& value, Language language) {
  const bool vi = language == Language::vi;
  std::string digits = to_string(value);
  const std::string sign = digits.starts_with('-') ? "-" : "";
  digits.erase(0, sign.size());
  const auto point = digits.find('.');
  std::string text = sign + grouped(std::string_view(digits).substr(0, point), vi ? '.' : ',');
  if (point != std::string::npos) text += (vi ? ',' : '.') + digits.substr(point + 1);
  return text;
}

std::string number_text(long long value, Language language) { return number_text(Decimal{value, 0}, language); }

Decimal rounded(const Decimal& value) {
  Decimal one = value;
  for (; one.scale > 2; --one.scale) one.digits /= 10;
  if (one.scale == 2) {
    one.digits = (one.digits + (one.digits < 0 ? -5 : 5)) / 10;
    one.scale = 1;
  }
  if (one.scale == 1 && one.digits % 10 == 0) one = {one.digits / 10, 0};
  return one;
}

std::string short_day_text(Date day, Language language) {
  if (language == Language::en) return fmt::format("{} {}", day_number(day), english_month(day));
  return fmt::format("{:02}/{}", day_number(day), month_text(day));
}

std::string day_text(Date day, Language language) {
  return fmt::format("{}{}{}", short_day_text(day, language), language == Language::vi ? '/' : ' ',
                     static_cast<int>(day.year()));
}

std::string long_day_text(Date day, Language language) {
  if (language == Language::en) return day_text(day, language);
  return say_in(language, msg::day_long, fmt::format("{:02}", day_number(day)), month_text(day),
                static_cast<int>(day.year()));
}

std::string moment_text(Instant moment, const Zone& zone, chr::year year, Language language) {
  const LocalTime local = zone.to_local(moment);
  const Date day = day_of(local);
  const auto time = chr::hh_mm_ss{local - start_of(day)};
  return say_in(language, msg::moment, fmt::format("{:02}", time.hours().count()),
                fmt::format("{:02}", time.minutes().count()),
                day.year() == year ? short_day_text(day, language) : day_text(day, language));
}

std::string hour_text(Minutes time, Language language) {
  const auto parts = chr::hh_mm_ss{time};
  return say_in(language, msg::hour_of_day, fmt::format("{:02}", parts.hours().count()),
                fmt::format("{:02}", parts.minutes().count()));
}

std::string weekday_text(chr::weekday day, Language language) {
  static constexpr std::array<const Message*, 7> kDays{
      &msg::weekday_sunday,   &msg::weekday_monday, &msg::weekday_tuesday, &msg::weekday_wednesday,
      &msg::weekday_thursday, &msg::weekday_friday, &msg::weekday_saturday};
  return say_in(language, *kDays.at(day.c_encoding()));
}

std::string weekday_text(Date day, Language language) {
  return say_in(language, msg::weekday_of_day, weekday_text(weekday_of(day), language), day_text(day, language));
}

std::string hour_text(Instant moment, const Zone& zone, Language language) {
  const LocalTime local = zone.to_local(moment);
  return hour_text(chr::floor<Minutes>(local - start_of(day_of(local))), language);
}

std::string weekday_text(Instant moment, const Zone& zone, Language language) {
  return say_in(language, msg::moment_of_weekday, hour_text(moment, zone, language),
                weekday_text(day_of(zone.to_local(moment)), language));
}

Date last_day(const Window& window, const Zone& zone) { return day_of(zone.to_local(window.end - chr::seconds{1})); }

std::string period_text(const Period& period, Language language) {
  const auto numbered = [&](const Message& message, const auto& number) {
    return say_in(language, message, number, period.year);
  };
  switch (period.kind) {
    case PeriodKind::week: return numbered(msg::period_week, period.number);
    case PeriodKind::month: return numbered(msg::period_month, period.number);
    case PeriodKind::quarter:
      return numbered(msg::period_quarter, kRoman.at(static_cast<std::size_t>(period.number - 1)));
    case PeriodKind::half:
      return say_in(language, period.number == 1 ? msg::period_first_half : msg::period_second_half, period.year);
    case PeriodKind::year: return say_in(language, msg::period_year, period.year);
    case PeriodKind::adhoc: return say_in(language, msg::period_adhoc, day_text(period.day, language));
    case PeriodKind::once: return {};
  }
  return {};
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::string without_stop(std::string_view text) {
  const auto end = text.find_last_not_of(" \t\r\n");
  if (end == std::string_view::npos) return {};
  text = text.substr(0, end + 1);
  if (text != "." && text.ends_with('.') && !text.ends_with("..")) text.remove_suffix(1);
  return std::string{text};
}

std::string clipped(std::string_view text, std::size_t characters) {
  std::size_t seen = 0;
  std::size_t space = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_inside_character(text[i])) continue;
    if (text[i] == ' ') space = i;
    if (++seen > characters) return std::string{text.substr(0, space > 0 ? space : i)} + "…";
  }
  return std::string{text};
}

std::string sentence(std::string_view text) {
  std::string whole = without_stop(text);
  if (whole.empty()) return whole;
  for (const std::string_view end : {".", "!", "?", "…", ".\"", ";", ":"}) {
    if (whole.ends_with(end)) return whole;
  }
  return whole + ".";
}

}  // namespace nammo
