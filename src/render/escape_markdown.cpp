#include "render/escape_markdown.h"

#include <algorithm>

#include "nammo/text.h"

namespace nammo {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_letter(c) || is_digit(c); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char w, char t) { return w == lower(t); });
}

// One line, spaces single, nothing that a terminal would obey.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : printable(text)) {
    if (c != ' ' || (!line.empty() && line.back() != ' ')) line += c;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

// "&lt;", "&#60;", "&#x3c;": would be read as another character.
bool is_entity(std::string_view rest) {
  std::size_t i = 1;
  if (i < rest.size() && rest[i] == '#') ++i;
  const std::size_t first = i;
  while (i < rest.size() && is_word(rest[i])) ++i;
  return i == rest.size() || (i > first && rest[i] == ';');
}

// ":tada:" becomes a picture on some forges; "10:30:00" does not. The second colon
// may be the template's.
bool is_emoji(std::string_view rest, char before) {
  std::size_t i = 1;
  bool letter = false;
  for (; i < rest.size() && (is_word(rest[i]) || rest[i] == '_' || rest[i] == '+' || rest[i] == '-'); ++i) {
    letter = letter || is_letter(rest[i]);
  }
  return letter && (i < rest.size() ? rest[i] == ':' : before == ' ');
}

// The colon of "http://", "mailto:" and "xmpp:", which become links by themselves.
bool is_scheme_colon(std::string_view line, std::size_t at) {
  if (line.substr(at).starts_with("://")) return true;
  for (const std::string_view scheme : {"mailto", "xmpp"}) {
    if (at >= scheme.size() && begins_with(line.substr(at - scheme.size()), scheme)) return true;
  }
  return false;
}

class Escaper {
 public:
  explicit Escaper(std::string line) : line_(std::move(line)) {}

  std::string run() {
    for (std::size_t at = 0; at < line_.size(); ++at) put(at);
    return std::move(result_);
  }

 private:
  [[nodiscard]] char before(std::size_t at) const { return at == 0 ? ' ' : line_[at - 1]; }
  [[nodiscard]] char after(std::size_t at) const { return at + 1 < line_.size() ? line_[at + 1] : ' '; }
  [[nodiscard]] std::string_view rest(std::size_t at) const { return std::string_view(line_).substr(at); }

  void put(std::size_t at) {
    const char c = line_[at];
    if (c == '<' && opens_tag(at)) {
      result_ += "&lt;";
    } else if (c == '&' && is_entity(rest(at))) {
      result_ += "&amp;";
    } else {
      if (is_special(at)) result_ += '\\';
      result_ += c;
    }
  }
  // "a < b" and "<10" stay.
  [[nodiscard]] bool opens_tag(std::size_t at) const {
    const char next = after(at);
    return at + 1 == line_.size() || is_letter(next) || next == '/' || next == '!' || next == '?';
  }
  [[nodiscard]] bool is_special(std::size_t at) const {
    switch (line_[at]) {
      case '\\':
      case '`':
      case '*':
      case '[':
      case ']':
      case '|':
      case '~':
      case '$': return true;
      case '_': return !is_word(before(at)) || !is_word(after(at));
      case ':': return is_scheme_colon(line_, at) || is_emoji(rest(at), before(at));
      case '.': return at >= 3 && begins_with(rest(at - 3), "www");
      case '@': return is_word(after(at)) || after(at) == '_' || after(at) == '-';
      default: return false;
    }
  }

  std::string line_;
  std::string result_;
};

// Length of "12." or "12)" before a space or the end; 0 when it is not that.
std::size_t ordered_marker(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == 0 || i > 9 || i == text.size() || (text[i] != '.' && text[i] != ')')) return 0;
  return i + 1 == text.size() || text[i + 1] == ' ' ? i + 1 : 0;
}

// A line of these alone is a rule, underlines a heading or heads a table.
bool is_rule(std::string_view text) {
  return !text.empty() && text.find_first_not_of("-=+: ") == std::string_view::npos;
}

}  // namespace

std::string escape_markdown(std::string_view text) { return Escaper(one_line(text)).run(); }

std::string escape_line_start(std::string_view escaped) {
  std::string text{escaped};
  if (text.empty()) return text;
  const char first = text.front();
  const bool bullet = (first == '-' || first == '+') && (text.size() == 1 || text[1] == ' ');
  if (first == '#' || first == '>' || bullet || is_rule(text)) return "\\" + text;
  if (const auto marker = ordered_marker(text); marker > 0) text.insert(marker - 1, 1, '\\');
  return text;
}

std::string markdown_line(std::string_view text) { return escape_line_start(escape_markdown(text)); }

}  // namespace nammo
