#include <string_view>
#include <utility>

#include "model/open_document.h"
#include "model/references.h"
#include "nammo/store.h"
#include "nammo/store_files.h"

namespace nammo {
namespace {

using namespace model;

constexpr const char* kFolder = "officers";
constexpr std::string_view kEnding = ".yaml";

constexpr Field<Officer> kOfficer[] = {{"name", value<&Officer::name>},   {"org", reference<&Officer::org>},
                                       {"title", value<&Officer::title>}, {"email", value<&Officer::email>},
                                       {"phone", value<&Officer::phone>}, {"account", value<&Officer::account>}};

// The officer for whom a file of that name speaks.
std::optional<OfficerId> officer_of(std::string_view name) {
  if (!name.ends_with(kEnding)) return std::nullopt;
  name.remove_suffix(kEnding.size());
  return is_id(name) ? std::optional{OfficerId{std::string(name)}} : std::nullopt;
}

void find_officers(const FileReader& files, Store& store, Diagnostics& diagnostics) {
  const auto errors = diagnostics.errors();
  for (const auto& entry : list_folder(files, kFolder, diagnostics)) {
    if (auto id = officer_of(entry.name)) store.known_officers.insert(std::move(*id));
  }
  store.declared.officers = diagnostics.errors() == errors;
}

void load_officer(const FileReader& files, const OfficerId& id, Store& store, Diagnostics& diagnostics) {
  const std::string file = officer_path(id);
  const auto first = diagnostics.items().size();
  const auto document = open_document(files, file, schema::FileType::officer, Need::optional, diagnostics);
  if (!document.tree) return;
  Officer officer;
  officer.id = id;
  read_fields(document.tree->root(), kOfficer, officer, Reading{file, store, diagnostics, first});
  if (officer.name.empty()) officer.name = id.str();
  store.officers[id] = std::move(officer);
}

}  // namespace

void list_officers(const FileReader& files, Store& store) {
  Diagnostics unheard;  // load_officers says what is wrong with the folder
  find_officers(files, store, unheard);
}

void load_officers(const FileReader& files, Store& store, Diagnostics& diagnostics) {
  find_officers(files, store, diagnostics);
  for (const auto& id : store.known_officers) load_officer(files, id, store, diagnostics);
}

}  // namespace nammo
