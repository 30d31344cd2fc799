#include "nammo/templates.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/unicode.h"
#include "model/open_document.h"
#include "render/check_template.h"
#include "render/template.h"
#include "render/template_files.h"
#include "render/template_tags.h"

namespace nammo {
namespace {

constexpr std::string_view kEnding = ".mustache";

std::string path_of(const std::string& name) { return std::string(kTemplateFolder) + "/" + name + std::string(kEnding); }

// As the renderer takes it: NFC, without a byte order mark, line ends LF, lines of
// blanks empty, no line end at the end.
std::string prepared(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string text;
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const auto line = bytes.substr(0, end);
    bytes.remove_prefix(end);
    if (line.find_first_not_of(" \t") != std::string_view::npos) text += line;
    if (bytes.empty()) break;
    bytes.remove_prefix(bytes.starts_with("\r\n") ? 2 : 1);
    text += '\n';
  }
  while (text.ends_with('\n')) text.pop_back();
  return to_nfc(text);
}

class Loader {
 public:
  Loader(const FileReader& files, DocumentKind kind, Diagnostics& diagnostics)
      : files_(files), kind_(std::move(kind)), diagnostics_(diagnostics) {}

  Templates run() {
    const int errors = diagnostics_.errors();
    for (const FolderEntry& entry : model::list_folder(files_, kTemplateFolder, diagnostics_)) there_.insert(entry.name);
    if (diagnostics_.errors() > errors) ++result_.refused;
    const TemplateScope scope = kind_.layout == Layout::brief ? TemplateScope::brief : TemplateScope::full;
    load(kOutline, {scope, true});
    const auto outline = result_.parts.find(kOutline);
    const std::string_view text = outline == result_.parts.end()
                                      ? shipped_template(template_names(kind_, kOutline).back())
                                      : std::string_view(outline->second.text);
    for (const TemplateTag& tag : find_tags(text)) {
      if (tag.kind == TagKind::part && !result_.parts.contains(tag.name)) load(tag.name, {TemplateScope::any, false});
    }
    return std::move(result_);
  }

 private:
  void load(std::string_view part, TemplateUse use) {
    for (const auto& name : template_names(kind_, part)) {
      if (!there_.contains(name + std::string(kEnding)) || !tried_.insert(name).second) continue;
      const auto path = path_of(name);
      const int errors = diagnostics_.errors();
      const auto bytes = model::read_bytes(files_, path, model::Need::optional, diagnostics_);
      if (bytes) check_template(*bytes, path, use, diagnostics_);
      if (diagnostics_.errors() > errors) {
        ++result_.refused;
      } else if (bytes) {
        result_.parts.emplace(part, TemplateFile{path, prepared(*bytes)});
        return;
      }
    }
  }

  const FileReader& files_;
  DocumentKind kind_;
  Diagnostics& diagnostics_;
  std::set<std::string> there_;
  std::set<std::string> tried_;
  Templates result_;
};

}  // namespace

Templates load_templates(const FileReader& files, const Store& store, const Question& question, Layout layout,
                         Language language, Diagnostics& diagnostics) {
  return Loader(files, kind_of(store, question, layout, language), diagnostics).run();
}

}  // namespace nammo
