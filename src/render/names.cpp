#include "render/names.h"

#include <algorithm>

#include "base/unicode.h"
#include "model/kinds_of_place.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr std::string_view kAreaMark = "{area}";

std::string replace_area(std::string pattern, const std::string& name) {
  if (const auto at = pattern.find(kAreaMark); at != std::string::npos) pattern.replace(at, kAreaMark.size(), name);
  return pattern;
}

std::string unit_pattern(const Store& store, const OrgId& org, const LevelId& level, Language language) {
  const Organisation* organisation = store.settings.organisation(org);
  if (organisation == nullptr) return org.str() + " {area}";
  const auto unit = organisation->units.find(level);
  return unit != organisation->units.end() ? unit->second : organisation->label.in(language) + " {area}";
}

// "Khu phố 12" as "Khu phố " and "12"; no number: all of it and nothing.
struct Numbered {
  std::string before;
  std::string number;
};
Numbered split_number(const std::string& name) {
  const auto space = name.rfind(' ');
  if (space == std::string::npos || space + 1 == name.size()) return {name, {}};
  const auto number = name.substr(space + 1);
  if (number.find_first_not_of("0123456789") != std::string::npos) return {name, {}};
  return {name.substr(0, space + 1), number};
}

}  // namespace

std::string area_name(const Store& store, const AreaId& area) {
  const Area* found = store.areas.find(area);
  return found == nullptr ? area.str() : found->name;
}

std::string area_names(const Store& store, std::vector<AreaId> areas) {
  std::sort(areas.begin(), areas.end(),
            [](const AreaId& a, const AreaId& b) { return natural_less(a.str(), b.str()); });
  areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
  std::string text;
  std::string before;
  for (const auto& area : areas) {
    const auto name = split_number(area_name(store, area));
    if (!text.empty() && !name.number.empty() && name.before == before) {
      text += ", " + name.number;
    } else {
      text += (text.empty() ? "" : ", ") + name.before + name.number;
    }
    before = name.before;
  }
  return text;
}

std::string unit_name(const Store& store, const OrgId& org, const AreaId& area, Language language) {
  const Area* found = store.areas.find(area);
  if (found == nullptr) return area.str();
  return replace_area(unit_pattern(store, org, found->level, language), found->name);
}

std::string kind_of_area(const Store& store, const LevelId& level, const std::vector<AreaId>& areas,
                         Language language) {
  const Level* found = store.settings.level(level);
  if (found == nullptr) return level.str();
  const std::string& label = found->label.in(language);
  std::vector<std::string> kinds;
  for (const std::string_view kind : kinds_of_place(label)) {
    const auto is_kind = [&](const AreaId& area) {
      return to_lower(area_name(store, area)).starts_with(to_lower(kind) + " ");
    };
    if (std::any_of(areas.begin(), areas.end(), is_kind)) kinds.emplace_back(kind);
  }
  return kinds.empty() ? label : join(kinds, ", ");
}

std::string self_name(const Store& store, const OrgId& org, Language language) {
  const Organisation* organisation = store.settings.organisation(org);
  if (organisation == nullptr) return org.str();
  const std::string& label = organisation->label.in(language);
  static constexpr std::string_view kSelves[] = {"Ủy ban", "Liên đoàn", "Liên hiệp", "Hội", "Ban", "Đoàn"};
  for (const auto self : kSelves) {
    if (label.starts_with(std::string(self) + " ")) return std::string{self};
  }
  return label;
}

std::string kind_of_unit(const Store& store, const OrgId& org, const LevelId& level, const std::vector<AreaId>& areas,
                         Language language) {
  std::string unit = unit_pattern(store, org, level, language);
  const std::string initials = " " + to_upper(org.str()) + " ";
  if (const auto at = unit.find(initials); at != std::string::npos) unit.replace(at, initials.size(), " ");
  unit = replace_area(unit, kind_of_area(store, level, areas, language));
  return unit.starts_with(self_name(store, org, language)) ? unit : uncapitalised(unit);
}

std::string addressee_name(const Store& store, const std::string& to, Language language) {
  if (const Recipient* recipient = store.settings.recipient(RecipientId{to})) return recipient->name.in(language);
  const Level* level = store.settings.level(LevelId{to});
  return level == nullptr ? to : capitalised(level->label.in(language));
}

std::string code_label(const Store& store, const char* list, const CodeId& code, Language language) {
  const auto found = store.codes.find(CodeListId{list});
  if (code.empty() || found == store.codes.end()) return code.str();
  const Code* one = found->second.find(code);
  return one == nullptr ? code.str() : one->label.in(language);
}

std::string subject_of(const Store& store, const CodeId& topic, const CodeId& field, Language language) {
  return topic.empty() ? code_label(store, "fields", field, language) : code_label(store, "topics", topic, language);
}

}  // namespace nammo
