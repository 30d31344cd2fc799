#include "rules/secret_marking.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/unicode.h"
#include "rules/fold.h"
#include "rules/number.h"

namespace nammo::rules {
namespace {

using std::size_t;

constexpr size_t kLongestWord = 24;  // bytes; TUYỆT in NFD has 9

// bảo mật, bí mật, cơ mật … and the heading "ĐỘ MẬT" name no level of secrecy.
bool makes_word_with(std::string_view before) {
  static constexpr std::array<std::string_view, 6> kWords{"BẢO", "BÍ", "CƠ", "ĐỘ", "THÂN", "NỘI"};
  return std::find(kWords.begin(), kWords.end(), before) != kWords.end();
}

// mật độ, mật khẩu, mật ong …
bool is_made_word_by(std::string_view after) {
  static constexpr std::array<std::string_view, 11> kWords{"ĐỘ", "KHẨU", "MÃ", "THIẾT", "ONG", "VỤ", "BÁO", "THƯ", "LỆNH", "HIỆU", "ƯỚC"};
  return std::find(kWords.begin(), kWords.end(), after) != kWords.end();
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

size_t skip_spaces_back(std::string_view text, size_t at) {
  for (;;) {
    if (at > 0 && is_space(text[at - 1])) {
      --at;
    } else if (at > 1 && text.substr(at - 2, 2) == "\xC2\xA0") {
      at -= 2;
    } else {
      return at;
    }
  }
}

size_t skip_spaces(std::string_view text, size_t at) {
  for (;;) {
    if (at < text.size() && is_space(text[at])) {
      ++at;
    } else if (text.substr(at, 2) == "\xC2\xA0") {
      at += 2;
    } else {
      return at;
    }
  }
}

std::string word_in_nfc(std::string_view text, size_t begin, size_t end) {
  return end - begin > kLongestWord ? std::string{} : to_nfc(text.substr(begin, end - begin));
}

}  // namespace

std::optional<Hit> find_secret_marking(std::string_view text, size_t m) {
  const char next = m + 1 < text.size() ? text[m + 1] : ' ';
  if (next != '\xE1' && next != '\xC3' && !(next == 'A' && text.substr(m + 2, 1) == "\xCC")) return std::nullopt;
  if (is_letter_before(text, m) || (m > 0 && is_digit_at(text, m - 1))) return std::nullopt;
  const size_t end = word_end(text, m);
  if (is_digit_at(text, end) || word_in_nfc(text, m, end) != "MẬT") return std::nullopt;
  const size_t before_end = skip_spaces_back(text, m);
  const size_t before = before_end == m ? m : word_start(text, before_end);
  const auto word = word_in_nfc(text, before, before_end);
  if (word == "TỐI" || word == "TUYỆT") return Hit{before, end};
  if (before_end < m && makes_word_with(word)) return std::nullopt;
  const size_t after = skip_spaces(text, end);
  if (after > end && is_made_word_by(word_in_nfc(text, after, word_end(text, after)))) return std::nullopt;
  return Hit{m, end};
}

}  // namespace nammo::rules
