#include "render/template.h"

#include <algorithm>
#include <stdexcept>

#include "render/escape_markdown.h"
#include "render/shipped_files.h"

namespace nammo {
namespace {

// Stands before each text from outside until the line around it is known. It
// cannot come from outside: escaping replaces control characters.
constexpr char kOutside = '\x01';
// Stands for an empty line of a template: kainjow's own leaves one where a
// section shows nothing, which would tear lists apart.
constexpr std::string_view kEmptyLine = "\x02";

// Length of the mark of a list item or a quotation at the start of `text`: "- ",
// "* ", "12. ", ">"; 0 when there is none.
std::size_t block_mark(std::string_view text) {
  if (text.starts_with('>')) return 1;
  std::size_t i = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool ordered = i > 0 && i < text.size() && (text[i] == '.' || text[i] == ')');
  const bool bullet = i == 0 && !text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+');
  if (!ordered && !bullet) return 0;
  ++i;
  return i < text.size() && (text[i] == ' ' || text[i] == '\t') ? i : 0;
}

// True when what stands in a line so far leaves it open to a block: blanks and the
// marks of list items and quotations.
bool opens_block(std::string_view before) {
  while (true) {
    const auto first = before.find_first_not_of(" \t-");
    if (first == std::string_view::npos) return true;
    before.remove_prefix(first);
    const auto mark = block_mark(before);
    if (mark == 0) return false;
    before.remove_prefix(mark);
  }
}

std::string finish_line(std::string_view line) {
  std::string result;
  while (true) {
    const auto mark = line.find(kOutside);
    result += line.substr(0, mark);
    if (mark == std::string_view::npos) return result;
    line.remove_prefix(mark + 1);
    if (!opens_block(result)) continue;
    const auto next = std::min(line.find(kOutside), line.size());
    result += escape_line_start(line.substr(0, next));
    line.remove_prefix(next);
  }
}

// Never two empty lines together, and none at the ends.
std::string finish_markdown(std::string_view text) {
  std::string result;
  bool after_empty = true;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    const auto line = text.substr(from, end - from);
    from = end + 1;
    const bool empty = line == kEmptyLine;
    if (line.empty() || (empty && after_empty)) continue;
    after_empty = empty;
    if (!empty) result += finish_line(line);
    result += '\n';
  }
  if (after_empty && !result.empty()) result.pop_back();
  return result;
}

// The template as kainjow gets it.
std::string prepared(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n' && (result.empty() || result.back() == '\n')) result += kEmptyLine;
    result += c;
  }
  return result;
}

}  // namespace

Tree text_node(const std::string& text) { return text.empty() ? Tree{false} : Tree{text}; }

void put(Tree& tree, const char* name, const std::string& text) { tree[name] = text_node(text); }

void put(Tree& tree, const char* name, const char* text) { put(tree, name, std::string{text}); }

void put(Tree& tree, const char* name, bool shown) { tree[name] = Tree{shown}; }

void put(Tree& tree, const char* name, Tree node) { tree[name] = std::move(node); }

void put(Tree& tree, const char* name, std::vector<Tree> items) {
  Tree list{Tree::type::list};
  for (std::size_t i = 0; i < items.size(); ++i) {
    put(items[i], "last", i + 1 == items.size());
    list << items[i];
  }
  tree[name] = std::move(list);
}

void put(Tree& tree, const char* name, const std::vector<std::string>& texts) {
  std::vector<Tree> items;
  for (const auto& text : texts) {
    Tree item;
    put(item, "text", text);
    items.push_back(std::move(item));
  }
  put(tree, name, std::move(items));
}

std::string_view shipped_template(std::string_view name) {
  const auto file = std::string(name) + ".mustache";
  const auto found = std::find_if(kShippedFiles.begin(), kShippedFiles.end(),
                                  [&](const ShippedFile& shipped) { return shipped.name == file; });
  if (found == kShippedFiles.end()) throw std::logic_error("template " + std::string(name) + ": is not shipped");
  const std::string_view text = found->bytes;
  return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
}

std::string fill_template(std::string_view text, Tree tree, const std::vector<TemplatePart>& parts) {
  for (const auto& part : parts) {
    tree[part.name] = Tree{kainjow::mustache::partial{[part_text = prepared(part.text)] { return part_text; }}};
  }
  kainjow::mustache::mustache filled{prepared(text)};
  filled.set_custom_escape([](const std::string& data) { return kOutside + escape_markdown(data); });
  const std::string result = filled.render(tree);
  if (!filled.is_valid()) throw std::logic_error("template: " + filled.error_message());
  return finish_markdown(result);
}

}  // namespace nammo
