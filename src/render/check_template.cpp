#include "render/check_template.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/catalogue/model.h"
#include "base/catalogue/render.h"
#include "base/catalogue/yaml.h"
#include "base/unicode.h"
#include "render/template_findings.h"
#include "render/template_markup.h"
#include "render/template_tags.h"

namespace nammo {
namespace {

using std::size_t;

constexpr size_t kDeepest = 32;  // sections in each other; kainjow goes into them by recursion
constexpr size_t kMostPlaces = 3;  // named as those that have a name

std::string tag_text(std::string_view mark, std::string_view name) { return fmt::format("{{{{{}{}}}}}", mark, printable(name)); }

// ---- what no text may be -----------------------------------------------------

// The first line that begins so, behind `from`.
std::optional<size_t> line_with(std::string_view text, std::string_view mark, size_t from) {
  for (auto at = text.find(mark, from); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return at;
  }
  return std::nullopt;
}

bool is_readable(std::string_view text, TemplateFindings& findings) {
  const auto begin = line_with(text, "<<<<<<<", 0);
  const auto end = begin ? line_with(text, ">>>>>>>", *begin) : std::nullopt;
  if (end) {
    findings.error(
        "git-conflict", *begin, *begin + 7,
        say(msg::yaml_conflict, findings.where(*begin, *begin).place.line, findings.where(*end, *end).place.line),
        say(msg::yaml_conflict_help));
  } else if (const auto byte = find_invalid_utf8(text)) {
    findings.error("text-encoding", *byte, *byte + 1, say(msg::yaml_invalid_utf8), say(msg::yaml_invalid_utf8_help));
  } else if (const auto control = find_control_character(text)) {
    const auto character = static_cast<unsigned char>(text[*control] == '\xC2' ? text[*control + 1] : text[*control]);
    findings.error("text-encoding", *control, *control + 1, say(msg::yaml_control, static_cast<unsigned>(character)),
                   say(msg::yaml_control_help));
  } else {
    return true;
  }
  return false;
}

// ---- tags --------------------------------------------------------------------

class TagChecker {
 public:
  TagChecker(TemplateUse use, TemplateFindings& findings) : use_(use), findings_(findings) {}

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
    findings_.error(code, tag.begin, tag.end, std::move(message), std::move(help), std::move(related));
  }
  void warn(const TemplateTag& tag, Text message, Text help) {
    findings_.add(Severity::warning, "template-name", tag.begin, tag.end, std::move(message), std::move(help));
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
  TemplateFindings& findings_;
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
  if (findings_.warned_enough()) return;
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
  if (!found && !findings_.warned_enough()) warn(tag, say(msg::template_section_unknown, name), help_for(tag.name));
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
          {{findings_.where(last.begin, last.end), say(msg::template_opened_here)}});
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

}  // namespace

void check_template(std::string_view text, const std::string& path, TemplateUse use, Diagnostics& diagnostics) {
  TemplateFindings findings(text, path, diagnostics);
  if (!is_readable(text, findings)) return;
  const auto tags = find_tags(text);
  TagChecker checker(use, findings);
  for (const TemplateTag& tag : tags) checker.take(tag);
  checker.finish();
  check_markup(text, tags, findings);
}

}  // namespace nammo
