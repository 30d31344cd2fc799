#include "render/template_tags.h"

#include <algorithm>

#include "nammo/text.h"

namespace nammo {
namespace {

constexpr std::string_view kSpaces = " \t\n\v\f\r";

TagKind kind_of(char first) {
  switch (first) {
    case '#': return TagKind::section;
    case '^': return TagKind::inverted;
    case '/': return TagKind::end;
    case '>': return TagKind::part;
    case '!': return TagKind::comment;
    case '&': return TagKind::raw;
    case '=': return TagKind::delimiters;
    default: return TagKind::text;
  }
}

TemplateTag unclosed(std::string_view text, std::size_t begin) {
  return {TagKind::unclosed, {}, begin, std::min(text.find('\n', begin), text.size())};
}

TemplateTag tag_at(std::string_view text, std::size_t begin) {
  const bool triple = text.substr(begin).starts_with("{{{");
  const std::string_view closing = triple ? "}}}" : "}}";
  const std::size_t first = begin + closing.size();
  const std::size_t last = text.find(closing, first);
  if (last == std::string_view::npos) return unclosed(text, begin);
  const std::string_view inside = trimmed(text.substr(first, last - first), kSpaces);
  const TagKind kind = triple ? TagKind::raw : inside.empty() ? TagKind::text : kind_of(inside.front());
  const bool runs_on = inside.find_first_of("\r\n") != std::string_view::npos || inside.find("{{") != std::string_view::npos;
  if (runs_on && kind != TagKind::comment) return unclosed(text, begin);
  const bool marked = !triple && kind != TagKind::text;
  return {kind, marked ? trimmed(inside.substr(1), kSpaces) : inside, begin, last + closing.size()};
}

}  // namespace

std::vector<TemplateTag> find_tags(std::string_view text) {
  std::vector<TemplateTag> tags;
  for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", tags.back().end)) {
    tags.push_back(tag_at(text, at));
    if (tags.back().kind == TagKind::unclosed) break;
  }
  return tags;
}

}  // namespace nammo
