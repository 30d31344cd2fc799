#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace nammo {

// The languages in which nammo speaks. Vietnamese is the first of them.
enum class Language : std::uint8_t { vi, en };

// A text in both languages: a label of the store, or something nammo says.
// A label that the store gives once stands in both.
struct Text {
  std::string vi;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const noexcept {
    return language == Language::vi ? vi : en;
  }
  [[nodiscard]] bool empty() const noexcept { return vi.empty() && en.empty(); }

  friend bool operator==(const Text&, const Text&) = default;
};

// What may be printed of a text from outside: control characters, bidirectional
// marks and invalid bytes become U+FFFD; tab and line ends become spaces.
[[nodiscard]] std::string printable(std::string_view text);

// The same of a text that may be long: what of it fits `bytes` bytes, then "…" where it was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

// Without blanks, or those characters of UTF-8, at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text, std::string_view blanks = " \t");

// The candidate that `word` was most likely meant to be: the nearest within two
// edits and at most half its letters, the first of equals; empty when none is.
[[nodiscard]] std::string_view closest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace nammo
