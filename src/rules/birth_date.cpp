#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "rules/fold.h"
#include "rules/number.h"
#include "rules/privacy.h"

namespace nammo::rules {
namespace {

using std::size_t;

constexpr size_t kLongestDate = 60;  // bytes from the word to the year
constexpr size_t kLongestWord = 12;

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Syllables that make another word of "sinh": vệ sinh, phát sinh, hy sinh …
bool makes_other_word(std::string_view before) {
  static constexpr std::array<std::string_view, 29> kWords{
      "hoc", "ve", "dan", "phat", "an", "khai", "ho", "san", "hy", "hi", "nay", "tai", "giang", "thi", "tuyen",
      "song", "ky", "quyen", "muu", "nhan", "y", "khang", "truong", "bam", "so", "giam", "mon", "cuu", "nu"};
  return is_one_of(before, kWords);
}

bool stands_between(std::string_view word) {
  static constexpr std::array<std::string_view, 5> kWords{"ngay", "thang", "nam", "vao", "la"};
  return is_one_of(word, kWords);
}

// Goes back over what may stand inside a date, not before `floor`; `first`
// becomes its first digit.
size_t back_over_date(std::string_view text, size_t at, size_t floor, size_t& first) {
  for (; at > floor; --at) {
    const char c = text[at - 1];
    if (is_digit_at(text, at - 1)) {
      first = at - 1;
    } else if (c == '\xA0' && at > floor + 1 && text[at - 2] == '\xC2') {
      --at;
    } else if (std::string_view(" \t\r\n/.-:,(\"'_").find(c) == std::string_view::npos) {
      break;
    }
  }
  return at;
}

bool is_capitalised(std::string_view text, size_t start, size_t end) {
  const auto word = text.substr(start, end - start);
  return word != uncapitalised(word);
}

// "Nguyễn Văn An sinh năm …": An is a name here, no part of "an sinh".
bool ends_a_name(std::string_view text, size_t start, size_t end) {
  if (!is_capitalised(text, start, end) || start == 0 || text[start - 1] != ' ') return false;
  const size_t before = word_start(text, start - 1);
  return before < start - 1 && is_capitalised(text, before, start - 1);
}

bool is_birth_word(std::string_view text, size_t start, std::string_view word) {
  if (word == "sn") return true;
  if (word == "n") return start > 1 && text[start - 1] == '/' && (text[start - 2] == 's' || text[start - 2] == 'S');
  if (word != "sinh") return false;
  if (start == 0 || text[start - 1] != ' ') return true;
  const size_t before = word_start(text, start - 1);
  return ends_a_name(text, before, start - 1) || !makes_other_word(fold(text.substr(before, start - 1 - before)));
}

}  // namespace

std::optional<Hit> find_birth_date(std::string_view text, Digits run) {
  if (run.end - run.begin != 4 || is_letter_at(text, run.end)) return std::nullopt;
  const auto century = text.substr(run.begin, 3);
  if (!century.starts_with("19") && century != "200" && century != "201" && century != "202") return std::nullopt;
  const size_t floor = run.begin - std::min(run.begin, kLongestDate);
  size_t first = run.begin;
  size_t at = first;
  for (int words = 0; words < 4; ++words) {
    at = back_over_date(text, at, floor, first);
    const size_t start = word_start(text, at);
    if (start == at || at <= floor || at - start > kLongestWord) return std::nullopt;
    const auto word = fold(text.substr(start, at - start));
    if (is_birth_word(text, start, word)) return Hit{first, run.end};
    if (!stands_between(word)) return std::nullopt;
    at = start;
  }
  return std::nullopt;
}

}  // namespace nammo::rules
