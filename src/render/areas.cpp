#include <algorithm>
#include <array>
#include <vector>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/area_views.h"
#include "render/csv.h"
#include "render/json.h"

namespace nammo {
namespace {

constexpr std::array<const char*, 7> kColumns{"id", "name", "level", "since", "until", "code", "lead"};
using Row = std::array<std::string, kColumns.size()>;

bool is_shown(const Area& area, const AreaView& view) {
  return (view.invalid_too || area.valid_on(view.day)) && (view.level.empty() || area.level == view.level);
}

// Parents before children, siblings in natural order.
std::vector<const Area*> chosen(const Store& store, const AreaView& view) {
  std::vector<const Area*> areas;
  for (const Area& area : store.areas.all()) {
    if ((view.root.empty() || is_within(area.id, view.root)) && is_shown(area, view)) areas.push_back(&area);
  }
  std::sort(areas.begin(), areas.end(), [](const Area* a, const Area* b) { return natural_less(a->id.str(), b->id.str()); });
  return areas;
}

std::string name_of(const Store& store, const OfficerId& id) {
  const auto officer = store.officers.find(id);
  return officer == store.officers.end() ? id.str() : officer->second.name;
}

std::string lead_of(const Store& store, const Area& area, Date day) {
  for (const Organisation& org : store.settings.organisations) {
    const Assignment* lead = area.assigned(org.id, Role::lead, day);
    if (lead != nullptr) return name_of(store, lead->officer);
  }
  return {};
}

std::vector<Row> rows_of(const Store& store, const AreaView& view) {
  std::vector<Row> rows;
  for (const Area* area : chosen(store, view)) {
    rows.push_back({area->id.str(), area->name, area->level.str(), format_date(area->since),
                    area->until ? format_date(*area->until) : "", area->code, lead_of(store, *area, view.day)});
  }
  return rows;
}

std::string dates_of(Date since, const std::optional<Date>& until, Language language) {
  return until ? say_in(language, msg::area_from_to, format_date(since), format_date(*until))
               : say_in(language, msg::area_from, format_date(since));
}

const Message& word_for(Succession::How how) {
  switch (how) {
    case Succession::How::merged: return msg::area_merged;
    case Succession::How::split: return msg::area_split;
    case Succession::How::moved: return msg::area_moved;
    case Succession::How::renamed: break;
  }
  return msg::area_renamed;
}

std::string heading_of(const Area& area) { return printable(capitalised(area.name)) + "  " + area.id.str(); }

std::string line_of(Language language, const Message& heading, std::string_view value) {
  return value.empty() ? "" : say_in(language, heading, printable(value)) + "\n";
}

std::string pilot_text(const PilotTime& pilot, Language language) {
  const std::string dates = dates_of(pilot.since, pilot.until, language);
  return pilot.decision.empty() ? dates : pilot.decision + ", " + dates;
}

std::string officers_text(const Store& store, const Area& area, Date day, Language language) {
  std::string text;
  for (const Assignment& one : area.officers) {
    if (day < one.since || (one.until && *one.until < day)) continue;
    const Message& role = one.role == Role::lead ? msg::area_lead : msg::area_deputy;
    text += "  " + say_in(language, msg::area_officer, printable(name_of(store, one.officer)), one.org.str(), role,
                          dates_of(one.since, one.until, language)) + "\n";
  }
  return text.empty() ? "  " + say_in(language, msg::area_nobody) + "\n" : text;
}

}  // namespace

std::string area_tree_text(const Store& store, const AreaView& view, Language language) {
  const auto depth_of = [](const AreaId& id) { return std::count(id.str().begin(), id.str().end(), '/'); };
  const auto top = view.root.empty() ? 0 : depth_of(view.root);
  std::string text;
  for (const Area* area : chosen(store, view)) {
    text += std::string(static_cast<std::size_t>(2 * (depth_of(area->id) - top)), ' ') + heading_of(*area);
    if (!area->valid_on(view.day)) text += "  " + say_in(language, msg::area_not_valid, dates_of(area->since, area->until, language));
    text += "\n";
  }
  return text;
}

std::string area_list_text(const Store& store, const AreaView& view) {
  const auto rows = rows_of(store, view);
  std::array<int, kColumns.size()> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(printable(row[i])));
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string cell = printable(row[i]);
      line += cell + std::string(static_cast<std::size_t>(widths[i] - display_width(cell) + 2), ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string area_list_csv(const Store& store, const AreaView& view) {
  CsvWriter csv(CsvDialect::standard);
  for (const char* column : kColumns) csv.cell(column);
  csv.end_row();
  for (const Row& row : rows_of(store, view)) {
    for (const std::string& cell : row) csv.cell(cell);
    csv.end_row();
  }
  return csv.take();
}

std::string area_list_json(const Store& store, const AreaView& view) {
  Json list = Json::array();
  for (const Row& row : rows_of(store, view)) {
    Json item;
    for (std::size_t i = 0; i < row.size(); ++i) item[kColumns[i]] = row[i].empty() ? Json(nullptr) : Json(row[i]);
    list.push_back(std::move(item));
  }
  return json_text(list);
}

std::string area_text(const Store& store, const AreaId& id, Date day, Language language) {
  const Area* area = store.areas.find(id);
  if (area == nullptr) return {};
  const Level* level = store.settings.level(area->level);
  std::string text = heading_of(*area) + "\n";
  text += line_of(language, msg::area_level, level == nullptr ? area->level.str() : level->label.in(language));
  text += line_of(language, msg::area_valid, dates_of(area->since, area->until, language));
  text += line_of(language, msg::area_code, area->code);
  if (area->pilot) text += line_of(language, msg::area_pilot, pilot_text(*area->pilot, language));
  for (const Succession& from : area->continues) {
    text += say_in(language, msg::area_continues, from.area.str(), word_for(from.how), format_date(from.date)) + "\n";
  }
  text += say_in(language, msg::area_officers, format_date(day)) + "\n";
  return text + officers_text(store, *area, day, language);
}

}  // namespace nammo
