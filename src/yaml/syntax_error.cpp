#include "yaml/syntax_error.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/catalogue/yaml.h"

namespace nammo::yaml {
namespace {

using std::size_t;
constexpr size_t npos = std::string_view::npos;  // NOLINT(readability-identifier-naming): the name of the standard

struct Stretch {
  size_t begin = 0;
  size_t end = 0;
};

struct Kind {
  std::string_view problem;  // as libyaml words it
  const Message* message;
  const Message* help;
  bool at_context;
};

constexpr std::array kKinds{
    Kind{"could not find expected ':'", &msg::yaml_no_colon, &msg::yaml_no_colon_help, true},
    Kind{"mapping values are not allowed in this context", &msg::yaml_extra_colon, &msg::yaml_extra_colon_help, false},
    Kind{"block sequence entries are not allowed in this context", &msg::yaml_indent, &msg::yaml_indent_help, false},
    Kind{"did not find expected key", &msg::yaml_indent, &msg::yaml_indent_help, false},
    Kind{"did not find expected '-' indicator", &msg::yaml_indent, &msg::yaml_indent_help, false},
    Kind{"did not find expected <document start>", &msg::yaml_indent, &msg::yaml_indent_help, false},
    Kind{"found unknown escape character", &msg::yaml_escape, &msg::yaml_escape_help, false},
    Kind{"did not find expected hexdecimal number", &msg::yaml_escape, &msg::yaml_escape_help, false},
    Kind{"found character that cannot start any token", &msg::yaml_reserved, &msg::yaml_reserved_help, false},
};

size_t line_end(std::string_view source, size_t from) { return std::min(source.find('\n', from), source.size()); }

// The word or the one character at `at`.
Stretch word_at(std::string_view source, size_t at) {
  at = std::min(at, source.size());
  size_t end = at;
  const size_t last = line_end(source, at);
  while (end < last && source[end] != ' ' && source[end] != '\r' && source[end] != '\t') ++end;
  return {at, std::max(end, std::min(at + 1, last))};
}

// The first character of the line that is not white space.
size_t line_start_text(std::string_view source, size_t at) {
  at = std::min(at, source.size());
  const size_t line = at == 0 ? 0 : source.rfind('\n', at - 1) + 1;
  const size_t text = source.find_first_not_of(' ', line);
  return text == npos ? at : std::min(text, at);
}

// The byte after the closing quote of the quoted text that opens at `open`.
size_t close_of(std::string_view source, size_t open) {
  const char quote = source[open];
  for (size_t i = open + 1; i < source.size(); ++i) {
    if (quote == '"' && source[i] == '\\') {
      ++i;
    } else if (source[i] == quote) {
      if (quote == '"' || i + 1 >= source.size() || source[i + 1] != '\'') return i + 1;
      ++i;
    }
  }
  return npos;
}

bool begins_token(std::string_view source, size_t at, size_t from) {
  if (at == from) return true;
  const char before = source[at - 1];
  return before == ' ' || before == '\n' || before == '[' || before == '{' || before == ',';
}

// A quoted text over several lines in [from, until]: very often a quote that was
// never closed and took the next opening one for its end.
std::optional<Stretch> spanning_quote(std::string_view source, size_t from, size_t until) {
  for (size_t i = from; i < std::min(until + 1, source.size()); ++i) {
    if (source[i] == '#' && begins_token(source, i, from)) {
      i = line_end(source, i);
    } else if ((source[i] == '"' || source[i] == '\'') && begins_token(source, i, from)) {
      const size_t end = close_of(source, i);
      if (end == npos || end > until + 1) return std::nullopt;
      if (source.substr(i, end - i).find('\n') != npos) return Stretch{i, end};
      i = end - 1;
    }
  }
  return std::nullopt;
}

// The tab in the white space that leads up to `at` on its line.
std::optional<size_t> tab_before(std::string_view source, size_t at) {
  at = std::min(at, source.size());
  if (at < source.size() && source[at] == '\t') return at;
  const size_t line = at == 0 ? 0 : source.rfind('\n', at - 1) + 1;
  const size_t tab = source.find('\t', line);
  if (tab == npos || tab >= at) return std::nullopt;
  const auto before = source.substr(line, tab - line);
  return before.find_first_not_of(" -") == npos ? std::optional{tab} : std::nullopt;
}

Diagnostic make(const Tree& tree, const std::string& file, Stretch where, Text message, const Message& help) {
  return {Severity::error, "yaml-syntax", {file, tree.place(where.begin, where.end)}, std::move(message), say(help), {}};
}

Diagnostic explain_by_table(const ParserError& error, const Tree& tree, const std::string& file) {
  const std::string_view source = tree.source();
  const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.problem == error.problem; });
  if (found == kKinds.end()) {
    return make(tree, file, word_at(source, error.problem_at), say(msg::yaml_syntax_other, std::string(error.problem)),
                msg::yaml_syntax_other_help);
  }
  size_t at = found->at_context ? error.context_at : error.problem_at;
  if (found->message == &msg::yaml_indent) at = line_start_text(source, at);
  return make(tree, file, word_at(source, at), say(*found->message), *found->help);
}

}  // namespace

Diagnostic explain(const ParserError& error, const Tree& tree, const std::string& file) {
  const std::string_view source = tree.source();
  const auto one = [](size_t at) { return Stretch{at, at + 1}; };
  if (error.context == "while scanning a quoted scalar" && error.problem.starts_with("found unexpected")) {
    return make(tree, file, {error.context_at, line_end(source, error.context_at)}, say(msg::yaml_quote), msg::yaml_quote_help);
  }
  if (const auto quote = spanning_quote(source, error.last_scalar, error.problem_at)) {
    const int line = tree.place(quote->begin, quote->end).end_line;
    return make(tree, file, {quote->begin, line_end(source, quote->begin)}, say(msg::yaml_quote_spans, line),
                msg::yaml_quote_help);
  }
  if (const auto tab = tab_before(source, error.problem_at)) {
    return make(tree, file, one(*tab), say(msg::yaml_tab), msg::yaml_tab_help);
  }
  const bool sequence = error.problem == "did not find expected ',' or ']'";
  if (sequence || error.problem == "did not find expected ',' or '}'") {
    return make(tree, file, one(error.context_at), say(msg::yaml_bracket, sequence ? "[" : "{"), msg::yaml_bracket_help);
  }
  return explain_by_table(error, tree, file);
}

}  // namespace nammo::yaml
