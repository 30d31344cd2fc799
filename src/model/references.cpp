#include "model/references.h"

#include "base/catalogue/model.h"
#include "model/suggest.h"
#include "nammo/store.h"

namespace nammo::model {
namespace {

using Names = std::vector<std::string_view>;

template <typename Items>
void add_ids(const Items& items, Names& names) {
  for (const auto& item : items) names.push_back(item.id.str());
}

template <typename Ids>
Names names_of(const Ids& ids) {
  Names names;
  for (const auto& id : ids) names.push_back(id.str());
  return names;
}

Names codes_of(const CodeLists& lists, const CodeListId& list) {
  Names names;
  if (const auto found = lists.find(list); found != lists.end()) add_ids(found->second.codes, names);
  return names;
}

// Takes the name when it is `known`; else says that `message`, with what is allowed.
template <typename IdType, typename Known, typename Allowed>
bool judge_name(const yaml::Node& node, std::string_view name, IdType& out, const Reading& reading, const char* code,
                const Message& message, Known known, Allowed allowed) {
  IdType id{std::string(name)};
  if (known(id)) {
    out = std::move(id);
    return true;
  }
  reading.error_once(code, node, say(message, in_quotes(name)), suggest(name, allowed()));
  return false;
}

template <typename IdType, typename Known, typename Allowed>
bool judge(const yaml::Node& node, IdType& out, const Reading& reading, const char* code, const Message& message,
           Known known, Allowed allowed) {
  return node.is_scalar() && judge_name(node, node.text(), out, reading, code, message, known, allowed);
}

}  // namespace

bool knows(const Store& store, const OfficerId& id) { return !store.declared.officers || store.known_officers.contains(id); }

bool knows(const Store& store, const AreaId& id) {
  const Declared& declared = store.declared;
  const bool judged = declared.areas && (declared.areas->empty() || is_within(id, *declared.areas));
  return !judged || declared.area_ids.contains(id);
}

bool resolve(const yaml::Node& node, LevelId& out, const Reading& reading) {
  const auto& store = reading.store();
  return judge(
      node, out, reading, "ref-level", msg::ref_level,
      [&](const LevelId& id) { return !store.declared.settings || store.settings.level(id) != nullptr; },
      [&] {
        Names names;
        add_ids(store.settings.levels, names);
        return names;
      });
}

bool resolve(const yaml::Node& node, OrgId& out, const Reading& reading) {
  const auto& store = reading.store();
  return judge(
      node, out, reading, "ref-org", msg::ref_org,
      [&](const OrgId& id) { return !store.declared.settings || store.settings.organisation(id) != nullptr; },
      [&] {
        Names names;
        add_ids(store.settings.organisations, names);
        return names;
      });
}

bool resolve(const yaml::Node& node, RecipientId& out, const Reading& reading) {
  const auto& store = reading.store();
  return judge(
      node, out, reading, "ref-recipient", msg::ref_recipient,
      [&](const RecipientId& id) { return !store.declared.settings || store.settings.recipient(id) != nullptr; },
      [&] {
        Names names;
        add_ids(store.settings.recipients, names);
        return names;
      });
}

bool resolve_addressee(const yaml::Node& node, std::string& out, const Reading& reading) {
  const auto& store = reading.store();
  RecipientId id;
  const bool known = judge(
      node, id, reading, "ref-recipient", msg::ref_addressee,
      [&](const RecipientId& name) {
        return !store.declared.settings || store.settings.recipient(name) != nullptr ||
               store.settings.level(LevelId{name.str()}) != nullptr;
      },
      [&] {
        Names names;
        add_ids(store.settings.levels, names);
        add_ids(store.settings.recipients, names);
        return names;
      });
  if (known) out = id.str();
  return known;
}

bool resolve(const yaml::Node& node, OfficerId& out, const Reading& reading) {
  const auto& store = reading.store();
  return judge(
      node, out, reading, "ref-officer", msg::ref_officer,
      [&](const OfficerId& id) { return knows(store, id); },
      [&] { return names_of(store.known_officers); });
}

bool resolve(const yaml::Node& node, AreaId& out, const Reading& reading) {
  const auto& store = reading.store();
  return judge(
      node, out, reading, "ref-area", msg::ref_area, [&](const AreaId& id) { return knows(store, id); },
      [&] { return names_of(store.declared.area_ids); });
}

bool resolve(const yaml::Node& node, ReportTypeId& out, const Reading& reading) {
  const auto& declared = reading.store().declared;
  return judge(
      node, out, reading, "ref-report", msg::ref_report,
      [&](const ReportTypeId& id) { return !declared.regime || declared.type_ids.contains(id); },
      [&] { return names_of(declared.type_ids); });
}

bool resolve(const yaml::Node& node, IndicatorId& out, const Reading& reading) {
  return node.is_scalar() && resolve(node, node.text(), out, reading);
}

bool resolve(const yaml::Node& node, std::string_view name, IndicatorId& out, const Reading& reading) {
  const auto& declared = reading.store().declared;
  return judge_name(
      node, name, out, reading, "ref-indicator", msg::ref_indicator,
      [&](const IndicatorId& id) { return !declared.indicators || declared.indicator_ids.contains(id); },
      [&] { return names_of(declared.indicator_ids); });
}

bool resolve_code(const yaml::Node& node, std::string_view list, CodeId& out, const Reading& reading) {
  const auto& store = reading.store();
  const CodeListId list_id{std::string(list)};
  if (!node.is_scalar()) return false;
  CodeId id{std::string(node.text())};
  const auto found = store.codes.find(list_id);
  if (!store.declared.codes || (found != store.codes.end() && found->second.find(id) != nullptr)) {
    out = std::move(id);
    return true;
  }
  reading.error_once("ref-code", node, say(msg::ref_code, in_quotes(node.text()), list),
                     suggest(node.text(), codes_of(store.codes, list_id)));
  return false;
}

bool resolve_code_list(const yaml::Node& node, CodeListId& out, const Reading& reading) {
  const auto& store = reading.store();
  return judge(
      node, out, reading, "ref-code", msg::ref_code_list,
      [&](const CodeListId& id) { return !store.declared.codes || store.codes.contains(id); },
      [&] {
        Names names;
        for (const auto& [id, list] : store.codes) names.push_back(id.str());
        return names;
      });
}

}  // namespace nammo::model
