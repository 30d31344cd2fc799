#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/catalogue/model.h"
#include "base/catalogue/render.h"
#include "base/catalogue/rules.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "model/open_document.h"
#include "nammo/templates.h"
#include "render/check_template.h"
#include "render/template_files.h"

namespace nammo {
namespace {

constexpr std::string_view kEnding = ".mustache";
constexpr std::string_view kHidden = ".mustache.txt";  // what an editor makes of the name, where endings do not show

using Uses = std::map<std::string, TemplateUse, std::less<>>;

void add_names(const DocumentKind& kind, Uses& uses) {
  const TemplateScope scope = kind.layout == Layout::brief ? TemplateScope::brief : TemplateScope::full;
  for (const auto& name : template_names(kind, kOutline)) uses.try_emplace(name, TemplateUse{scope, true});
  for (const auto part : parts_for(scope)) {
    for (const auto& name : template_names(kind, part)) uses.try_emplace(name, TemplateUse{TemplateScope::any, false});
  }
}

void add_kinds(DocumentKind kind, Uses& uses) {
  for (const auto language : {Language::vi, Language::en}) {
    for (const auto layout : {Layout::full, Layout::brief}) {
      for (const auto period : {PeriodKind::week, PeriodKind::month}) {
        kind.language = language;
        kind.layout = layout;
        kind.period = period;
        add_names(kind, uses);
      }
    }
  }
}

// Every name under which a template of this store would be found. Empty where its
// settings or its regime have an error.
std::optional<Uses> uses_in(const FileReader& files) {
  Diagnostics ignored;  // check_store finds the same
  auto store = load_settings(files, ignored);
  if (store) load_regime(files, *store, ignored);
  if (!store || ignored.has_errors()) return std::nullopt;
  std::vector<std::string> types{""};
  for (const ReportType& type : store->regime.types) types.push_back(type.id.str());
  Uses uses;
  DocumentKind kind;
  for (const Organisation& organisation : store->settings.organisations) {
    kind.org = organisation.id.str();
    for (const auto family : {LetterheadFamily::state, LetterheadFamily::party, LetterheadFamily::mass_organisation}) {
      kind.family = family;
      add_names(kind, uses);
    }
    for (const auto& type : types) {
      kind.type = type;
      add_kinds(kind, uses);
    }
  }
  return uses;
}

void warn_of_name(const std::string& path, std::string_view name, const Uses& uses, Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const auto& [known, use] : uses) names.push_back(known);
  const auto near = closest(name, names);
  diagnostics.warning("template-unused", {path, {}}, say(msg::template_unused),
                      near.empty() ? say(msg::template_unused_help)
                                   : say(msg::model_did_you_mean, std::string(near) + std::string(kEnding)));
}

void check_file(const FileReader& files, const std::string& path, TemplateUse use, Diagnostics& diagnostics) {
  const auto bytes = model::read_bytes(files, path, model::Need::required, diagnostics);
  if (!bytes) return;
  check_template(*bytes, path, use, diagnostics);
  if (find_invalid_utf8(*bytes)) return;
  if (const auto at = find_not_nfc(*bytes)) {
    diagnostics.warning("text-nfd", {path, place_in(*bytes, line_starts(*bytes), *at, *at + 1)}, say(msg::text_nfd),
                        say(msg::text_nfd_help));
  }
}

}  // namespace

void check_templates(const FileReader& files, const std::function<bool(std::string_view path)>& wanted,
                     Diagnostics& diagnostics) {
  Diagnostics listing;
  const auto entries = model::list_folder(files, kTemplateFolder, listing);
  if (wanted(kTemplateFolder)) diagnostics.append(std::move(listing));
  std::optional<Uses> uses;
  bool looked = false;
  for (const FolderEntry& entry : entries) {
    const std::string path = std::string(kTemplateFolder) + "/" + entry.name;
    const bool hidden = entry.name.ends_with(kHidden);
    if (!wanted(path) || (!entry.name.ends_with(kEnding) && !hidden)) continue;
    if (!std::exchange(looked, true)) uses = uses_in(files);
    const std::string_view name = std::string_view(entry.name).substr(0, entry.name.find(kEnding));
    const bool known = uses && !hidden && uses->contains(name);
    if (uses && !known) warn_of_name(path, name, *uses, diagnostics);
    if (!hidden) check_file(files, path, known ? uses->find(name)->second : TemplateUse{}, diagnostics);
  }
}

}  // namespace nammo
