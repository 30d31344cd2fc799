#include "schema/form.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/catalogue/schema.h"
#include "nammo/time.h"

namespace nammo::schema {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Words of small letters and digits, with one of `joints` between two of them.
bool are_words(std::string_view text, std::string_view joints) {
  bool in_word = false;
  for (const char c : text) {
    if (!is_word(c) && (!in_word || joints.find(c) == std::string_view::npos)) return false;
    in_word = is_word(c);
  }
  return in_word;
}

const Form kFormats[] = {
    {"date", [](std::string_view text) { return parse_date(text).has_value(); }, msg::schema_no_date,
     msg::schema_date_help},
    {"instant", [](std::string_view text) { return parse_instant(text).has_value(); }, msg::schema_no_instant,
     msg::schema_instant_help},
};

const Form kPatterns[] = {
    {"^[a-z0-9]+(-[a-z0-9]+)*$", [](std::string_view text) { return are_words(text, "-"); }, msg::schema_no_id,
     msg::schema_id_help},
    {"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$", [](std::string_view text) { return are_words(text, "-/"); },
     msg::schema_no_area_id, msg::schema_area_id_help},
};

template <std::size_t N>
const Form* find_form(const Form (&forms)[N], std::string_view name) {
  const auto* found = std::find_if(std::begin(forms), std::end(forms), [&](const Form& f) { return f.name == name; });
  return found == std::end(forms) ? nullptr : found;
}

}  // namespace

const Form* find_format(std::string_view name) { return find_form(kFormats, name); }

Pattern::Pattern(std::string text) : text_(std::move(text)), form_(find_form(kPatterns, text_)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::optional<Pattern> Pattern::compile(const std::string& text, std::string& problem) {
  Pattern pattern(text);
  if (pattern.form_ != nullptr) return pattern;
  auto expression = std::make_unique<const re2::RE2>(text, re2::RE2::Quiet);
  if (!expression->ok()) {
    problem = expression->error();
    return std::nullopt;
  }
  pattern.expression_ = std::move(expression);
  return pattern;
}

bool Pattern::matches(std::string_view text) const {
  if (form_ != nullptr) return form_->matches(text);
  return re2::RE2::PartialMatch({text.data(), text.size()}, *expression_);
}

}  // namespace nammo::schema
