#pragma once

#include <kainjow/mustache.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nammo {

// What a template shows: a tree of texts and lists. {{name}} writes a text as
// escaped Markdown (render/escape_markdown.h); {{{name}}} is never used on one
// that comes from the store. An absent text and an empty list hide the sections
// of their name, and a name that is absent in a list's item is not looked for
// further up.
using Tree = kainjow::mustache::data;

[[nodiscard]] Tree text_node(const std::string& text);
void put(Tree& tree, const char* name, const std::string& text);
void put(Tree& tree, const char* name, const char* text);
void put(Tree& tree, const char* name, bool shown);
void put(Tree& tree, const char* name, Tree node);
// A list of objects; its last gets `last`, all others do not.
void put(Tree& tree, const char* name, std::vector<Tree> items);
// A list of plain texts, each as `text`.
void put(Tree& tree, const char* name, const std::vector<std::string>& texts);

// The text of a template that nammo ships (src/render/templates/<name>.mustache),
// without its last line end. The name must exist.
[[nodiscard]] std::string_view shipped_template(std::string_view name);

// Fills in a template; those of `parts` stand in for {{> name}}. Each must be one
// that nammo ships or that check_template() has nothing against. The result is
// finished Markdown.
struct TemplatePart {
  std::string name;  // as the template calls it
  std::string_view text;
};
[[nodiscard]] std::string fill_template(std::string_view text, Tree tree, const std::vector<TemplatePart>& parts);

}  // namespace nammo
