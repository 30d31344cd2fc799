#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "nammo/text.h"

namespace nammo {

// Whether a byte of well-formed text goes on with a character, as no first byte of one does.
[[nodiscard]] constexpr bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }
[[nodiscard]] std::size_t count_characters(std::string_view text);
// The longest beginning of `text` that has at most `bytes` bytes and ends between characters.
[[nodiscard]] std::string_view beginning(std::string_view text, std::size_t bytes);

struct CodePoint {
  std::int32_t value;  // negative where the bytes are no character
  std::size_t length;  // bytes
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t at);

// Offset of the first byte that is not part of well-formed UTF-8; empty when all is.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);
// Offset of the first control character other than tab, LF and CR (C0, DEL, C1).
[[nodiscard]] std::optional<std::size_t> find_control_character(std::string_view text);
// Offset of the first character that keeps well-formed `text` from being in NFC.
[[nodiscard]] std::optional<std::size_t> find_not_nfc(std::string_view text);

[[nodiscard]] std::string to_nfc(std::string_view text);
// Capitals, as Vietnamese writes them: "thị xã" -> "THỊ XÃ".
[[nodiscard]] std::string to_upper(std::string_view text);
[[nodiscard]] std::string to_lower(std::string_view text);
// The first letter as a capital, the rest as it is; and the reverse.
[[nodiscard]] std::string capitalised(std::string_view text);
[[nodiscard]] std::string uncapitalised(std::string_view text);
// Columns that a terminal needs for it.
[[nodiscard]] int display_width(std::string_view text);
// The edit distance in characters, at most `limit` + 1.
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int limit);

}  // namespace nammo
