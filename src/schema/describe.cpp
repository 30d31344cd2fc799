#include "schema/describe.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/catalogue/schema.h"
#include "schema/sentence.h"

namespace nammo::schema {
namespace {

using yaml::Node;

constexpr std::size_t kMaxFindings = 100;

std::string_view code_of(Fault fault) {
  switch (fault) {
    case Fault::type: return "schema-type";
    case Fault::required: return "schema-required";
    case Fault::unknown_key: return "schema-unknown-key";
    case Fault::form: return "schema-pattern";
    case Fault::range: return "schema-range";
    case Fault::length:
    case Fault::item_count:
    case Fault::key_count:
    case Fault::contains: return "schema-length";
    case Fault::value:
    case Fault::duplicate:
    case Fault::refused:
    case Fault::several: return "schema-enum";
  }
  return {};
}

// A block of lines is shown by its first line.
Place place_on_one_line(const yaml::Tree& tree, const Node& node) {
  const std::string_view source = tree.source();
  const auto begin = std::min(node.begin_byte(), source.size());
  const auto text = source.substr(begin, node.end_byte() - node.begin_byte());
  return tree.place(begin, begin + text.substr(0, text.find_first_of("\r\n")).size());
}

// A mapping or list is named by its key, one in a list by its own first key; the
// file as a whole by its first line. So is a value that is not there.
Place place_of(const yaml::Tree& tree, const Violation& v) {
  const Spot& spot = v.spot;
  if (spot.is_name) return spot.node.place();
  const bool whole = v.fault == Fault::required || v.fault == Fault::key_count || v.fault == Fault::item_count ||
                     v.fault == Fault::contains || v.fault == Fault::several;
  const bool absent = spot.node.is_null();
  if (spot.key && !spot.in_list && (whole || absent)) return spot.key.place();
  if (!spot.key && !spot.in_list && (whole || absent)) return {1, 1, 1, 1};
  if (whole && spot.node.is_mapping() && spot.node.size() > 0) return (*spot.node.begin()).place();
  return place_on_one_line(tree, spot.node);
}

}  // namespace

void describe(const std::vector<Violation>& violations, const yaml::Tree& tree, const std::string& file,
              Diagnostics& diagnostics) {
  const std::size_t count = std::min(violations.size(), kMaxFindings);
  for (std::size_t i = 0; i < count; ++i) {
    const Violation& v = violations[i];
    auto [message, help] = sentence_of(v);
    diagnostics.error(std::string(code_of(v.fault)), {file, place_of(tree, v)}, std::move(message), std::move(help));
  }
  if (count == violations.size()) return;
  const Violation& next = violations[count];
  diagnostics.error(std::string(code_of(next.fault)), {file, place_of(tree, next)},
                    say(msg::schema_and_more, violations.size() - count));
}

}  // namespace nammo::schema
