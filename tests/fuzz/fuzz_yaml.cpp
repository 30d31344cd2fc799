// The reader: an input is the bytes of a YAML file.
#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "fuzz/must.h"
#include "yaml/read.h"
#include "yaml/shape.h"

using namespace nammo;
using fuzz::must;

namespace {

bool is_one_line(std::string_view text) {
  return text.find_first_of("\r\n") == std::string_view::npos && text.find("\xE2\x80") == std::string_view::npos;
}

// What a scalar says stands where its place is.
void check_scalar(const yaml::Node& node, std::string_view written) {
  const char first = written.empty() ? '\0' : written.front();
  const char last = written.empty() ? '\0' : written.back();
  switch (node.style()) {
    case yaml::Style::plain:
      if (is_one_line(written)) must(to_nfc(written) == node.text(), "a plain scalar is what stands at its place");
      break;
    case yaml::Style::single_quoted: must(written.size() >= 2 && first == '\'' && last == '\'', "' is at both ends"); break;
    case yaml::Style::double_quoted: must(written.size() >= 2 && first == '"' && last == '"', "\" is at both ends"); break;
    case yaml::Style::literal: must(first == '|', "a literal begins with |"); break;
    case yaml::Style::folded: must(first == '>', "a folded text begins with >"); break;
    default: must(false, "a style of YAML");
  }
  must(!find_invalid_utf8(node.text()) && !find_not_nfc(node.text()) && !find_control_character(node.text()), "texts are sound, in NFC");
}

// Every node lies inside its parent's bytes, in order; brackets close; no key comes twice.
void check_places(const yaml::Node& node, std::string_view source) {
  must(node.begin_byte() <= node.end_byte() && node.end_byte() <= source.size(), "places lie in the file");
  const auto written = source.substr(node.begin_byte(), node.end_byte() - node.begin_byte());
  if (node.is_scalar()) return check_scalar(node, written);
  if (written.starts_with('[')) must(written.ends_with(node.is_mapping() ? "" : "]"), "a list in brackets ends with ]");
  if (written.starts_with('{') && node.is_mapping()) must(written.ends_with('}'), "a mapping in braces ends with }");
  std::size_t last = node.begin_byte();
  for (const yaml::Node child : node) {
    must(child.begin_byte() >= last && child.end_byte() <= node.end_byte(), "children lie in their parent, in order");
    last = child.end_byte();
    check_places(child, source);
  }
  std::set<std::string_view> keys;
  if (node.is_mapping()) node.each_pair([&](const yaml::Node& key, const yaml::Node&) { must(keys.insert(key.text()).second, "keys differ"); });
}

std::optional<yaml::Shape> shape_of(std::string source) {
  Diagnostics findings;
  const auto tree = yaml::read(std::move(source), "f.yaml", findings);
  return tree ? std::optional(yaml::shape_of(tree->root())) : std::nullopt;
}

void check_other_forms(const std::string& source, const yaml::Shape& shape) {
  must(shape_of(source) == shape, "read twice, it says the same");
  if (!source.starts_with("\xEF\xBB\xBF")) must(shape_of("\xEF\xBB\xBF" + source) == shape, "a mark of byte order changes nothing");
  if (source.find('\r') == std::string::npos) must(shape_of(fuzz::with_all(source, "\n", "\r\n")) == shape, "CRLF is LF");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string source(fuzz::text_of(data, size));
  Diagnostics findings;
  const auto tree = yaml::read(source, "f.yaml", findings);
  must(tree.has_value() != findings.has_errors(), "refused with a word, or read without one");
  for (const auto& finding : findings.items()) {
    const auto& place = finding.where.place;
    const auto lines = std::count(source.begin(), source.end(), '\n') + std::count(source.begin(), source.end(), '\r') + 1;
    must(place.line >= 1 && place.column >= 1 && place.end_line >= place.line && place.end_line <= lines + 1, "findings stand in the file");
    must(place.end_line > place.line || place.end_column >= place.column, "findings do not end before they begin");
  }
  if (!tree) return 0;
  Diagnostics more;
  must(yaml::is_sound(source, "f.yaml", more), "what is read is sound");
  check_places(tree->root(), source);
  check_other_forms(source, yaml::shape_of(tree->root()));
  return 0;
}
