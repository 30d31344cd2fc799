#include "nammo/new_store.h"

#include <algorithm>
#include <array>

#include "base/catalogue/model.h"
#include "base/unicode.h"
#include "model/kinds_of_place.h"
#include "model/new_store_parts.h"
#include "nammo/store_files.h"
#include "schema/embedded.h"

namespace nammo {
namespace {

// As they are called at every level but the lowest, and there.
struct KnownOrganisation {
  std::string_view id;
  std::string_view label;
  std::string_view unit;
  std::string_view lowest;
};
constexpr std::array kKnown{
    KnownOrganisation{"ccb", "Hội Cựu chiến binh", "Hội CCB", "Chi hội CCB"},
    KnownOrganisation{"mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ Việt Nam", "Ban Công tác Mặt trận"},
    KnownOrganisation{"hnd", "Hội Nông dân", "Hội Nông dân", "Chi hội Nông dân"},
    KnownOrganisation{"lhpn", "Hội Liên hiệp Phụ nữ", "Hội LHPN", "Chi hội Phụ nữ"},
    KnownOrganisation{"dtn", "Đoàn TNCS Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh", "Chi đoàn"},
    KnownOrganisation{"bdv", "Ban Dân vận", "Ban Dân vận", "Tổ dân vận"},
};

const KnownOrganisation* find_known(std::string_view id) {
  const auto found = std::find_if(kKnown.begin(), kKnown.end(), [&](const auto& one) { return one.id == id; });
  return found == kKnown.end() ? nullptr : &*found;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
}

std::string shipped(std::string_view name) { return std::string(bytes_of(kNewStoreTexts, name)); }

std::string readme(const NewStore& store) {
  std::string text = shipped(store.language == Language::vi ? "README.vi.md" : "README.en.md");
  replace_all(text, "{area}", store.areas.front().id.str());
  replace_all(text, "{org}", store.organisations.front().id);
  replace_all(text, "{name}", store.name);
  return text;
}

Area dated(Area area, const NewStore& store) {
  area.since = store.since;
  area.brief = area.name;
  if (store.officer && parent_of(area.id).empty()) {
    area.officers.push_back({store.officer->id, store.officer->org, Role::lead, store.since, std::nullopt, {}});
  }
  return area;
}

}  // namespace

std::vector<NamedId> usual_levels(Language language) {
  return {{"district", say_in(language, msg::model_level_district)},
          {"commune", say_in(language, msg::model_level_commune)},
          {"hamlet", say_in(language, msg::model_level_hamlet)}};
}

NamedId usual_organisation() { return {std::string(kKnown.front().id), std::string(kKnown.front().label)}; }

std::string_view known_organisation(std::string_view id) {
  const auto* known = find_known(id);
  return known == nullptr ? std::string_view{} : known->label;
}

std::string unit_at(const NewStore& store, const NamedId& organisation, std::size_t level) {
  const auto* known = find_known(organisation.id);
  if (known == nullptr || known->label != organisation.label) return organisation.label;
  const bool lowest = level > 0 && level + 1 == store.levels.size();
  return std::string(lowest ? known->lowest : known->unit);
}

std::string bare_name(std::string_view name, std::string_view level_label) {
  std::string whole(name);
  for (const std::string_view place : kinds_of_place(level_label)) {
    const std::string kind = to_lower(place) + " ";
    if (!to_lower(whole).starts_with(kind)) continue;
    const std::string rest = whole.substr(kind.size());
    const bool number = std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number ? whole : rest;
  }
  return whole;
}

std::string area_id_from(std::string_view name, std::string_view level_label) { return id_from(bare_name(name, level_label)); }

std::string pre_commit_hook(std::string_view folder, Language language) {
  std::string quoted(folder);
  replace_all(quoted, "'", "'\\''");
  const std::string where = folder.empty() ? "" : " -C '" + quoted + "'";
  return "#!/bin/sh\n# " + say_in(language, msg::model_new_hook) + "\nexec nammo" + where + " check --staged\n";
}

std::map<std::string, std::string> new_store_files(const NewStore& store) {
  std::map<std::string, std::string> files{
      {"nammo.yaml", new_settings(store)},
      {"reporting.yaml", new_regime(store)},
      {"catalog/codes.yaml", shipped("codes.yaml")},
      {"catalog/indicators.yaml", shipped("indicators.yaml")},
      {"catalog/rules.yaml", shipped("rules.yaml")},
      {"README.md", readme(store)},
      {".vscode/settings.json", shipped("vscode.json")},
      {".gitattributes", shipped("gitattributes")},
      {".gitignore", shipped("gitignore")},
  };
  const int first = static_cast<int>(store.since.year());
  for (const int year : {first, first + 1}) files["calendar/" + std::to_string(year) + ".yaml"] = new_calendar(year, store.language);
  for (const Area& area : store.areas) files[area_path(area.id)] = area_file(dated(area, store));
  if (store.officer) files[officer_path(store.officer->id)] = officer_file(*store.officer);
  for (const auto& schema : schema::kEmbedded) files["schemas/" + std::string(schema.name)] = schema.text;
  return files;
}

}  // namespace nammo
