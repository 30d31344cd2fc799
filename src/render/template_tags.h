#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nammo {

// raw: {{{x}}} or {{&x}}; delimiters: {{=<% %>=}}; unclosed: no "}}" on its line.
enum class TagKind : std::uint8_t { text, section, inverted, end, part, comment, raw, delimiters, unclosed };

// A tag of a Mustache template, as kainjow's parser takes it.
struct TemplateTag {
  TagKind kind = TagKind::text;
  std::string_view name;
  std::size_t begin = 0;  // bytes [begin, end) of the text, braces included
  std::size_t end = 0;
};

// All of them in order, up to one that is not closed.
[[nodiscard]] std::vector<TemplateTag> find_tags(std::string_view text);

}  // namespace nammo
