#include "cli/choices.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/listed.h"

namespace nammo::cli {
namespace {

constexpr std::string_view kText = "text";  // whose files end in .txt

std::string extensions_of(std::initializer_list<std::string_view> formats) {
  return listed(formats, [](std::string_view format) { return "." + std::string(format == kText ? "txt" : format); });
}

// The year that a period is typed with, else that of today.
int year_of(std::string_view typed, Instant now, const Zone& zone) {
  const auto named = typed.substr(0, 4);
  const bool digits = named.size() == 4 && std::all_of(named.begin(), named.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits ? std::stoi(std::string(named)) : static_cast<int>(day_of(zone.to_local(now)).year());
}

}  // namespace

std::optional<int> choose_format(Call& call, std::string& format, const std::string& output,
                                 std::initializer_list<std::string_view> known) {
  if (format.empty() && (output.empty() || output == "-")) format = *known.begin();
  if (!format.empty()) return refuse_choice(call, "--format", format, known);
  const auto dot = output.rfind('.');
  const std::string extension = dot == std::string::npos ? "" : output.substr(dot + 1);
  format = extension == "txt" ? kText : extension;
  if (std::find(known.begin(), known.end(), format) != known.end()) return std::nullopt;
  call.complain(say(msg::cli_unknown_extension, printable(output)), say(msg::cli_unknown_extension_help, extensions_of(known)));
  return kWrongCall;
}

bool knows_organisation(Call& call, const Store& store, const std::string& org) {
  if (org.empty() || store.settings.organisation(OrgId{org}) != nullptr) return true;
  const auto names = listed(store.settings.organisations, [](const Organisation& one) { return one.id.str(); });
  call.complain(say(msg::cli_unknown_org, printable(org)), say(msg::cli_known_are, names));
  return false;
}

bool knows_officer(Call& call, const Store& store, const std::string& officer) {
  if (officer.empty() || store.known_officers.contains(OfficerId{officer})) return true;
  std::vector<std::string_view> ids;
  for (const OfficerId& id : store.known_officers) ids.push_back(id.str());
  const auto near = closest(officer, ids);
  call.complain(say(msg::cli_unknown_officer, printable(officer)),
                near.empty() ? say(msg::cli_unknown_officer_help) : say(msg::cli_perhaps, near));
  return false;
}

bool take_lone_period(Call& call, std::string& area, std::string& period) {
  if (area.empty() || !period.empty() || !find_areas(call.files(), area).empty()) return false;
  std::swap(area, period);
  return true;
}

std::set<int> years_around(std::string_view typed, Instant now, const Zone& zone) {
  const auto to = typed.find("..");
  const int today = year_of({}, now, zone);
  const int first = year_of(typed.substr(0, to), now, zone);
  const int last = to == std::string_view::npos ? first : year_of(typed.substr(to + 2), now, zone);
  std::set<int> years{today - 1, today, today + 1};
  for (int year = std::min(first, last) - 1; year <= std::max(first, last) + 1; ++year) years.insert(year);
  return years;
}

void load_calendars(Call& call, Store& store, const std::set<int>& years, Diagnostics& findings) {
  for (const int year : years) {
    if (!store.calendars.contains(year)) load_calendar(call.files(), year, store, findings);
  }
}

void add_due_years(const Store& store, const Obligation& obligation, std::set<int>& years) {
  const ReportType* type = store.regime.find(obligation.report);
  if (type == nullptr) return;
  const auto more = due_years(*type, obligation.period);
  years.insert(more.begin(), more.end());
}

void warn_of_calendars(Call& call, const Store& store, const std::set<int>& years) {
  for (const int year : years) {
    const auto found = store.calendars.find(year);
    if (found == store.calendars.end() || !found->second.confirmed) call.remark(say(msg::cli_calendar_missing, year));
  }
}

}  // namespace nammo::cli
