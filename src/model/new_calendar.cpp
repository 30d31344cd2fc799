#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/catalogue/model.h"
#include "model/new_store_parts.h"
#include "yaml/new_file.h"

namespace nammo {
namespace {

// First day of Tết and 10/3 of the moon, where no example has the year: reckoned for
// UTC+7, as the official calendar is.
struct MoonYear {
  int year;
  unsigned tet_month, tet_day;
  unsigned kings_month, kings_day;
};
constexpr std::array kMoon{MoonYear{2028, 1, 26, 4, 4}, MoonYear{2029, 2, 13, 4, 23}, MoonYear{2030, 2, 2, 4, 12}, MoonYear{2031, 1, 23, 4, 1}};

Date day_in(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

EditValue days_off(Date from, Date to, const std::string& name) {
  return mapping_value({{"from", plain_value(format_date(from))}, {"to", plain_value(format_date(to))}, {"name", text_value(name)}});
}

}  // namespace

// Only what the law fixes (Bộ luật Lao động 2019, điều 112): swaps and days instead of a
// weekend are decided year by year.
std::string new_calendar(int year, Language language) {
  const std::string name = fmt::format("{:04}.yaml", year);
  const auto known = std::find_if(kNewStoreTexts.begin(), kNewStoreTexts.end(), [&](const ShippedFile& file) { return file.name == name; });
  if (known != kNewStoreTexts.end()) return std::string(known->bytes);
  const auto said = [&](const Message& message) { return say_in(language, message); };
  const auto moon = std::find_if(kMoon.begin(), kMoon.end(), [&](const MoonYear& one) { return one.year == year; });
  yaml::NewFile file("calendar/" + name, "calendar");
  file.comment(say_in(language, moon == kMoon.end() ? msg::model_new_calendar_no_moon : msg::model_new_calendar, year));
  file.plain("confirmed", "false");
  std::vector<EditValue> off{days_off(day_in(year, 1, 1), day_in(year, 1, 1), said(msg::model_new_new_year))};
  if (moon != kMoon.end()) {
    const Date tet = day_in(year, moon->tet_month, moon->tet_day);
    const Date kings = day_in(year, moon->kings_month, moon->kings_day);
    off.push_back(days_off(plus_days(tet, -1), plus_days(tet, 3), said(msg::model_new_tet)));
    off.push_back(days_off(kings, kings, said(msg::model_new_kings)));
  }
  off.push_back(days_off(day_in(year, 4, 30), day_in(year, 5, 1), said(msg::model_new_victory)));
  off.push_back(days_off(day_in(year, 9, 2), day_in(year, 9, 3), said(msg::model_new_national)));
  file.list("days_off", off);
  return file.take();
}

}  // namespace nammo
