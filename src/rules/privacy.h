#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nammo::rules {

// What may identify a person, found in raw text (DESIGN section 9; the patterns
// and their false friends are those of Luật 91/2025/QH15 and NĐ 356/2025/NĐ-CP,
// "basic data"). Each function looks at one place of the text and is given the
// first digit of a run of digits; it answers with the bytes of what it found.
struct Hit {
  std::size_t begin = 0;
  std::size_t end = 0;
};
struct Digits {
  std::size_t begin = 0;
  std::size_t end = 0;  // of the run of digits
};

// CCCD or số định danh: 12 digits from 0 on, also in groups of three with spaces.
// CMND: 9 digits near a word that says so.
[[nodiscard]] std::optional<Hit> find_id_number(std::string_view text, Digits run);
// `allowed`: published numbers as digits from 0 on.
[[nodiscard]] std::optional<Hit> find_phone(std::string_view text, Digits run,
                                            const std::vector<std::string>& allowed);
[[nodiscard]] std::optional<Hit> find_plate(std::string_view text, Digits run);
// A year of birth, with the day and month before it or not; given the year.
[[nodiscard]] std::optional<Hit> find_birth_date(std::string_view text, Digits run);
// Given the place of an '@'.
[[nodiscard]] std::optional<Hit> find_email(std::string_view text, std::size_t at);

// The digits of a phone number from 0 on: "+84 222 3821 330" -> "02223821330".
[[nodiscard]] std::string phone_digits(std::string_view number);

}  // namespace nammo::rules
