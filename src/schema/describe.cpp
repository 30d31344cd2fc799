#include "schema/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/catalogue/schema.h"
#include "base/unicode.h"
#include "schema/advice.h"
#include "schema/scalar.h"

namespace nammo::schema {
namespace {

using yaml::Node;

constexpr std::size_t kMaxFindings = 100;
constexpr std::size_t kMaxShown = 60;  // bytes of a value in a message

// A value from a file as it may stand in a message.
std::string shown(std::string_view text) {
  if (text.size() <= kMaxShown) return printable(text);
  std::size_t end = kMaxShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return printable(text.substr(0, end)) + "…";
}

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
  const auto line_end = tree.source().find_first_of("\r\n", node.begin_byte());
  return tree.place(node.begin_byte(), std::min(node.end_byte(), line_end));
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

// What holds the value: its key, or the file.
Text name_of(const Spot& spot) {
  if (!spot.key) return say(msg::schema_this_file);
  const auto name = shown(spot.key.text());
  return {name, name};
}

Text joined(const std::vector<Text>& parts, const Text& separator) {
  Text result;
  for (const Text& part : parts) {
    if (!result.empty()) {
      result.vi += separator.vi;
      result.en += separator.en;
    }
    result.vi += part.vi;
    result.en += part.en;
  }
  return result;
}

std::string listed(const std::vector<std::string>& words, std::string_view separator = ", ") {
  return fmt::format("{}", fmt::join(words, separator));
}

Text type_names(TypeSet types) {
  std::vector<Text> names;
  if ((types & kString) != 0) names.push_back(say(msg::schema_text));
  if ((types & kNumber) != 0) {
    names.push_back(say(msg::schema_number));
  } else if ((types & kInteger) != 0) {
    names.push_back(say(msg::schema_whole));
  }
  if ((types & kBoolean) != 0) names.push_back(say(msg::schema_boolean));
  if ((types & kArray) != 0) names.push_back(say(msg::schema_list));
  if ((types & kObject) != 0) names.push_back(say(msg::schema_mapping));
  if ((types & kNull) != 0) names.push_back(say(msg::schema_null));
  return joined(names, say(msg::schema_or));
}

// The word that was most likely meant; empty when none is near.
std::string nearest(std::string_view text, const std::vector<std::string>& words) {
  const int limit = text.size() <= 3 ? 1 : 2;
  std::string best;
  int distance = limit + 1;
  for (const std::string& word : words) {
    const int d = edit_distance(text, word, limit);
    if (d < distance) {
      distance = d;
      best = word;
    }
  }
  return best;
}

std::vector<const Rule*> rules_of(const Violation& v) {
  return v.alternatives.empty() ? std::vector<const Rule*>{v.rule} : v.alternatives;
}

std::vector<std::string> allowed_values(const Violation& v) {
  std::vector<std::string> words;
  for (const Rule* rule : rules_of(v)) {
    for (const yaml::Tree& values : rule->values) {
      for (const Node value : values.root()) words.push_back(value.is_scalar() ? std::string(value.text()) : "…");
    }
  }
  return words;
}

std::vector<std::string> known_keys(const Rule& rule) {
  std::vector<std::string> words;
  for (const Property& p : rule.object->properties.all()) {
    if (p.rule != nullptr && !p.rule->nothing) words.push_back(p.name);
  }
  return words;
}

std::vector<std::string> required_keys(const Rule& rule, const Node& present = {}) {
  std::vector<std::string> words;
  if (rule.object == nullptr) return words;
  for (const Property& p : rule.object->properties.all()) {
    if (p.required && (!present || !present.find(p.name))) words.push_back(p.name);
  }
  return words;
}

// "a; b; c, d": the keys that each branch asks for.
std::string required_by_each(const std::vector<const Rule*>& branches) {
  std::vector<std::string> choices;
  for (const Rule* branch : branches) {
    if (auto keys = required_keys(*branch); !keys.empty()) choices.push_back(listed(keys));
  }
  return listed(choices, "; ");
}

Text with_guess(const std::string& guess, const Message& asked, const Message& plain, const std::vector<std::string>& words) {
  if (words.empty()) return {};
  return guess.empty() ? say(plain, listed(words)) : say(asked, guess, listed(words));
}

struct Sentence {
  Text message;
  Text help;
};

Text advise_collection(TypeSet types) {
  if ((types & kArray) != 0) return say(msg::schema_list_help);
  if ((types & kObject) != 0) return say(msg::schema_mapping_help);
  return say(msg::schema_quote_help);
}

Text advise_scalar(const Node& node, TypeSet types) {
  if ((types & (kNumber | kInteger)) != 0) return advise_number(node, (types & kNumber) == 0);
  if ((types & kBoolean) != 0) return advise_boolean(node);
  return advise_collection(types);
}

Sentence describe_type(const Violation& v) {
  const Node& node = v.spot.node;
  const Text name = name_of(v.spot);
  if (node.is_null()) return {say(msg::schema_no_value, name), say(msg::schema_no_value_help)};
  const Text wanted = type_names(v.types);
  if (!node.is_scalar()) {
    const Text found = say(node.is_mapping() ? msg::schema_mapping : msg::schema_list);
    return {say(msg::schema_wrong_kind, name, wanted, found), advise_collection(v.types)};
  }
  const bool quoted_number = !node.is_plain() && (v.types & (kNumber | kInteger)) != 0;
  const Message& message = quoted_number ? msg::schema_wrong_text : msg::schema_wrong_type;
  return {say(message, name, wanted, shown(node.text())), advise_scalar(node, v.types)};
}

Sentence describe_required(const Violation& v) {
  const Text name = name_of(v.spot);
  if (!v.alternatives.empty()) {
    return {say(msg::schema_required_choice, required_by_each(v.alternatives), name), {}};
  }
  const auto all = required_keys(*v.rule);
  const auto missing = required_keys(*v.rule, v.spot.node);
  Text help = all.size() > missing.size() ? say(msg::schema_required_help, listed(all)) : Text{};
  return {say(msg::schema_required, listed(missing), name), std::move(help)};
}

Sentence describe_unknown_key(const Violation& v) {
  const auto words = known_keys(*v.rule);
  const auto guess = nearest(v.spot.node.text(), words);
  return {say(msg::schema_unknown_key, shown(v.spot.node.text()), name_of(v.spot)),
          with_guess(guess, msg::schema_keys_asked, msg::schema_keys, words)};
}

Sentence describe_value(const Violation& v) {
  const auto words = allowed_values(v);
  const Node& node = v.spot.node;
  const auto guess = node.is_scalar() ? nearest(node.text(), words) : std::string{};
  const auto value = node.is_scalar() ? shown(node.text()) : "…";
  return {say(msg::schema_enum, value, name_of(v.spot)),
          with_guess(guess, msg::schema_values_asked, msg::schema_values, words)};
}

Sentence describe_form(const Violation& v) {
  const StringRules& rules = *v.rule->string;
  const auto text = v.spot.node.text();
  const bool by_format = rules.format != nullptr && !rules.format->matches(text);
  const Form* form = by_format ? rules.format : rules.pattern->form();
  if (form != nullptr) {
    auto guess = form->name == "date" ? guess_date(text) : std::string{};
    if (form->name == "instant") guess = guess_instant(text);
    return {say(form->wrong, shown(text)), guess.empty() ? say(form->advice) : say(msg::schema_write_help, guess)};
  }
  const Text name = v.spot.is_name ? say(msg::schema_a_key) : name_of(v.spot);
  const auto& examples = v.rule->examples;
  return {say(msg::schema_pattern, shown(text), name),
          examples.empty() ? say(msg::schema_pattern_help, rules.pattern->text()) : say(msg::schema_examples, listed(examples, "; "))};
}

Sentence describe_range(const Violation& v) {
  const NumberRules& r = *v.rule->number;
  std::vector<Text> limits;
  if (r.least) limits.push_back(say(msg::schema_at_least, r.least->text));
  if (r.above) limits.push_back(say(msg::schema_above, r.above->text));
  if (r.most) limits.push_back(say(msg::schema_at_most, r.most->text));
  if (r.below) limits.push_back(say(msg::schema_below, r.below->text));
  if (r.divisor) limits.push_back(say(msg::schema_multiple, r.divisor->text));
  return {say(msg::schema_range, shown(v.spot.node.text()), name_of(v.spot)), joined(limits, {", ", ", "})};
}

Text limits_of(std::size_t least, std::size_t most) {
  std::vector<Text> limits;
  if (least > 0) limits.push_back(say(msg::schema_at_least, least));
  if (most != kNoLimit) limits.push_back(say(msg::schema_at_most, most));
  return joined(limits, {", ", ", "});
}

Sentence describe_count(const Violation& v) {
  const Text name = name_of(v.spot);
  const Node& node = v.spot.node;
  if (v.fault == Fault::length) {
    const auto size = count_characters(node.text());
    if (size == 0) return {say(msg::schema_empty, name), say(msg::schema_no_value_help)};
    return {say(msg::schema_characters, name, size), limits_of(v.rule->string->least, v.rule->string->most)};
  }
  if (v.fault == Fault::key_count) {
    return {say(msg::schema_key_count, name, node.size()), limits_of(v.rule->object->least, v.rule->object->most)};
  }
  return {say(msg::schema_item_count, name, node.size()), limits_of(v.rule->array->least, v.rule->array->most)};
}

Sentence describe_several(const Violation& v) {
  const auto choices = required_by_each(v.rule->composition->one);
  return {say(msg::schema_several, name_of(v.spot)), choices.empty() ? Text{} : say(msg::schema_several_help, choices)};
}

Sentence sentence_of(const Violation& v) {
  switch (v.fault) {
    case Fault::type: return describe_type(v);
    case Fault::required: return describe_required(v);
    case Fault::unknown_key: return describe_unknown_key(v);
    case Fault::value: return describe_value(v);
    case Fault::form: return describe_form(v);
    case Fault::range: return describe_range(v);
    case Fault::length:
    case Fault::key_count:
    case Fault::item_count: return describe_count(v);
    case Fault::duplicate: return {say(msg::schema_duplicate, shown(v.spot.node.text()), name_of(v.spot)), {}};
    case Fault::contains: return {say(msg::schema_contains, name_of(v.spot)), {}};
    case Fault::refused: return {say(msg::schema_refused, name_of(v.spot)), {}};
    case Fault::several: return describe_several(v);
  }
  return {};
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
