#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nammo::rules {

// Vietnamese text reduced to small letters without marks, so that one comparison
// holds for capitals, both normal forms and text typed without marks: "SĐT" and
// "sdt" are equal. What is no letter of Latin or Vietnamese stays as it is when
// ASCII, else becomes DEL.
[[nodiscard]] std::string fold(std::string_view text);
// The same of at most `limit` bytes before `end` or from `begin` on.
[[nodiscard]] std::string fold_before(std::string_view text, std::size_t end, std::size_t limit);
[[nodiscard]] std::string fold_after(std::string_view text, std::size_t begin, std::size_t limit);

// True when a letter (or a mark on one) ends right before byte `i`; begins at `i`.
[[nodiscard]] bool is_letter_before(std::string_view text, std::size_t i);
[[nodiscard]] bool is_letter_at(std::string_view text, std::size_t i);
// The first byte of the run of letters that ends right before `end`.
[[nodiscard]] std::size_t word_start(std::string_view text, std::size_t end);
// The byte after the run of letters that begins at `begin`.
[[nodiscard]] std::size_t word_end(std::string_view text, std::size_t begin);

}  // namespace nammo::rules
