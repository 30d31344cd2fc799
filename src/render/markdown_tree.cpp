#include "render/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>

#include <string>

#include "base/spare_memory.h"

namespace nammo {
namespace {

constexpr int kOptions = CMARK_OPT_VALIDATE_UTF8;
// What cmark takes at most, in bytes for each of a text, and for its own beginning. It ends
// the program where it gets no memory.
constexpr std::size_t kTreeOfByte = 64;
constexpr std::size_t kTree = std::size_t{1} << 20U;

cmark_syntax_extension* table_extension() {
  static cmark_syntax_extension* const found = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  return found;
}

MarkdownTree parse(std::string_view text) {
  struct Free {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  };
  need_memory(kTree + kTreeOfByte * text.size());
  const std::unique_ptr<cmark_parser, Free> parser{cmark_parser_new(kOptions)};
  cmark_parser_attach_syntax_extension(parser.get(), table_extension());
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return MarkdownTree{cmark_parser_finish(parser.get())};
}

std::vector<cmark_node*> all_nodes(cmark_node* root) {
  struct Free {
    void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
  };
  std::vector<cmark_node*> nodes;
  const std::unique_ptr<cmark_iter, Free> iter{cmark_iter_new(root)};
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
    if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(iter.get()));
  }
  return nodes;
}

cmark_node* text_of(const std::string& literal) {
  cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, literal.c_str());
  return text;
}

void replace(cmark_node* old_node, cmark_node* new_node) {
  cmark_node_replace(old_node, new_node);
  cmark_node_free(old_node);
}

void take_out_tag(cmark_node* tag) {
  const std::string literal = cmark_node_get_literal(tag);
  const bool breaks = literal == "<br>" || literal == "<br/>" || literal == "<br />";
  // cmark takes no line break right inside a table's cell: there the tag stays.
  if (breaks && is_kind(cmark_node_parent(tag), "table_cell")) return;
  replace(tag, breaks ? cmark_node_new(CMARK_NODE_LINEBREAK) : text_of(literal));
}

void take_out_block(cmark_node* block) {
  std::string literal = cmark_node_get_literal(block);
  while (literal.ends_with('\n')) literal.pop_back();
  cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node_append_child(paragraph, text_of(literal));
  replace(block, paragraph);
}

void take_out_image(cmark_node* image) {
  for (cmark_node* child : children_of(image)) cmark_node_insert_before(image, child);
  cmark_node_unlink(image);
  cmark_node_free(image);
}

}  // namespace

MarkdownTree read_markdown(std::string_view text) {
  MarkdownTree tree = parse(text);
  for (cmark_node* node : all_nodes(tree.get())) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HTML_INLINE) take_out_tag(node);
    if (type == CMARK_NODE_HTML_BLOCK) take_out_block(node);
    if (type == CMARK_NODE_IMAGE) take_out_image(node);
  }
  return tree;
}

std::vector<cmark_node*> children_of(cmark_node* node) {
  std::vector<cmark_node*> children;
  for (cmark_node* at = cmark_node_first_child(node); at != nullptr; at = cmark_node_next(at)) children.push_back(at);
  return children;
}

bool is_kind(cmark_node* node, std::string_view kind) { return kind == cmark_node_get_type_string(node); }

std::vector<char> alignments_of(cmark_node* table) {
  const auto count = cmark_gfm_extensions_get_table_columns(table);
  const auto* first = cmark_gfm_extensions_get_table_alignments(table);
  std::vector<char> alignments;
  for (std::size_t i = 0; i < count; ++i) alignments.push_back(static_cast<char>(first[i]));
  return alignments;
}

bool is_signature(cmark_node* table) {
  if (alignments_of(table).size() != 2) return false;
  cmark_node* head = cmark_node_first_child(cmark_node_first_child(table));
  cmark_node* outer = cmark_node_first_child(head);
  if (outer == nullptr || cmark_node_next(outer) != nullptr) return false;
  cmark_node* inner = cmark_node_first_child(outer);
  return (is_kind(outer, "emph") && is_kind(inner, "strong")) || (is_kind(outer, "strong") && is_kind(inner, "emph"));
}

}  // namespace nammo
