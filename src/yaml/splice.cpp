#include "yaml/splice.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <variant>

#include "yaml/quote.h"
#include "yaml/shape.h"

namespace nammo::yaml {
namespace {

using Step = EditPath::value_type;
using Splices = std::vector<Splice>;

bool is_list_of_mappings(const EditValue& value) {
  const auto is_mapping = [](const EditValue& item) { return item.kind == EditValue::Kind::mapping; };
  return value.kind == EditValue::Kind::list && !value.items.empty() && std::all_of(value.items.begin(), value.items.end(), is_mapping);
}

// An entry of a collection; of a list without a key.
struct Entry {
  Node key;
  Node value;
};

class Splicer {
 public:
  Splicer(const Edit& edit, const Tree& tree) : edit_(edit), tree_(tree), source_(tree.source()) {}

  [[nodiscard]] std::optional<Splices> all() const {
    switch (edit_.kind) {
      case Edit::Kind::set: return set(edit_.value);
      case Edit::Kind::append: return append();
      case Edit::Kind::remove: return remove();
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<Splices> set(const EditValue& value) const;
  [[nodiscard]] std::optional<Splices> append() const;
  [[nodiscard]] std::optional<Splices> remove() const;
  [[nodiscard]] Splices add_pair(Node mapping, const std::string& key, const EditValue& value) const;
  [[nodiscard]] Splices replace(const Entry& entry, const EditValue& value) const;
  [[nodiscard]] Splices remove_entry(Node holder, const std::vector<Entry>& entries, std::size_t place) const;

  [[nodiscard]] static std::vector<Entry> entries_of(Node holder) {
    std::vector<Entry> entries;
    if (holder.is_mapping()) {
      holder.each_pair([&](Node key, Node value) { entries.push_back({key, value}); });
    } else if (holder.is_sequence()) {
      for (const Node item : holder) entries.push_back({{}, item});
    }
    return entries;
  }
  [[nodiscard]] static std::optional<std::size_t> place_of(const std::vector<Entry>& entries, const Step& step) {
    if (const auto* index = std::get_if<std::size_t>(&step)) {
      const bool there = *index < entries.size() && !entries[*index].key;
      return there ? std::optional(*index) : std::nullopt;
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].key && entries[i].key.text() == std::get<std::string>(step)) return i;
    }
    return std::nullopt;
  }
  [[nodiscard]] static std::optional<Entry> find(Node root, std::span<const Step> path) {
    Entry entry{{}, root};
    for (const Step& step : path) {
      const auto entries = entries_of(entry.value);
      const auto place = place_of(entries, step);
      if (!place) return std::nullopt;
      entry = entries[*place];
    }
    return entry;
  }
  [[nodiscard]] std::optional<Entry> holder() const {
    if (edit_.path.empty()) return std::nullopt;
    return find(tree_.root(), std::span(edit_.path).first(edit_.path.size() - 1));
  }

  [[nodiscard]] bool is_flow(Node node) const {
    const auto begin = node.begin_byte();
    return !node.is_scalar() && begin < source_.size() && (source_[begin] == '{' || source_[begin] == '[');
  }
  // The byte after the last that says something; blank lines and comments behind it do not.
  [[nodiscard]] std::size_t end_of(Node node) const {
    if (!node.is_scalar() && !is_flow(node)) {
      std::size_t end = node.begin_byte();
      for (const Node child : node) end = std::max(end, end_of(child));
      return end;
    }
    std::size_t end = node.end_byte();
    const bool block = node.is_scalar() && (node.style() == Style::literal || node.style() == Style::folded);
    if (!block) return end;
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (end > node.begin_byte() && blank(source_[end - 1])) --end;
    return end;
  }
  [[nodiscard]] std::size_t start_of_line(std::size_t byte) const {
    const auto newline = byte == 0 ? std::string::npos : source_.rfind('\n', byte - 1);
    return newline != std::string::npos ? newline + 1 : source_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  }
  [[nodiscard]] std::size_t next_line(std::size_t byte) const {
    const auto newline = source_.find('\n', byte);
    return newline == std::string::npos ? source_.size() : newline + 1;
  }
  [[nodiscard]] std::string line_end() const {
    const auto newline = source_.find('\n');
    return newline != std::string::npos && newline > 0 && source_[newline - 1] == '\r' ? "\r\n" : "\n";
  }
  // A line of its own after the one in which `byte` stands.
  [[nodiscard]] Splice line_after(std::size_t byte, std::size_t indent, const std::string& text) const {
    const auto place = next_line(byte);
    const bool open = place > 0 && source_[place - 1] != '\n';  // the last line has no end
    const std::string line = std::string(indent, ' ') + text;
    return {place, place, open ? line_end() + line : line + line_end()};
  }
  // The elements of a new list, each in a line of its own below its key.
  [[nodiscard]] std::string in_lines(const EditValue& list, std::size_t indent) const {
    std::string text;
    for (const auto& item : list.items) text += line_end() + std::string(indent + 2, ' ') + "- " + written(item, Around::block);
    return text;
  }
  [[nodiscard]] std::size_t column_of(std::size_t byte) const { return byte - start_of_line(byte); }
  // The `-` of an element of a block list.
  [[nodiscard]] std::size_t dash_of(Node list, Node element) const {
    return std::max(list.begin_byte(), source_.rfind('-', std::max<std::size_t>(element.begin_byte(), 1) - 1));
  }
  [[nodiscard]] bool begins_line(std::size_t byte) const {
    const auto start = start_of_line(byte);
    return source_.find_first_not_of(' ', start) == byte;
  }

  const Edit& edit_;
  const Tree& tree_;
  const std::string& source_;
};

Splices Splicer::add_pair(Node mapping, const std::string& key, const EditValue& value) const {
  const auto entries = entries_of(mapping);
  const bool flow = is_flow(mapping);
  const auto around = flow ? Around::flow : Around::block;
  const auto indent = entries.empty() ? 0 : column_of(entries.front().key.begin_byte());
  const bool lines = !flow && is_list_of_mappings(value);
  const std::string pair = quoted(key, around) + ":" + (lines ? in_lines(value, indent) : " " + written(value, around));
  if (entries.empty() && flow) return {{mapping.begin_byte() + 1, mapping.begin_byte() + 1, pair}};
  if (entries.empty()) return {line_after(source_.size(), 0, pair)};
  const auto sibling = place_of(entries, edit_.after).value_or(entries.size() - 1);
  const Entry& before = entries[sibling];
  const auto end = std::max(before.key.end_byte(), end_of(before.value));
  if (flow) return {{end, end, ", " + pair}};
  return {line_after(end, indent, pair)};
}

Splices Splicer::replace(const Entry& entry, const EditValue& value) const {
  const Node old = entry.value;
  const auto around = Around::flow;  // what is safe there is safe everywhere
  const auto text = written(value, around);
  const auto end = end_of(old);
  const bool block = !old.is_scalar() && !is_flow(old);
  if (!block) {
    const bool nothing = old.begin_byte() == end;  // "key:" or "-"
    return {{old.begin_byte(), end, nothing ? " " + text : text}};
  }
  if (!entry.key || !begins_line(old.begin_byte())) return {{old.begin_byte(), end, text}};
  const auto colon = source_.find(':', entry.key.end_byte()) + 1;
  return {{colon, colon, " " + text}, {start_of_line(old.begin_byte()), next_line(end), {}}};
}

std::optional<Splices> Splicer::set(const EditValue& value) const {
  const auto held = holder();
  if (!held || !held->value) return std::nullopt;
  const auto entries = entries_of(held->value);
  const auto& last = edit_.path.back();
  if (const auto place = place_of(entries, last)) {
    if (shape_of(entries[*place].value) == shape_of(value)) return Splices{};
    return replace(entries[*place], value);
  }
  const auto* key = std::get_if<std::string>(&last);
  if (key == nullptr || !held->value.is_mapping()) return std::nullopt;
  return add_pair(held->value, *key, value);
}

std::optional<Splices> Splicer::append() const {
  const auto list = find(tree_.root(), edit_.path);
  if (!list || list->value.is_null()) return set(list_value({edit_.value}));
  const Node node = list->value;
  if (!node.is_sequence()) return std::nullopt;
  const auto entries = entries_of(node);
  const auto value = shape_of(edit_.value);
  const auto same = [&](const Entry& entry) { return shape_of(entry.value) == value; };
  if (std::any_of(entries.begin(), entries.end(), same)) return Splices{};
  const bool flow = is_flow(node);
  const auto text = written(edit_.value, flow ? Around::flow : Around::block);
  if (entries.empty()) return Splices{{node.begin_byte() + 1, node.begin_byte() + 1, text}};
  const auto end = end_of(entries.back().value);
  if (flow) return Splices{{end, end, ", " + text}};
  return Splices{line_after(end, column_of(dash_of(node, entries.front().value)), "- " + text)};
}

Splices Splicer::remove_entry(Node holder, const std::vector<Entry>& entries, std::size_t place) const {
  const auto begin_of = [&](std::size_t i) {
    if (entries[i].key) return entries[i].key.begin_byte();
    return is_flow(holder) ? entries[i].value.begin_byte() : dash_of(holder, entries[i].value);
  };
  const auto end_at = [&](std::size_t i) {
    return std::max(entries[i].key ? entries[i].key.end_byte() : 0, end_of(entries[i].value));
  };
  const bool last = place + 1 == entries.size();
  const auto begin = begin_of(place);
  if (is_flow(holder)) {
    if (!last) return {{begin, begin_of(place + 1), {}}};
    return {{place == 0 ? begin : end_at(place - 1), end_at(place), {}}};
  }
  if (begins_line(begin)) return {{start_of_line(begin), next_line(end_at(place)), {}}};
  // The first of "- id: …", of more than one. "? key", or a line that a bare CR began, is left as it is: refused.
  const auto lead = source_.substr(start_of_line(begin), begin - start_of_line(begin));
  if (last || lead.find_first_not_of("- ") != std::string::npos) return {};
  return {{begin, begin_of(place + 1), {}}};
}

std::optional<Splices> Splicer::remove() const {
  const auto held = holder();
  if (!held || !held->value) return std::nullopt;
  const auto entries = entries_of(held->value);
  const auto place = place_of(entries, edit_.path.back());
  if (!place) return Splices{};
  const bool nested = edit_.path.size() > 1;
  if (entries.size() > 1 || is_flow(held->value) || !nested) return remove_entry(held->value, entries, *place);
  return replace(*held, held->value.is_mapping() ? mapping_value({}) : list_value({}));
}

}  // namespace

std::optional<Splices> splices_of(const Edit& edit, const Tree& tree) { return Splicer(edit, tree).all(); }

std::string spliced(const std::string& source, const Splices& splices) {
  std::string result;
  std::size_t from = 0;
  for (const auto& splice : splices) {
    result.append(source, from, splice.begin - from);
    result += splice.text;
    from = splice.end;
  }
  return result.append(source, from);
}

}  // namespace nammo::yaml
