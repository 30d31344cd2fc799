#include <utility>

#include "model/open_document.h"
#include "model/references.h"
#include "nammo/store.h"

namespace nammo {
namespace {

using namespace model;
using yaml::Node;

constexpr std::string_view kAreaFile = "area.yaml";

constexpr Field<Assignment> kAssignment[] = {{"officer", reference<&Assignment::officer>},
                                             {"org", reference<&Assignment::org>},
                                             {"role", value<&Assignment::role>},
                                             {"since", value<&Assignment::since>},
                                             {"until", value<&Assignment::until>}};

constexpr Field<PilotTime> kPilot[] = {{"since", value<&PilotTime::since>},
                                       {"until", value<&PilotTime::until>},
                                       {"decision", value<&PilotTime::decision>}};

constexpr Field<Succession> kSuccession[] = {
    {"area", reference<&Succession::area>}, {"date", value<&Succession::date>}, {"how", value<&Succession::how>}};

// Entries that are sound as a whole: half an assignment would be another one.
template <typename T, std::size_t N>
void read_sound_entries(const Node& list, const Field<T> (&fields)[N], std::vector<T>& out, const Reading& reading) {
  each_mapping(list, [&](const Node& node) {
    T entry{};
    read_fields(node, fields, entry, reading);
    entry.place = node.place();
    if (!reading.has_error_within(node, node)) out.push_back(std::move(entry));
  });
}

void read_officers(Area& area, const Node& list, const Reading& reading) {
  read_sound_entries(list, kAssignment, area.officers, reading);
}

void read_continues(Area& area, const Node& list, const Reading& reading) {
  read_sound_entries(list, kSuccession, area.continues, reading);
}

void read_pilot(Area& area, const Node& node, const Reading& reading) {
  PilotTime pilot;
  read_fields(node, kPilot, pilot, reading);
  if (!reading.has_error_within(node, node)) area.pilot = std::move(pilot);
}

constexpr Field<Area> kArea[] = {{"name", value<&Area::name>},    {"short", value<&Area::brief>},
                                 {"level", reference<&Area::level>}, {"since", value<&Area::since>},
                                 {"until", value<&Area::until>},  {"code", value<&Area::code>},
                                 {"pilot", read_pilot},           {"continues", read_continues},
                                 {"officers", read_officers}};

std::string folder_of(const AreaId& id) { return id.empty() ? "areas" : "areas/" + id.str(); }

std::string file_of(const AreaId& id) { return folder_of(id) + "/" + std::string(kAreaFile); }

// The areas in and below a folder that have a file. The names of areas decide where
// to go on, so that neither reports nor links are entered.
void collect_below(const FileReader& files, const AreaId& folder, Store& store, Diagnostics& diagnostics) {
  for (const auto& entry : list_folder(files, folder_of(folder), diagnostics)) {
    if (entry.name == kAreaFile && !folder.empty()) store.declared.area_ids.insert(folder);
    AreaId id{folder.empty() ? entry.name : folder.str() + "/" + entry.name};
    if (entry.kind == FileKind::directory && is_area_id(entry.name)) collect_below(files, id, store, diagnostics);
  }
}

void collect_above(const FileReader& files, const AreaId& root, Store& store) {
  for (auto id = parent_of(root); !id.empty(); id = parent_of(id)) {
    if (files.kind(file_of(id)) != FileKind::missing) store.declared.area_ids.insert(id);
  }
}

// What gives no first day holds from the area's own.
void complete(Area& area) {
  if (area.name.empty()) area.name = area.id.str().substr(area.id.str().rfind('/') + 1);
  if (area.brief.empty()) area.brief = area.name;
  if (area.pilot && !area.pilot->since.ok()) area.pilot->since = area.since;
  for (auto& assignment : area.officers) {
    if (!assignment.since.ok()) assignment.since = area.since;
  }
  for (auto& succession : area.continues) {
    if (!succession.date.ok()) succession.date = area.since;
  }
}

// An area without a level or a first day cannot be expected to report anything.
std::optional<Area> read_area(const FileReader& files, const AreaId& id, const Store& store, Diagnostics& diagnostics) {
  const auto first = diagnostics.items().size();
  Area area;
  area.id = id;
  area.file = file_of(id);
  const auto document = open_document(files, area.file, schema::FileType::area, Need::required, diagnostics);
  if (!document.tree) return std::nullopt;
  read_fields(document.tree->root(), kArea, area, Reading{area.file, store, diagnostics, first});
  if (area.level.empty() || !area.since.ok()) return std::nullopt;
  complete(area);
  return area;
}

}  // namespace

void load_areas(const FileReader& files, const AreaId& root, Store& store, Diagnostics& diagnostics) {
  if (!store.declared.officers) list_officers(files, store);
  const auto errors = diagnostics.errors();
  collect_above(files, root, store);
  collect_below(files, root, store, diagnostics);
  if (diagnostics.errors() == errors) store.declared.areas = root;
  std::vector<Area> areas;
  for (const auto& id : store.declared.area_ids) {
    if (auto area = read_area(files, id, store, diagnostics)) areas.push_back(std::move(*area));
  }
  store.areas = AreaTree{std::move(areas)};
}

}  // namespace nammo
