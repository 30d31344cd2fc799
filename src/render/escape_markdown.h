#pragma once

#include <string>
#include <string_view>

namespace nammo {

// Text from outside as it may stand inside a line of Markdown (CommonMark with
// GitHub's tables, strike-through and autolinks), in a table's cell and in
// emphasis too: it shows as it is and means nothing. On one line, ends trimmed.
// What means nothing anyway stays unescaped, so that the source reads well. Only an
// e-mail address becomes a link to itself on GitHub, whose cmark-gfm looks for addresses
// after it has taken the escapes away.
[[nodiscard]] std::string escape_markdown(std::string_view text);

// The same for text that has just been escaped and stands first in its line or
// list item, where "#", "- " or "1. " would begin a block.
[[nodiscard]] std::string escape_line_start(std::string_view escaped);

// Text that is a line or list item of its own: both.
[[nodiscard]] std::string markdown_line(std::string_view text);

}  // namespace nammo
