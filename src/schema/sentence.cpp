#include "schema/sentence.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/catalogue/schema.h"
#include "base/unicode.h"
#include "schema/advice.h"
#include "schema/scalar.h"

namespace nammo::schema {
namespace {

using yaml::Node;

constexpr std::size_t kMaxShown = 60;  // bytes of a value in a message

// A value from a file as it may stand in a message.
std::string shown(std::string_view text) { return shortened(text, kMaxShown); }

std::string shown(const Node& node) { return node.is_scalar() ? shown(node.text()) : "…"; }

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

template <typename List>
std::string listed(const List& words, std::string_view separator = ", ") {
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

using Words = std::vector<std::string_view>;

std::vector<const Rule*> rules_of(const Violation& v) {
  return v.alternatives.empty() ? std::vector<const Rule*>{v.rule} : v.alternatives;
}

Words allowed_values(const Violation& v) {
  Words words;
  for (const Rule* rule : rules_of(v)) {
    for (const yaml::Tree& values : rule->values) {
      for (const Node value : values.root()) words.push_back(value.is_scalar() ? value.text() : "…");
    }
  }
  return words;
}

Words known_keys(const Rule& rule) {
  Words words;
  for (const Property& p : rule.object->properties.all()) {
    if (p.rule != nullptr && !p.rule->nothing) words.push_back(p.name);
  }
  return words;
}

Words required_keys(const Rule& rule, const Node& present = {}) {
  Words words;
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

Text with_guess(std::string_view guess, const Message& asked, const Message& plain, const Words& words) {
  if (words.empty()) return {};
  return guess.empty() ? say(plain, listed(words)) : say(asked, guess, listed(words));
}

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
  const auto guess = closest(v.spot.node.text(), words);
  return {say(msg::schema_unknown_key, shown(v.spot.node.text()), name_of(v.spot)),
          with_guess(guess, msg::schema_keys_asked, msg::schema_keys, words)};
}

Sentence describe_value(const Violation& v) {
  const auto words = allowed_values(v);
  const Node& node = v.spot.node;
  const auto guess = node.is_scalar() ? closest(node.text(), words) : std::string_view{};
  return {say(msg::schema_enum, shown(node), name_of(v.spot)),
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

}  // namespace

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
    case Fault::duplicate: return {say(msg::schema_duplicate, shown(v.spot.node), name_of(v.spot)), {}};
    case Fault::contains: return {say(msg::schema_contains, name_of(v.spot)), {}};
    case Fault::refused: return {say(msg::schema_refused, name_of(v.spot)), {}};
    case Fault::several: return describe_several(v);
  }
  return {};
}

}  // namespace nammo::schema
