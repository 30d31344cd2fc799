#include "nammo/html.h"

#include <utility>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/charts.h"
#include "render/document.h"
#include "render/escape_xml.h"
#include "render/markdown_tree.h"
#include "render/shipped_files.h"

namespace nammo {
namespace {

constexpr std::size_t kMostUpright = 9;  // columns of figures on a page that is not turned

// "&#1;" in a template of the store's own would make a character that no XML may hold; of "&#xFFFE;" cmark-gfm makes the byte FE.
std::string without_controls(std::string text) {
  while (const auto at = find_invalid_utf8(text)) text.replace(*at, 1, "\xEF\xBF\xBD");
  while (const auto at = find_control_character(text)) text.replace(*at, text[*at] == '\xC2' ? 2 : 1, "\xEF\xBF\xBD");
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (auto at = text.find(none); at != std::string::npos; at = text.find(none, at)) text.replace(at, none.size(), "\xEF\xBF\xBD");
  }
  return text;
}

// Safe mode of cmark: no raw HTML, no javascript: address.
std::string rendered(cmark_node* node) {
  char* html = cmark_render_html(node, CMARK_OPT_DEFAULT, nullptr);
  std::string text = html;
  cmark_get_default_mem_allocator()->free(html);
  return without_controls(std::move(text));
}

std::string inlines(cmark_node* block) {
  std::string text;
  for (cmark_node* child : children_of(block)) {
    text += is_kind(child, "html_inline") ? "<br />" : rendered(child);
  }
  return text;
}

std::string element(const std::string& name, const std::string& attributes, const std::string& content) {
  return "<" + name + (attributes.empty() ? "" : " " + attributes) + ">" + content + "</" + name + ">";
}

std::string class_of(char alignment) {
  if (alignment == 'r') return R"(class="right")";
  return alignment == 'c' ? R"(class="center")" : "";
}

std::string table_row(cmark_node* row, const std::vector<char>& alignments, bool head) {
  std::string cells;
  std::size_t column = 0;
  for (cmark_node* cell : children_of(row)) {
    const auto alignment = class_of(column < alignments.size() ? alignments[column] : '\0');
    const bool names_row = column++ == 0;
    const std::string scope = head ? R"(scope="col")" : names_row ? R"(scope="row")" : "";
    const std::string between = scope.empty() || alignment.empty() ? "" : " ";
    cells += element(scope.empty() ? "td" : "th", scope + between + alignment, inlines(cell));
  }
  return element("tr", "", cells) + "\n";
}

// A box of its own, in which a table that is too wide for the screen scrolls.
std::string figure_table(cmark_node* table) {
  const auto alignments = alignments_of(table);
  std::string head;
  std::string body;
  for (cmark_node* row : children_of(table)) {
    const bool is_head = is_kind(row, "table_header");
    (is_head ? head : body) += table_row(row, alignments, is_head);
  }
  const auto kind = alignments.size() > kMostUpright ? R"(class="table many")" : R"(class="table")";
  return element("div", kind, "\n<table>\n" + element("thead", "", "\n" + head) + "\n" +
                                  element("tbody", "", "\n" + body) + "\n</table>\n") + "\n";
}

// The four places of a block in two columns, line by line: no table for a reader
// who hears the page.
std::string two_columns(cmark_node* table, const std::string& name, const std::string& kind) {
  std::string places;
  for (cmark_node* row : children_of(table)) {
    std::string side = "left";
    for (cmark_node* cell : children_of(row)) {
      const auto content = inlines(cell);
      const auto part = std::string(is_kind(row, "table_header") ? "upper " : "lower ") + side;
      places += element("div", "class=\"" + part + "\"", content) + "\n";
      side = "right";
    }
  }
  return element(name, "class=\"" + kind + "\"", "\n" + places) + "\n";
}

// The lines of the paragraph after the title, each as one of its own. Documents of
// the Party end it with dashes, all others with a rule.
std::string abstract(cmark_node* paragraph) {
  std::string lines;
  std::string line;
  for (cmark_node* child : children_of(paragraph)) {
    if (is_kind(child, "softbreak") || is_kind(child, "linebreak")) {
      lines += element("p", "", line) + "\n";
      line.clear();
    } else {
      line += rendered(child);
    }
  }
  const std::string kind = line == "-----" ? "abstract dashed" : "abstract";
  return element("div", "class=\"" + kind + "\"", "\n" + lines + element("p", "", line) + "\n") + "\n";
}

// A paragraph that is bold as a whole heads what follows.
bool is_heading(cmark_node* paragraph) {
  cmark_node* only = cmark_node_first_child(paragraph);
  return is_kind(paragraph, "paragraph") && is_kind(only, "strong") && cmark_node_next(only) == nullptr;
}

class Body {
 public:
  void add(cmark_node* block);
  [[nodiscard]] std::string take();

 private:
  void add_table(cmark_node* table);
  std::string& here() { return in_annex_ ? annex_ : main_; }

  std::string main_;
  std::string annex_;
  bool in_annex_ = false;
  bool wide_ = false;
  bool first_ = true;
  bool after_title_ = false;
};

void Body::add_table(cmark_node* table) {
  if (first_ && alignments_of(table).size() == 2) {
    main_ += two_columns(table, "header", "letterhead");
  } else if (!in_annex_ && is_signature(table)) {
    main_ += two_columns(table, "footer", "signature");
    in_annex_ = true;
  } else {
    wide_ = wide_ || (in_annex_ && alignments_of(table).size() > kMostUpright);
    here() += figure_table(table);
  }
}

void Body::add(cmark_node* block) {
  if (is_kind(block, "table")) {
    add_table(block);
  } else if (after_title_ && is_kind(block, "paragraph")) {
    main_ += abstract(block);
  } else if (is_heading(block)) {
    here() += element("p", R"(class="heading")", inlines(block)) + "\n";
  } else {
    here() += rendered(block);
  }
  after_title_ = is_kind(block, "heading") && cmark_node_get_heading_level(block) == 1;
  first_ = false;
}

std::string Body::take() {
  const auto kind = wide_ ? R"(class="annex wide")" : R"(class="annex")";
  if (!annex_.empty()) main_ += element("section", kind, "\n" + annex_) + "\n";
  return std::move(main_);
}

// `more`: HTML after the document.
std::string page(std::string_view markdown, std::string_view title, Language language, const std::string& more) {
  const auto tree = read_markdown(markdown);
  Body body;
  for (cmark_node* block : children_of(tree.get())) body.add(block);
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(language == Language::vi ? "vi" : "en") + "\">\n<head>\n" +
         R"(<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'" />
)" + element("title", "", escape_xml(title)) +
         "\n<style>\n" + std::string(shipped_file("page.css")) + "</style>\n</head>\n<body>\n<main>\n" + body.take() + more +
         "</main>\n</body>\n</html>\n";
}

// A picture of a page's width, in a box in which it scrolls on a small screen.
std::string chart_annex(const Charts& charts, Language language) {
  std::string blocks = element("h3", "", escape_xml(say_in(language, msg::chart_annex))) + "\n";
  for (const Chart& chart : charts.drawn) blocks += element("figure", R"(class="chart")", "\n" + chart.svg) + "\n";
  std::string items;
  for (const auto& sentence : charts.left_out) items += element("li", "", escape_xml(sentence)) + "\n";
  if (!items.empty()) blocks += element("ul", "", "\n" + items) + "\n";
  return element("section", R"(class="annex")", "\n" + blocks) + "\n";
}

}  // namespace

std::string html_page(std::string_view markdown, std::string_view title, Language language) {
  return page(markdown, title, language, {});
}

std::string document_html(const Store& store, const Consolidated& report, const DocumentOptions& options,
                          const Charts& charts) {
  return page(document_markdown(store, report, options), document_title(store, report.question, options.language),
              options.language, chart_annex(charts, options.language));
}

std::string document_html(const Store& store, const Consolidated& report, const DocumentOptions& options) {
  return html_page(document_markdown(store, report, options), document_title(store, report.question, options.language),
                   options.language);
}

}  // namespace nammo
