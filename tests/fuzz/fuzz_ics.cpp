// iCalendar: an input is the name of a report type, and behind a line end that of a unit.
#include <algorithm>
#include <map>
#include <vector>

#include "base/unicode.h"
#include "fuzz/must.h"
#include "fuzz/sample.h"
#include "nammo/calendar_file.h"
#include "render/ics_entry.h"

using namespace nammo;
using fuzz::must;

namespace {

const Instant kNow = *parse_instant("2024-05-07T08:00+07:00");

// RFC 5545, 3.1: lines of at most 75 octets, ended by CRLF; one that begins with a blank goes on.
std::vector<std::string> content_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find("\r\n");
    must(end != std::string_view::npos && end <= 75, "lines end, after 75 octets at most");
    const auto line = text.substr(0, end);
    must(!find_invalid_utf8(line) && !find_control_character(line), "each line is sound text");
    must(line.find_first_of("\r\n") == std::string_view::npos && !line.empty(), "no other line ends, no empty line");
    if (line.front() != ' ') {
      lines.emplace_back(line);
    } else {
      must(!lines.empty(), "the first line goes on from nothing");
      lines.back() += line.substr(1);
    }
    text.remove_prefix(end + 2);
  }
  return lines;
}

// 3.3.11: a text, with its \\ \; \, \n.
std::string text_value_of(std::string_view value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    must(value[i] != ';' && value[i] != ',', "; and , are escaped in a text");
    if (value[i] != '\\') {
      text += value[i];
      continue;
    }
    const char next = ++i < value.size() ? value[i] : '\0';
    must(next == '\\' || next == ';' || next == ',' || next == 'n' || next == 'N', "nothing else is escaped in a text");
    text += next == 'n' || next == 'N' ? '\n' : next;
  }
  return text;
}

// Events by UID, as their texts; components that open and close in order.
std::map<std::string, std::pair<std::string, std::string>> events_in(const std::vector<std::string>& lines) {
  std::map<std::string, std::pair<std::string, std::string>> events;
  std::vector<std::string> open;
  std::string uid;
  for (const std::string& line : lines) {
    const auto name = line.substr(0, line.find_first_of(":;"));
    must(!name.empty() && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string::npos && name.size() < line.size(), "a line is a property");
    const auto value = line.substr(line.find(':') + 1);
    const bool in_event = !open.empty() && open.back() == "VEVENT";
    if (name == "BEGIN") open.push_back(value);
    if (name == "END") must(!open.empty() && open.back() == value, "components close in their order"), open.pop_back();
    if (name == "UID") must(in_event && events.try_emplace(uid = value).second, "a UID is of one event");
    if (name == "SUMMARY") must(in_event, "a summary is an event's"), events[uid].first = text_value_of(value);
    if (name == "DESCRIPTION" && in_event) events[uid].second = text_value_of(value);
  }
  must(open.empty(), "components are closed");
  return events;
}

std::vector<Delivery> deliveries_of(const Store& store) {
  std::vector<Delivery> deliveries;
  for (const char* name : {"weekly", "monthly"}) {
    const ReportType& type = *store.regime.find(ReportTypeId{name});
    const Period period = name[0] == 'w' ? week_period({2024, 19}) : month_period(2024, 5);
    for (Obligation& o : expand(type, period, AreaId{"thuan-thanh/ho/khu-pho-1"}, store)) deliveries.push_back({std::move(o), {}, {}});
  }
  return deliveries;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto rest = fuzz::text_of(data, size);
  const std::string label(fuzz::take_line(rest));
  Store store = fuzz::sample();
  for (ReportType& type : store.regime.types) type.label = {label, label};
  for (Organisation& organisation : store.settings.organisations) {
    for (auto& [level, unit] : organisation.units) unit = std::string(rest) + " {area}";
  }
  const auto deliveries = deliveries_of(store);
  const auto events = officer_events(store, deliveries, kNow);
  must(!events.empty(), "there is something to ring for");
  auto read = events_in(content_lines(calendar_file(store, events, kNow, Language::vi)));
  for (const CalendarEvent& event : events) {
    const IcsEntry entry = ics_entry(store, event, kNow, Language::vi);
    const auto found = read.find(entry.uid);
    must(found != read.end(), "each event stands in the file");
    must(found->second == std::pair(entry.summary, entry.description), "its texts are those that were given");
    must(!find_invalid_utf8(entry.summary) && entry.summary.find_first_of("\r\n") == std::string::npos, "a summary is one line");
  }
  return 0;
}
