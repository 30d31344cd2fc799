#include "nammo/templates.h"
#include "render/document.h"
#include "render/template_files.h"
#include "render/template_names.h"

namespace nammo {
namespace {

// The store's own template for a part, else the one that nammo ships.
std::string_view text_of(const DocumentOptions& options, const DocumentKind& kind, std::string_view part) {
  if (options.templates != nullptr) {
    const auto own = options.templates->parts.find(part);
    if (own != options.templates->parts.end()) return own->second.text;
  }
  return shipped_template(template_names(kind, part).back());
}

}  // namespace

Tree document_tree(const Document& document) {
  Tree tree;
  put_letterhead(document, tree);
  put_head(document, tree);
  put_absences(document, tree);
  put_trend(document, tree);
  if (document.options.layout == Layout::brief) {
    put_brief(document, tree);
    return tree;
  }
  put_situation(document, tree);
  put_opinions(document, tree);
  put_results(document, tree);
  put_outlook(document, tree);
  put_proposals(document, tree);
  put_petitions(document, tree);
  put_annex(document, tree);
  return tree;
}

std::string document_markdown(const Store& store, const Consolidated& report, const DocumentOptions& options) {
  const Document document{store, report, options, read_sources(store, report, options.texts)};
  const DocumentKind kind = kind_of(store, report.question, options.layout, options.language);
  const bool brief = options.layout == Layout::brief;
  std::vector<TemplatePart> parts;
  for (const auto part : parts_for(brief ? TemplateScope::brief : TemplateScope::full)) {
    parts.push_back({std::string(part), text_of(options, kind, part)});
  }
  return fill_template(text_of(options, kind, kOutline), document_tree(document), parts);
}

}  // namespace nammo
