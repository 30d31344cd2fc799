#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "model/fields.h"
#include "model/reading.h"
#include "nammo/ids.h"
#include "yaml/tree.h"

namespace nammo::model {

// Whether the store has it, or cannot judge (Declared).
[[nodiscard]] bool knows(const Store& store, const OfficerId& id);
[[nodiscard]] bool knows(const Store& store, const AreaId& id);

// resolve(node, out, reading) puts what a node names into `out` when the store has
// it, or when the store cannot judge (Declared). If there is no such thing it says
// so at the node, with what may have been meant, and `out` stays as it was.
bool resolve(const yaml::Node& node, LevelId& out, const Reading& reading);
bool resolve(const yaml::Node& node, OrgId& out, const Reading& reading);
bool resolve(const yaml::Node& node, RecipientId& out, const Reading& reading);
bool resolve(const yaml::Node& node, OfficerId& out, const Reading& reading);
bool resolve(const yaml::Node& node, AreaId& out, const Reading& reading);
bool resolve(const yaml::Node& node, ReportTypeId& out, const Reading& reading);
bool resolve(const yaml::Node& node, IndicatorId& out, const Reading& reading);
// The same for a name that is only a part of the node's text.
bool resolve(const yaml::Node& node, std::string_view name, IndicatorId& out, const Reading& reading);
// A level or a recipient.
bool resolve_addressee(const yaml::Node& node, std::string& out, const Reading& reading);
// A code of that list of catalog/codes.yaml.
bool resolve_code(const yaml::Node& node, std::string_view list, CodeId& out, const Reading& reading);
bool resolve_code_list(const yaml::Node& node, CodeListId& out, const Reading& reading);

template <typename T>
bool resolve(const yaml::Node& list, std::vector<T>& out, const Reading& reading) {
  if (!list.is_sequence()) return false;
  for (const auto& element : list) {
    T id;
    if (resolve(element, id, reading)) out.push_back(std::move(id));
  }
  return true;
}

// The lists that serve the keys of reports.
inline constexpr std::string_view kFields = "fields";
inline constexpr std::string_view kTopics = "topics";
inline constexpr std::string_view kSources = "sources";
inline constexpr std::string_view kGroups = "groups";
inline constexpr std::string_view kActivityKinds = "activity-kinds";

// The readers of fields that are references.
template <auto Member>
void reference(Owner<Member>& target, const yaml::Node& node, const Reading& reading) {
  resolve(node, target.*Member, reading);
}
template <auto Member, const std::string_view& List>
void code(Owner<Member>& target, const yaml::Node& node, const Reading& reading) {
  resolve_code(node, List, target.*Member, reading);
}

}  // namespace nammo::model
