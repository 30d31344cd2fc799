#include <fmt/core.h>

#include <utility>

#include "base/catalogue/model.h"
#include "model/fields.h"
#include "model/open_document.h"
#include "nammo/store.h"

namespace nammo {
namespace {

using namespace model;
using yaml::Node;

// The date that `node` gives, if it is one of the file's own year: a calendar is
// asked for the days of its year alone.
std::optional<Date> date_in(int year, const Node& node, const Reading& reading) {
  Date date;
  if (!node || !take(node, date)) return std::nullopt;
  if (static_cast<int>(date.year()) == year) return date;
  reading.error_once("schema-range", node, say(msg::calendar_other_year, format_date(date), year),
                     say(msg::calendar_other_year_help, static_cast<int>(date.year())));
  return std::nullopt;
}

std::string name_of(const Node& entry) {
  std::string name;
  if (const auto node = entry.find("name")) take(node, name);
  return name;
}

void read_days_off(const Node& list, int year, CalendarYear& calendar, const Reading& reading) {
  each_mapping(list, [&](const Node& node) {
    const auto from = date_in(year, node.find("from"), reading);
    const auto to = date_in(year, node.find("to"), reading);
    if (!from || !to) return;
    if (*to < *from) {
      reading.error_once("schema-range", node.find("to"), say(msg::range_backwards), say(msg::range_backwards_help));
      return;
    }
    calendar.days_off.push_back({*from, *to, name_of(node), node.place()});
  });
}

void read_working(const Node& list, int year, CalendarYear& calendar, const Reading& reading) {
  each_mapping(list, [&](const Node& node) {
    const auto date = date_in(year, node.find("date"), reading);
    if (date) calendar.working.push_back({*date, name_of(node), node.place()});
  });
}

}  // namespace

void load_calendar(const FileReader& files, int year, Store& store, Diagnostics& diagnostics) {
  const std::string file = fmt::format("calendar/{:04}.yaml", year);
  const auto first = diagnostics.items().size();
  const auto document = open_document(files, file, schema::FileType::calendar, Need::optional, diagnostics);
  if (!document.tree) return;
  const Reading reading{file, store, diagnostics, first};
  const Node root = document.tree->root();
  CalendarYear calendar;
  if (const auto confirmed = root.find("confirmed"); confirmed && take(confirmed, calendar.confirmed)) {
    calendar.confirmed_place = confirmed.place();
  }
  read_days_off(root.find("days_off"), year, calendar, reading);
  read_working(root.find("working"), year, calendar, reading);
  store.calendars[year] = std::move(calendar);
}

}  // namespace nammo
