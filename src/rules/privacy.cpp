#include "rules/privacy.h"

#include <algorithm>
#include <array>

#include "rules/fold.h"
#include "rules/number.h"

namespace nammo::rules {
namespace {

using std::size_t;

// How far from a number the word that says what it is may stand, in bytes.
constexpr size_t kNearBefore = 60;
constexpr size_t kNearAfter = 30;

bool ends_in_digit_and_dot(std::string_view text, size_t i) {
  return i > 1 && text[i - 1] == '.' && is_digit_at(text, i - 2);
}

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words to which people glue an identity number.
bool is_glued_to_id_word(std::string_view text, size_t i) {
  static constexpr std::array<std::string_view, 6> kWords{"cccd", "cmnd", "cmt", "cmtnd", "cuoc", "danh"};
  const size_t start = word_start(text, i);
  return i - start <= 12 && is_one_of(fold(text.substr(start, i - start)), kWords);
}

bool may_begin_id(std::string_view text, size_t i) {
  if (ends_in_digit_and_dot(text, i)) return false;
  return !is_letter_before(text, i) || is_glued_to_id_word(text, i);
}

bool has_word(const std::string& text, std::string_view word) {
  for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const auto is_alnum = [&](size_t i) {
      return i < text.size() && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= '0' && text[i] <= '9'));
    };
    if (!(at > 0 && is_alnum(at - 1)) && !is_alnum(at + word.size())) return true;
  }
  return false;
}

bool names_old_id_card(const std::string& text) {
  static constexpr std::array<std::string_view, 4> kWords{"cmnd", "cmt", "cmtnd", "chung minh"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return has_word(text, word); });
}

bool is_amount_of_money(std::string_view text, size_t end) {
  const auto after = fold_after(text, end, 12);
  const auto unit = after.substr(std::min(after.find_first_not_of(' '), after.size()));
  return unit.starts_with("dong") || has_word(unit, "d") || has_word(unit, "vnd");
}

bool is_id_of_nine(std::string_view text, Digits run) {
  return names_old_id_card(fold_before(text, run.begin, kNearBefore)) ||
         names_old_id_card(fold_after(text, run.end, kNearAfter));
}

}  // namespace

std::optional<Hit> find_id_number(std::string_view text, Digits run) {
  const size_t length = run.end - run.begin;
  const bool grouped = length == 3;
  if (length != 12 && length != 9 && !grouped) return std::nullopt;
  if (grouped && !is_digit_at(text, run.end + 1) && !is_digit_at(text, run.end + 2)) return std::nullopt;
  if (!may_begin_id(text, run.begin)) return std::nullopt;
  if (text[run.begin] == '0') {
    const auto number = read_number(text, run.begin, 12);
    if (number && (number->gaps.empty() || (number->groups == "3333" && number->gaps_are(' ')))) {
      return Hit{run.begin, number->end};
    }
  }
  const auto number = read_number(text, run.begin, 9);
  if (!number || !(number->gaps.empty() || (number->groups == "333" && number->gaps_are(' ')))) return std::nullopt;
  if (!is_id_of_nine(text, {run.begin, number->end}) || is_amount_of_money(text, number->end)) return std::nullopt;
  return Hit{run.begin, number->end};
}

std::optional<Hit> find_plate(std::string_view text, Digits run) {
  size_t at = run.end;
  if (at - run.begin != 2 || text[run.begin] == '0' || is_letter_before(text, run.begin)) return std::nullopt;
  if (ends_in_digit_and_dot(text, run.begin)) return std::nullopt;
  const bool dashed = text.substr(at, 1) == "-";
  if (dashed) ++at;
  const auto letter = [&](size_t i) {
    return i < text.size() && ((text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= 'a' && text[i] <= 'z'));
  };
  if (!letter(at)) return std::nullopt;
  const size_t letters = at;
  while (letter(at) && at - letters < 2) ++at;
  const bool small = text[letters] >= 'a';
  // The digit of a series may be there or not: 99A1-123.45, 99A-123.45.
  for (const size_t series : {size_t{1}, size_t{0}}) {
    if (series == 0 && dashed) break;  // 27-KH 12345 is a document
    if (series == 1 && !is_digit_at(text, at)) continue;
    const size_t rest = at + series;
    const bool gap = rest < text.size() && (text[rest] == '-' || text[rest] == ' ' || text[rest] == '.');
    const auto number = read_number(text, rest + (gap ? 1 : 0), 5);
    if (!number || !(number->gaps.empty() || (number->groups == "32" && number->gaps == "."))) continue;
    if (small && number->gaps.empty() && !(gap && text[rest] == '-')) continue;  // 20h 12000
    return Hit{run.begin, number->end};
  }
  return std::nullopt;
}

std::optional<Hit> find_email(std::string_view text, size_t at) {
  const auto in_local = [&](size_t i) {
    const char c = text[i];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-' || c == '+' || c == '%';
  };
  const auto in_domain = [&](size_t i) { return i < text.size() && in_local(i) && text[i] != '_' && text[i] != '+' && text[i] != '%'; };
  size_t begin = at;
  while (begin > 0 && in_local(begin - 1)) --begin;
  while (begin < at && (text[begin] == '.' || text[begin] == '-')) ++begin;
  size_t end = at + 1;
  while (in_domain(end)) ++end;
  while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
  const auto domain = text.substr(at + 1, end - at - 1);
  const size_t dot = domain.rfind('.');
  if (begin == at || dot == std::string_view::npos || dot == 0 || domain.size() - dot < 3) return std::nullopt;
  const auto top = domain.substr(dot + 1);
  const bool letters = std::none_of(top.begin(), top.end(), [](char c) { return c >= '0' && c <= '9'; });
  return letters ? std::optional(Hit{begin, end}) : std::nullopt;
}

}  // namespace nammo::rules
