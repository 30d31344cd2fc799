#include "render/check_template.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/catalogue/model.h"
#include "base/catalogue/render.h"
#include "base/catalogue/rules.h"
#include "base/catalogue/yaml.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "render/template_tags.h"

namespace nammo {
namespace {

using std::size_t;

constexpr size_t kDeepest = 32;  // sections in each other; kainjow goes into them by recursion
constexpr int kMostFindings = 100;
constexpr size_t kMostPlaces = 3;  // named as those that have a name

std::string tag_text(std::string_view mark, std::string_view name) { return fmt::format("{{{{{}{}}}}}", mark, printable(name)); }

// Puts findings at stretches of one text, up to a number: errors apart from warnings,
// so that none of those keeps the first error out.
class Sink {
 public:
  Sink(std::string_view text, const std::string& path, Diagnostics& diagnostics)
      : text_(text), path_(path), lines_(line_starts(text)), diagnostics_(diagnostics) {}

  void add(Severity severity, const char* code, size_t begin, size_t end, Text message, Text help,
           std::vector<Related> related = {}) {
    int& count = severity == Severity::error ? errors_ : warnings_;
    if (++count > kMostFindings + 1) return;
    if (count > kMostFindings) message = say(msg::raw_and_more, kMostFindings);
    diagnostics_.add({severity, code, where(begin, end), std::move(message), std::move(help), std::move(related)});
  }
  void error(const char* code, size_t begin, size_t end, Text message, Text help, std::vector<Related> related = {}) {
    add(Severity::error, code, begin, end, std::move(message), std::move(help), std::move(related));
  }
  [[nodiscard]] bool warned_enough() const { return warnings_ > kMostFindings; }
  [[nodiscard]] Location where(size_t begin, size_t end) const { return {path_, place_in(text_, lines_, begin, end)}; }

 private:
  std::string_view text_;
  const std::string& path_;
  std::vector<std::uint32_t> lines_;
  Diagnostics& diagnostics_;
  int errors_ = 0;
  int warnings_ = 0;
};

// ---- what no text may be -----------------------------------------------------

// The first line that begins so, behind `from`.
std::optional<size_t> line_with(std::string_view text, std::string_view mark, size_t from) {
  for (auto at = text.find(mark, from); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return std::nullopt;
}

bool is_readable(std::string_view text, Sink& sink) {
  const auto begin = line_with(text, "<<<<<<<", 0);
  const auto end = begin ? line_with(text, ">>>>>>>", *begin) : std::nullopt;
  if (end) {
    sink.error("git-conflict", *begin, *begin + 7,
               say(msg::yaml_conflict, sink.where(*begin, *begin).place.line, sink.where(*end, *end).place.line),
               say(msg::yaml_conflict_help));
  } else if (const auto byte = find_invalid_utf8(text)) {
    sink.error("text-encoding", *byte, *byte + 1, say(msg::yaml_invalid_utf8), say(msg::yaml_invalid_utf8_help));
  } else if (const auto control = find_control_character(text)) {
    const auto character = static_cast<unsigned char>(text[*control] == '\xC2' ? text[*control + 1] : text[*control]);
    sink.error("text-encoding", *control, *control + 1, say(msg::yaml_control, static_cast<unsigned>(character)),
               say(msg::yaml_control_help));
  } else {
    return true;
  }
  return false;
}

// ---- tags --------------------------------------------------------------------

class TagChecker {
 public:
  TagChecker(TemplateUse use, Sink& sink) : use_(use), sink_(sink) {}

  void take(const TemplateTag& tag);
  void finish();

 private:
  struct Open {
    TemplateTag tag;
    bool entered = false;  // has put a place on places_
  };
  struct Found {
    std::string place;
    NameKind kind = NameKind::text;
  };

  void error(const char* code, const TemplateTag& tag, Text message, Text help, std::vector<Related> related = {}) {
    sink_.error(code, tag.begin, tag.end, std::move(message), std::move(help), std::move(related));
  }
  void warn(const TemplateTag& tag, Text message, Text help) {
    sink_.add(Severity::warning, "template-name", tag.begin, tag.end, std::move(message), std::move(help));
  }
  // Where a name that stands here comes from: the innermost place that has it.
  [[nodiscard]] std::optional<Found> find(std::string_view name) const;
  [[nodiscard]] Text help_for(std::string_view name) const;
  void take_text(const TemplateTag& tag);
  void take_part(const TemplateTag& tag);
  void open(const TemplateTag& tag);
  void close(const TemplateTag& tag);
  void leave();  // the section that was opened last

  TemplateUse use_;
  Sink& sink_;
  std::vector<Open> open_;
  std::vector<std::string> places_{""};
  bool lost_ = false;  // what follows would be no more than a consequence
};

std::optional<TagChecker::Found> TagChecker::find(std::string_view name) const {
  for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
    for (const TemplateName& known : names_at(*place, use_.scope)) {
      if (known.name == name) return Found{*place, known.kind};
    }
  }
  return std::nullopt;
}

// "{{#matters}}{{#…}}" of "matters.…": how a place is reached.
std::string way_to(std::string_view place) {
  std::string way;
  while (!place.empty()) {
    const auto end = std::min(place.find('.'), place.size());
    way += tag_text("#", place.substr(0, end));
    place.remove_prefix(std::min(end + 1, place.size()));
  }
  return way;
}

Text TagChecker::help_for(std::string_view name) const {
  std::vector<std::string> ways;
  for (const auto place : template_places()) {
    const auto names = names_at(place, use_.scope);
    const bool has = std::any_of(names.begin(), names.end(), [&](const TemplateName& known) { return known.name == name; });
    if (has && ways.size() < kMostPlaces) ways.push_back(way_to(place));
  }
  if (!ways.empty()) return say(msg::template_name_inside, fmt::format("{}", fmt::join(ways, ", ")));
  std::vector<std::string_view> near;
  for (const auto& place : places_) {
    for (const TemplateName& known : names_at(place, use_.scope)) near.push_back(known.name);
  }
  if (const auto close = closest(name, near); !close.empty()) return say(msg::model_did_you_mean, close);
  return say(msg::template_name_help);
}

void TagChecker::take_text(const TemplateTag& tag) {
  if (sink_.warned_enough()) return;
  const auto found = find(tag.name);
  const std::string name = printable(tag.name);
  if (!found) {
    warn(tag, say(msg::template_name_unknown, name), help_for(tag.name));
  } else if (found->kind == NameKind::list) {
    warn(tag, say(msg::template_name_list, name), say(msg::template_section_help, tag_text("#", name), tag_text("/", name)));
  } else if (found->kind == NameKind::flag) {
    warn(tag, say(msg::template_name_flag, name), say(msg::template_section_help, tag_text("#", name), tag_text("/", name)));
  }
}

void TagChecker::take_part(const TemplateTag& tag) {
  const auto parts = parts_for(use_.scope);
  if (!use_.outline) {
    error("template-part", tag, say(msg::template_part_in_part), say(msg::template_part_in_part_help, tag_text("> ", tag.name)));
  } else if (std::find(parts.begin(), parts.end(), tag.name) == parts.end()) {
    Text help = say(msg::model_allowed, fmt::format("{}", fmt::join(parts, ", ")));
    error("template-part", tag, say(msg::template_part_unknown, printable(tag.name)), std::move(help));
  }
}

void TagChecker::open(const TemplateTag& tag) {
  const auto found = find(tag.name);
  const std::string name = printable(tag.name);
  if (!found && !sink_.warned_enough()) warn(tag, say(msg::template_section_unknown, name), help_for(tag.name));
  const bool enters = found && found->kind == NameKind::list && tag.kind == TagKind::section;
  if (enters && found->place != places_.back()) {
    // Each item of one would repeat all of the other, and so on without end.
    error("template-syntax", tag, say(msg::template_list_in_list, name, way_to(places_.back())),
          say(msg::template_list_in_list_help, way_to(places_.back())));
  }
  if (enters) places_.push_back(found->place.empty() ? std::string(tag.name) : found->place + "." + std::string(tag.name));
  open_.push_back({tag, enters});
  if (open_.size() <= kDeepest) return;
  error("template-syntax", tag, say(msg::template_too_deep, kDeepest), say(msg::template_too_deep_help));
  lost_ = true;
}

void TagChecker::leave() {
  if (open_.back().entered) places_.pop_back();
  open_.pop_back();
}

void TagChecker::close(const TemplateTag& tag) {
  const std::string closing = tag_text("/", tag.name);
  const auto same = [&](const Open& one) { return one.tag.name == tag.name; };
  if (std::none_of(open_.begin(), open_.end(), same)) {
    error("template-syntax", tag, say(msg::template_unopened, closing), say(msg::template_unopened_help, tag_text("#", tag.name)));
    return;
  }
  if (const TemplateTag last = open_.back().tag; last.name != tag.name) {
    const std::string wanted = tag_text("/", last.name);
    error("template-syntax", tag, say(msg::template_crossed, closing, wanted), say(msg::template_crossed_help, wanted),
          {{sink_.where(last.begin, last.end), say(msg::template_opened_here)}});
  }
  while (!same(open_.back())) leave();
  leave();
}

void TagChecker::take(const TemplateTag& tag) {
  if (lost_) return;
  const bool named = tag.kind != TagKind::comment && tag.kind != TagKind::unclosed && tag.kind != TagKind::delimiters;
  if (named && tag.name.empty()) {
    error("template-syntax", tag, say(msg::template_nameless), say(msg::template_nameless_help));
    return;
  }
  switch (tag.kind) {
    case TagKind::comment: return;
    case TagKind::text: return take_text(tag);
    case TagKind::part: return take_part(tag);
    case TagKind::section:
    case TagKind::inverted: return open(tag);
    case TagKind::end: return close(tag);
    case TagKind::raw: return error("template-escape", tag, say(msg::template_raw), say(msg::template_write, tag_text("", tag.name)));
    case TagKind::delimiters: return error("template-escape", tag, say(msg::template_delimiters), say(msg::template_delimiters_help, "{{", "}}"));
    case TagKind::unclosed:
      lost_ = true;
      return error("template-syntax", tag, say(msg::template_unclosed_tag, "{{", "}}"), say(msg::template_unclosed_tag_help, "}}"));
  }
}

void TagChecker::finish() {
  if (lost_) return;
  for (const Open& left : open_) {
    const auto wanted = tag_text("/", left.tag.name);
    error("template-syntax", left.tag, say(msg::template_unclosed, tag_text(left.tag.kind == TagKind::section ? "#" : "^", left.tag.name)),
          say(msg::template_unclosed_help, wanted));
  }
}

// ---- what would make markup of data -------------------------------------------

constexpr size_t kLongestTag = 200;  // bytes of it that are marked
constexpr std::string_view kBreaks[] = {"<br>", "<br/>", "<br />"};

// The words of a template, between its tags.
class MarkupChecker {
 public:
  MarkupChecker(std::string_view text, std::span<const TemplateTag> tags, Sink& sink) : text_(text), tags_(tags), sink_(sink) {}

  void run() {
    auto next = tags_.begin();
    for (size_t at = 0; at < text_.size();) {
      while (next != tags_.end() && next->begin < at) ++next;
      tag_ = next == tags_.end() ? text_.size() : next->begin;
      if (at < tag_) {
        at = look_at(at);
      } else {
        take(*next);
        at = next->end;
      }
    }
  }

 private:
  // Of a link: "[…](" or "[…]:" and blanks, then its letters.
  enum class Address : std::uint8_t { none, before, inside };
  static constexpr int kMany = 1 << 30;  // parentheses: none of them ends the address

  // Just before a tag, or before what an outline has behind this part.
  [[nodiscard]] bool borders(size_t at) const {
    return at == tag_ || text_.find_first_not_of("\r\n", at) == std::string_view::npos;
  }

  void take(const TemplateTag& tag) {
    if (address_ != Address::none) refuse(tag.begin, tag.end, msg::template_address, msg::template_address_help);
    address_ = Address::none;
  }

  size_t look_at(size_t at) {
    const char c = text_[at];
    const char next = at + 1 < tag_ ? text_[at + 1] : '\0';
    if (c == ']' && (next == '(' || next == ':')) {
      address_ = Address::before;
      blank_lines_ = 0;
      parentheses_ = next == '(' ? 1 : kMany;
      return at + 2;
    }
    follow_address(c);
    if (c == '<') return look_at_tag(at);
    if (c != '\\') return at + 1;
    if (!borders(at + 1)) return at + 2;
    refuse(at, at + 1, msg::template_backslash, msg::template_backslash_help);
    return at + 1;
  }

  void follow_address(char c) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (c == '\n') ++blank_lines_;
    if (address_ == Address::before && !blank) address_ = Address::inside;
    if (c == '(') ++parentheses_;
    if (c == ')') --parentheses_;
    const bool ends = address_ == Address::inside ? blank || parentheses_ == 0 : blank_lines_ > 1;
    if (ends) address_ = Address::none;
  }

  size_t look_at_tag(size_t at) {
    const auto rest = text_.substr(at, kLongestTag);
    for (const auto line_break : kBreaks) {
      if (rest.starts_with(line_break)) return at + line_break.size();
    }
    const char next = rest.size() > 1 ? rest[1] : ' ';
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (!letter && next != '/' && next != '!' && next != '?' && !borders(at + 1)) return at + 1;
    const auto stop = std::min(rest.find_first_of(">{\r\n"), rest.size() - 1);
    const size_t end = std::min(at + stop + (rest[stop] == '>' ? 1 : 0), tag_);
    refuse(at, std::max(end, at + 1), msg::template_html, msg::template_html_help);
    return std::max(end, at + 1);
  }

  void refuse(size_t begin, size_t end, const Message& message, const Message& help) {
    sink_.error("template-markup", begin, end, say(message), say(help));
  }

  std::string_view text_;
  std::span<const TemplateTag> tags_;
  Sink& sink_;
  size_t tag_ = 0;  // where the next one begins
  Address address_ = Address::none;
  int blank_lines_ = 0;
  int parentheses_ = 0;  // that are open in it
};

}  // namespace

void check_template(std::string_view text, const std::string& path, TemplateUse use, Diagnostics& diagnostics) {
  Sink sink(text, path, diagnostics);
  if (!is_readable(text, sink)) return;
  const auto tags = find_tags(text);
  TagChecker checker(use, sink);
  for (const TemplateTag& tag : tags) checker.take(tag);
  checker.finish();
  MarkupChecker(text, tags, sink).run();
}

}  // namespace nammo
