#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>
#include <vector>

namespace nammo {

struct FreeMarkdown {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using MarkdownTree = std::unique_ptr<cmark_node, FreeMarkdown>;

// CommonMark with tables. No raw HTML is left in the tree: any tag but `<br>` is
// text, and `<br>` a line break; right inside a table's cell it is the one kind of
// html_inline there is. An image is its text.
[[nodiscard]] MarkdownTree read_markdown(std::string_view text);

// The nodes right below one, in order.
[[nodiscard]] std::vector<cmark_node*> children_of(cmark_node* node);
[[nodiscard]] bool is_kind(cmark_node* node, std::string_view kind);  // "table", "heading" …
// 'l', 'c', 'r' or 0 for each column of a table.
[[nodiscard]] std::vector<char> alignments_of(cmark_node* table);
// The block of recipients and signature: two columns, the first head bold and italic.
[[nodiscard]] bool is_signature(cmark_node* table);

}  // namespace nammo
