#include <utility>

#include "base/catalogue/model.h"
#include "model/open_document.h"
#include "model/references.h"
#include "model/unique.h"
#include "nammo/store.h"
#include "yaml/read.h"

namespace nammo {
namespace {

using namespace model;
using yaml::Node;

constexpr const char* kFile = "nammo.yaml";

constexpr Field<Letterhead> kLetterhead[] = {
    {"family", value<&Letterhead::family>},    {"parent", value<&Letterhead::parent>},
    {"place", value<&Letterhead::place>},      {"symbol", value<&Letterhead::symbol>},
    {"signed", value<&Letterhead::signed_by>}, {"copies", value<&Letterhead::copies>}};

void read_units(Organisation& organisation, const Node& node, const Reading& reading) {
  if (!node.is_mapping()) return;
  node.each_pair([&](const Node& key, const Node& unit) {
    LevelId level;
    std::string name;
    if (resolve(key, level, reading) && take(unit, name)) organisation.units[level] = std::move(name);
  });
}

void read_letterheads(Organisation& organisation, const Node& node, const Reading& reading) {
  if (!node.is_mapping()) return;
  node.each_pair([&](const Node& key, const Node& letterhead) {
    LevelId level;
    if (resolve(key, level, reading)) read_fields(letterhead, kLetterhead, organisation.letterheads[level], reading);
  });
}

constexpr Field<Organisation> kOrganisation[] = {{"label", value<&Organisation::label>},
                                                 {"units", read_units},
                                                 {"letterhead", read_letterheads}};

constexpr Field<Recipient> kRecipient[] = {{"name", value<&Recipient::name>},
                                           {"for", value<&Recipient::purpose>},
                                           {"since", value<&Recipient::since>},
                                           {"until", value<&Recipient::until>}};

void read_recipients(Settings& settings, const Node& node, const Reading& reading) {
  if (!node.is_mapping()) return;
  node.each_pair([&](const Node& key, const Node& recipient) {
    Recipient entry{RecipientId{std::string(key.text())}, {}, {}, {}, {}};
    if (recipient.is_mapping() && recipient.find("name")) {
      read_fields(recipient, kRecipient, entry, reading);
    } else {
      take(recipient, entry.name);
    }
    settings.recipients.push_back(std::move(entry));
  });
}

void read_levels(const Node& list, Settings& settings, const Reading& reading) {
  each_unique(list, reading, [&](const std::string& id, const Node& node) {
    Level level{LevelId{id}, {}};
    if (const auto label = node.find("label")) take(label, level.label);
    settings.levels.push_back(std::move(level));
  });
}

void read_organisations(const Node& list, Settings& settings, const Reading& reading) {
  each_unique(list, reading, [&](const std::string& id, const Node& node) {
    Organisation organisation;
    organisation.id = OrgId{id};
    read_fields(node, kOrganisation, organisation, reading);
    settings.organisations.push_back(std::move(organisation));
  });
}

constexpr Field<Settings> kPrivacy[] = {{"confidential_from", reference<&Settings::confidential_from>},
                                        {"allow", value<&Settings::allow>}};

constexpr Field<Settings> kSettings[] = {
    {"name", value<&Settings::name>},
    {"language", value<&Settings::language>},
    {"timezone", value<&Settings::timezone>},
    {"recipients", read_recipients},
    {"privacy", [](Settings& s, const Node& node, const Reading& r) { read_fields(node, kPrivacy, s, r); }},
    {"weekend", [](Settings& s, const Node& node, const Reading&) {
       s.weekend.clear();
       s.weekend_place = node.place();
       take(node, s.weekend);
     }}};

// The zone of the store; UTC stands in for one that does not exist. Empty when
// this machine knows no zones at all.
std::optional<Zone> find_zone(const Node& root) {
  const auto node = root.find("timezone");
  const bool named = node && node.is_scalar() && !node.text().empty();
  const auto zone = named ? Zone::find(std::string(node.text())) : std::nullopt;
  return zone ? zone : Zone::find("Etc/UTC");
}

void check_zone(const Node& root, const Reading& reading) {
  const auto node = root.find("timezone");
  if (!node || !node.is_scalar() || Zone::find(std::string(node.text()))) return;
  reading.error_once("schema-enum", node, say(msg::settings_zone, in_quotes(node.text())), say(msg::settings_zone_help));
}

// A newer format may say things that this nammo would misread, so nothing else of
// the file is looked at.
bool is_newer(const Node& root, Diagnostics& diagnostics) {
  int format = 0;
  const auto node = root.find("nammo");
  if (!node || !take(node, format) || format <= kStoreFormat) return false;
  diagnostics.error("schema-range", {kFile, node.place()}, say(msg::settings_newer, format, kStoreFormat),
                    say(msg::settings_newer_help));
  return true;
}

// True when the value of `key` is there without an error in it.
bool is_sound(const Node& root, std::string_view key, const Reading& reading) {
  const auto node = root.find(key);
  return node && !reading.has_error_within(node, node);
}

void read_settings(const Node& root, Store& store, const Reading& reading) {
  store.declared.settings = is_sound(root, "levels", reading);
  read_levels(root.find("levels"), store.settings, reading);
  read_organisations(root.find("organisations"), store.settings, reading);
  store.settings.weekend = {std::chrono::Saturday, std::chrono::Sunday};
  read_fields(root, kSettings, store.settings, reading);
  check_zone(root, reading);
  store.declared.settings = is_sound(root, "levels", reading) && is_sound(root, "organisations", reading) &&
                            (!root.find("recipients") || is_sound(root, "recipients", reading));
}

std::optional<Store> make_store(const Node& root, Diagnostics& diagnostics) {
  const auto zone = find_zone(root);
  if (zone) return Store{{}, *zone, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  diagnostics.error("file-kind", {kFile, {}}, say(msg::settings_no_zones), say(msg::settings_no_zones_help));
  return std::nullopt;
}

}  // namespace

std::optional<Store> load_settings(const FileReader& files, Diagnostics& diagnostics) {
  const std::string file = kFile;
  auto bytes = read_bytes(files, file, Need::required, diagnostics);
  if (!bytes) return std::nullopt;
  const auto first = diagnostics.items().size();
  const auto tree = yaml::read(std::move(*bytes), file, diagnostics);
  const Node root = tree ? tree->root() : Node{};
  if (is_newer(root, diagnostics)) return std::nullopt;
  auto store = make_store(root, diagnostics);
  if (!store || !tree) return store;
  schema::schema_for(schema::FileType::settings).validate(*tree, file, diagnostics);
  read_settings(root, *store, Reading{file, *store, diagnostics, first});
  return store;
}

}  // namespace nammo
