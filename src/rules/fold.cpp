#include "rules/fold.h"

#include <algorithm>

#include "base/unicode.h"

namespace nammo::rules {
namespace {

using std::size_t;

constexpr char kMark = '\1';   // a combining mark: dropped
constexpr char kOther = '\x7F';

struct Character {
  char base = kOther;  // a small letter, an ASCII character, kMark or kOther
  size_t length = 1;
};

unsigned byte_at(std::string_view text, size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; }

// U+00C0 to U+00FF, the same for capitals and small letters.
char latin1_base(unsigned code) {
  const unsigned c = code & 0x1FU;
  if (code == 0xD7U || code == 0xF7U) return kOther;
  if (c <= 0x05U) return 'a';
  if (c >= 0x08U && c <= 0x0BU) return 'e';
  if (c >= 0x0CU && c <= 0x0FU) return 'i';
  if (c == 0x10U) return 'd';
  if (c >= 0x12U && c <= 0x16U) return 'o';
  if (c >= 0x19U && c <= 0x1CU) return 'u';
  return c == 0x1DU ? 'y' : 'x';
}

char extended_base(unsigned code) {
  switch (code | 1U) {
    case 0x103U: return 'a';
    case 0x111U: return 'd';
    case 0x129U: return 'i';
    case 0x169U: return 'u';
    case 0x1A1U: return 'o';
    default: return code == 0x1AFU || code == 0x1B0U ? 'u' : 'x';
  }
}

// U+1EA0 to U+1EF9
char vietnamese_base(unsigned code) {
  if (code <= 0x1EB7U) return 'a';
  if (code <= 0x1EC7U) return 'e';
  if (code <= 0x1ECBU) return 'i';
  if (code <= 0x1EE3U) return 'o';
  return code <= 0x1EF1U ? 'u' : 'y';
}

Character character_at(std::string_view text, size_t i) {
  const unsigned lead = byte_at(text, i);
  if (lead < 0x80U) return {lead >= 'A' && lead <= 'Z' ? static_cast<char>(lead | 0x20U) : text[i], 1};
  const unsigned next = byte_at(text, i + 1) & 0x3FU;
  if (lead >= 0xC2U && lead <= 0xDFU) {
    const unsigned code = ((lead & 0x1FU) << 6U) | next;
    if (code == 0xA0U) return {' ', 2};
    if (code >= 0xC0U && code <= 0xFFU) return {latin1_base(code), 2};
    if (code >= 0x100U && code <= 0x24FU) return {extended_base(code), 2};
    if (code >= 0x300U && code <= 0x36FU) return {kMark, 2};
    return {kOther, 2};
  }
  if (lead >= 0xE0U && lead <= 0xEFU) {
    const unsigned code = ((lead & 0x0FU) << 12U) | (next << 6U) | (byte_at(text, i + 2) & 0x3FU);
    if (code >= 0x1EA0U && code <= 0x1EF9U) return {vietnamese_base(code), 3};
    return {kOther, 3};
  }
  return {kOther, lead >= 0xF0U ? size_t{4} : size_t{1}};
}

bool is_letter(char base) { return (base >= 'a' && base <= 'z') || base == kMark; }

size_t previous(std::string_view text, size_t end) {
  size_t i = end - 1;
  while (i > 0 && end - i < 4 && is_inside_character(text[i])) --i;
  return i;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string result;
  for (size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (c.base != kMark) result += c.base;
    i += c.length;
  }
  return result;
}

std::string fold_before(std::string_view text, size_t end, size_t limit) {
  size_t begin = end - std::min(end, limit);
  while (begin < end && is_inside_character(text[begin])) ++begin;
  return fold(text.substr(begin, end - begin));
}

std::string fold_after(std::string_view text, size_t begin, size_t limit) {
  return fold(text.substr(std::min(begin, text.size()), limit));
}

bool is_letter_before(std::string_view text, size_t i) {
  return i > 0 && is_letter(character_at(text, previous(text, i)).base);
}

bool is_letter_at(std::string_view text, size_t i) {
  return i < text.size() && is_letter(character_at(text, i).base);
}

size_t word_start(std::string_view text, size_t end) {
  while (is_letter_before(text, end)) end = previous(text, end);
  return end;
}

size_t word_end(std::string_view text, size_t begin) {
  while (is_letter_at(text, begin)) begin += character_at(text, begin).length;
  return std::min(begin, text.size());
}

}  // namespace nammo::rules
