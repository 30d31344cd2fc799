#include "rules/number.h"

#include "rules/fold.h"

namespace nammo::rules {
namespace {

using std::size_t;

constexpr size_t kLongestGap = 24;

struct Part {
  char kind = 0;  // ' ', '.', '-', or 'z' for what has no width; 0: no part of a gap
  size_t length = 0;
};

// U+2000 to U+206F: spaces, dashes, and characters without width.
Part part_of_punctuation(std::string_view text, size_t i) {
  const auto third = static_cast<unsigned char>(text[i + 2]);
  if (text[i + 1] == '\x81') return third == 0xA0U ? Part{'z', 3} : Part{};
  if (third <= 0x8AU || third == 0xAFU) return {' ', 3};
  if (third <= 0x8FU || (third >= 0xAAU && third <= 0xAEU)) return {'z', 3};
  return third <= 0x95U ? Part{'-', 3} : Part{};
}

Part part_at(std::string_view text, size_t i) {
  if (i >= text.size()) return {};
  const char c = text[i];
  if (c == ' ' || c == '\t') return {' ', 1};
  if (c == '.' || c == '-') return {c, 1};
  if (c == ')') return {'-', 1};
  if (c == '\xC2' && i + 1 < text.size()) {
    if (text[i + 1] == '\xA0') return {' ', 2};
    if (text[i + 1] == '\xAD') return {'z', 2};
  }
  const bool punctuation = c == '\xE2' && i + 2 < text.size() && (text[i + 1] == '\x80' || text[i + 1] == '\x81');
  return punctuation ? part_of_punctuation(text, i) : Part{};
}

}  // namespace

bool GroupedNumber::is_money() const {
  return groups.size() > 1 && groups.front() <= '3' && gaps_are('.') &&
         groups.find_first_not_of('3', 1) == std::string::npos;
}

size_t gap_length(std::string_view text, size_t i, char& gap) {
  size_t at = i;
  int spaces = 0;
  gap = 0;
  for (Part part = part_at(text, at); part.kind != 0; part = part_at(text, at)) {
    if (part.kind == ' ' && ++spaces > 2) return 0;
    if (part.kind == '.' || part.kind == '-') {
      if (gap == '.' || gap == '-') return 0;
      gap = part.kind;
    }
    if (part.kind == ' ' && gap == 0) gap = ' ';
    at += part.length;
    if (at - i > kLongestGap) return 0;
  }
  return at - i;
}

std::optional<GroupedNumber> read_number(std::string_view text, size_t begin, size_t count) {
  GroupedNumber number;
  number.end = begin;
  for (bool joined = false;;) {
    size_t run = 0;
    for (; number.digits.size() < count && is_digit_at(text, number.end); ++run) number.digits += text[number.end++];
    if (run == 0) return std::nullopt;
    if (joined) {
      number.groups.back() = static_cast<char>(number.groups.back() + static_cast<int>(run));
    } else {
      number.groups += static_cast<char>('0' + run);
    }
    if (number.digits.size() == count) break;
    char gap = 0;
    const size_t length = gap_length(text, number.end, gap);
    if (length == 0) return std::nullopt;
    joined = gap == 0;
    if (!joined) number.gaps += gap;
    number.end += length;
  }
  if (is_digit_at(text, number.end) || is_letter_at(text, number.end)) return std::nullopt;
  return number;
}

}  // namespace nammo::rules
