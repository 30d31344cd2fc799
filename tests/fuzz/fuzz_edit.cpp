// Edits: the first line of an input is an edit, "set text 3 words": what to do, the kind of
// value, the place (counted through the whole document), the value; the rest is a YAML file.
#include <algorithm>
#include <charconv>
#include <span>

#include "base/unicode.h"
#include "fuzz/must.h"
#include "nammo/edit.h"
#include "yaml/read.h"

using namespace nammo;
using fuzz::must;
using Steps = std::span<const EditPath::value_type>;

namespace {

std::string_view take_word(std::string_view& line) {
  const auto end = std::min(line.find(' '), line.size());
  const auto word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

void add_paths(const yaml::Node& node, const EditPath& path, std::vector<EditPath>& all) {
  if (!path.empty()) all.push_back(path);
  const auto go_on = [&](EditPath::value_type step, const yaml::Node& child) {
    EditPath longer = path;
    longer.push_back(std::move(step));
    add_paths(child, longer, all);
  };
  std::size_t index = 0;
  if (node.is_sequence()) for (const yaml::Node item : node) go_on(index++, item);
  if (node.is_mapping()) node.each_pair([&](const yaml::Node& key, const yaml::Node& value) { go_on(std::string(key.text()), value); });
}

EditValue value_in(std::string_view kind, std::string_view words) {
  const auto text = text_value(std::string(words));
  if (kind.starts_with('p')) return plain_value(words.size() % 2 == 0 ? "2024-12-31" : "12");
  if (kind.starts_with('l')) return list_value({text, plain_value("7")});
  if (kind.starts_with('m')) return mapping_value({{"k", text}, {std::string(words), list_value({mapping_value({{"a", text}})})}});
  return text;
}

// The edit that a line asks for; empty where its words cannot be a text of a file.
std::optional<Edit> edit_in(std::string_view line, const yaml::Node& root) {
  const auto what = take_word(line);
  const auto kind = take_word(line);
  const auto number = take_word(line);
  if (find_invalid_utf8(line) || find_control_character(line) || line.find("\xEF\xBF\xBE") != std::string_view::npos || line == "k") return std::nullopt;
  std::vector<EditPath> paths;
  add_paths(root, {}, paths);
  unsigned place = 0;
  std::from_chars(number.data(), number.data() + number.size(), place);
  Edit edit{Edit::Kind::set, paths.empty() ? EditPath{"k"} : paths[place % paths.size()], value_in(kind, to_nfc(line)), {}};
  if (what.starts_with('n')) edit.path.back() = to_nfc(line);
  if (what.starts_with('a')) edit.kind = Edit::Kind::append;
  if (what.starts_with('r')) edit.kind = Edit::Kind::remove;
  return edit;
}

bool says(const yaml::Node& node, const EditValue& value) {
  if (value.kind == EditValue::Kind::text) return node.is_scalar() && node.text() == value.text;
  if (value.kind == EditValue::Kind::plain) return node.is_plain() && node.text() == value.text;
  if (node.is_mapping() != (value.kind == EditValue::Kind::mapping) || node.is_scalar() || node.size() != value.items.size()) return false;
  auto at = node.begin();
  for (std::size_t i = 0; i < value.items.size(); ++i, ++at) {
    if (node.is_mapping() && (*at).text() != value.keys[i]) return false;
    if (node.is_mapping()) ++at;
    if (!says(*at, value.items[i])) return false;
  }
  return true;
}

bool same(const yaml::Node& a, const yaml::Node& b) {
  if (a.kind() != b.kind() || a.size() != b.size() || a.text() != b.text() || a.is_plain() != b.is_plain()) return false;
  return std::equal(a.begin(), a.end(), b.begin(), same);
}

// The children that stand in `b` where `a` has others: after those that both begin with, before those that both end with.
struct Difference {
  std::vector<yaml::Node> out;
  std::vector<yaml::Node> in;
};
Difference difference(const yaml::Node& a, const yaml::Node& b) {
  Difference d{{a.begin(), a.end()}, {b.begin(), b.end()}};
  const auto both = [&] { return !d.out.empty() && !d.in.empty(); };
  while (both() && same(d.out.front(), d.in.front())) d.out.erase(d.out.begin()), d.in.erase(d.in.begin());
  while (both() && same(d.out.back(), d.in.back())) d.out.pop_back(), d.in.pop_back();
  return d;
}

// Where the documents differ, they differ as the edit says: one child in the place of another, added or taken out.
void check_difference(const Edit& edit, const yaml::Node& before, const yaml::Node& after, Steps rest) {
  must(before.kind() == after.kind() || rest.empty(), "what holds the place stays what it is");
  const Difference d = difference(before, after);
  if (d.out.empty() && d.in.empty()) return;
  const std::size_t of_one = before.is_mapping() ? 2 : 1;
  if (edit.kind == Edit::Kind::remove && rest.size() == 1) {
    must(d.in.empty() && d.out.size() == of_one, "one thing less");
  } else if (rest.empty()) {
    must(edit.kind == Edit::Kind::append && d.out.empty() && d.in.size() == 1 && says(d.in.front(), edit.value), "one element more");
  } else if (d.out.empty()) {
    must(d.in.size() == 2 && rest.size() == 1 && d.in.front().text() == std::get<std::string>(rest.front()), "one key more");
    must(says(d.in.back(), edit.kind == Edit::Kind::append ? list_value({edit.value}) : edit.value), "the new key says the value");
  } else {
    must(d.out.size() == 1 && d.in.size() == 1, "one thing instead of another");
    if (rest.size() > 1) return check_difference(edit, d.out.front(), d.in.front(), rest.subspan(1));
    if (edit.kind == Edit::Kind::set) return must(says(d.in.front(), edit.value), "the value is the new one");
    if (d.out.front().is_scalar()) return must(says(d.in.front(), list_value({edit.value})), "nothing became a list of one");
    check_difference(edit, d.out.front(), d.in.front(), {});
  }
}

bool is_behind_dash(const yaml::Node& holder, std::string_view source) {
  const auto before = source.substr(0, holder.begin_byte());
  return before.substr(0, before.find_last_not_of(' ') + 1).ends_with('-');
}

// The bytes [begin, end) that an edit may touch: from what stands before the thing that it is about, or the line
// of its key, to the end of its last line; in brackets, and where it stands first behind a dash, to what comes next.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::optional<Stretch> stretch_of(Steps path, const yaml::Node& holder, std::string_view source) {
  std::size_t before = holder.begin_byte();
  std::size_t index = 0;
  for (auto at = holder.begin(); at != holder.end(); ++at, ++index) {
    const yaml::Node key = *at;
    if (holder.is_mapping()) ++at;
    const yaml::Node value = *at;
    const auto* name = std::get_if<std::string>(&path.front());
    if (name != nullptr ? holder.is_mapping() && key.text() == *name : std::get<std::size_t>(path.front()) == index) {
      if (path.size() > 1) return stretch_of(path.subspan(1), value, source);
      std::size_t begin = before;
      if (holder.is_mapping()) begin = std::max(begin, source.rfind('\n', key.begin_byte()) + 1);
      while (begin > 0 && source[begin - 1] == ' ') --begin;
      std::size_t end = std::min(source.find('\n', std::max(key.end_byte(), value.end_byte())), source.size() - 1) + 1;
      const bool flow = std::string_view("[{").find(source[holder.begin_byte()]) != std::string_view::npos;
      const bool moves_next = flow || (index == 0 && is_behind_dash(holder, source));
      if (moves_next) end = std::max(end, ++at == holder.end() ? holder.end_byte() : (*at).begin_byte());
      return Stretch{begin, end};
    }
    before = value.end_byte();
  }
  return std::nullopt;
}

// What stands before the stretch and behind it is in the new text, too.
void check_bytes(std::string_view before, std::string_view after, const Stretch& touched) {
  const auto head = before.substr(0, touched.begin);
  const auto tail = before.substr(touched.end);
  must(after.size() >= head.size() + tail.size() && after.starts_with(head) && after.ends_with(tail), "other bytes stay as they are");
}

// A new thing changes no byte.
void check_added(std::string_view before, std::string_view after) {
  std::size_t head = 0;
  while (head < before.size() && head < after.size() && before[head] == after[head]) ++head;
  must(after.ends_with(before.substr(head)), "what is added changes no byte");
}

// The last thing of a nested mapping or list goes by making that empty.
void check_text(const Edit& edit, const yaml::Tree& tree, const std::string& after) {
  const std::string& before = tree.source();
  const Steps path(edit.path);
  auto touched = stretch_of(path, tree.root(), before);
  if (touched && path.size() > 1 && edit.kind == Edit::Kind::remove) touched->begin = std::min(touched->begin, stretch_of(path.first(path.size() - 1), tree.root(), before)->begin);
  if (touched) return check_bytes(before, after, *touched);
  if (edit.kind != Edit::Kind::remove) check_added(before, after);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto rest = fuzz::text_of(data, size);
  const auto line = fuzz::take_line(rest);
  const std::string source(rest);
  Diagnostics findings;
  const auto before = yaml::read(source, "f.yaml", findings);
  if (!before) return 0;
  const auto edit = edit_in(line, before->root());
  if (!edit) return 0;
  const auto result = apply_edits(source, std::span(&*edit, 1), "f.yaml", findings);
  must(result.has_value() != findings.has_errors(), "done, or said why not");
  if (!result) return 0;
  const auto after = yaml::read(*result, "f.yaml", findings);
  must(after.has_value(), "what was written can be read");
  check_difference(*edit, before->root(), after->root(), edit->path);
  check_text(*edit, *before, *result);
  if (edit->kind == Edit::Kind::remove && std::holds_alternative<std::size_t>(edit->path.back())) return 0;
  must(apply_edits(*result, std::span(&*edit, 1), "f.yaml", findings) == result, "a second time it changes nothing");
  return 0;
}
