#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/columns.h"
#include "render/names.h"
#include "render/roster.h"

namespace nammo {
namespace {

// "Khu phố 1, 2 (phụ trách chính); phường Hồ (phối hợp)"
std::string areas_text(const Store& store, const RosterRow& row, Language language) {
  std::string text;
  const auto add = [&](const std::vector<AreaId>& areas, const Message& role) {
    if (areas.empty()) return;
    text += (text.empty() ? "" : "; ") + area_names(store, areas) + " (" + say_in(language, role) + ")";
  };
  add(row.leads, msg::area_lead);
  add(row.deputies, msg::area_deputy);
  return printable(text);
}

std::string line_of(Language language, const Message& heading, const std::string& value) {
  return value.empty() ? "" : say_in(language, heading, printable(value)) + "\n";
}

std::string dates_of(const Assignment& one, Language language) {
  return one.until ? say_in(language, msg::area_from_to, format_date(one.since), format_date(*one.until))
                   : say_in(language, msg::area_from, format_date(one.since));
}

std::string assignments_text(const Store& store, const OfficerId& id, Language language) {
  std::vector<const Area*> areas;
  for (const Area& area : store.areas.all()) areas.push_back(&area);
  std::sort(areas.begin(), areas.end(), [](const Area* a, const Area* b) { return natural_less(a->id.str(), b->id.str()); });
  std::string text;
  for (const Area* area : areas) {
    for (const Assignment& one : area->officers) {
      if (one.officer != id) continue;
      const Message& role = one.role == Role::lead ? msg::area_lead : msg::area_deputy;
      text += "  " + say_in(language, msg::officer_assignment, printable(area->name), area->id.str(), one.org.str(), role, dates_of(one, language)) + "\n";
    }
  }
  return text.empty() ? "  " + say_in(language, msg::officer_nowhere) + "\n" : text;
}

}  // namespace

std::string officer_list_text(const Store& store, const OfficerView& view, Language language) {
  const auto rows = roster_rows(store, {{}, view.day, view.org});
  struct Line {
    std::string id, name, org, areas;
  };
  std::vector<Line> lines;
  int widths[3] = {0, 0, 0};
  for (const auto& [id, officer] : store.officers) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&wanted = id](const RosterRow& one) { return one.officer.id == wanted; });
    if (!view.org.empty() && officer.org != view.org && row == rows.end()) continue;
    lines.push_back({id.str(), printable(officer.name), officer.org.str(),
                     row == rows.end() ? say_in(language, msg::officer_nowhere) : areas_text(store, *row, language)});
    widths[0] = std::max(widths[0], display_width(lines.back().id));
    widths[1] = std::max(widths[1], display_width(lines.back().name));
    widths[2] = std::max(widths[2], display_width(lines.back().org));
  }
  std::string text;
  for (const Line& line : lines) {
    text += left_aligned(line.id, widths[0]) + "  " + left_aligned(line.name, widths[1]) + "  " + left_aligned(line.org, widths[2]) + "  " + line.areas + "\n";
  }
  return text;
}

std::string officer_text(const Store& store, const OfficerId& id, Language language) {
  const Officer officer = officer_of(store, id);
  std::string text = printable(officer.name) + "  " + id.str() + "\n";
  text += line_of(language, msg::officer_title, officer.title);
  text += line_of(language, msg::officer_org, officer.org.str());
  text += line_of(language, msg::officer_phone, officer.phone);
  text += line_of(language, msg::officer_email, officer.email);
  text += line_of(language, msg::officer_account, word(officer.account, language));
  return text + say_in(language, msg::officer_assignments) + "\n" + assignments_text(store, id, language);
}

}  // namespace nammo
