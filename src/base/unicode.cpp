#include "base/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <new>
#include <vector>

namespace nammo {
namespace {

using Bytes = const std::uint8_t*;

Bytes bytes_of(std::string_view text) { return reinterpret_cast<Bytes>(text.data()); }

// Calls f(code point or negative when invalid, first byte, byte after).
template <typename F>
void each_character(std::string_view text, F&& f) {
  const auto* s = bytes_of(text);
  const auto length = static_cast<std::int32_t>(text.size());
  std::int32_t i = 0;
  while (i < length) {
    const std::int32_t first = i;
    UChar32 c = 0;
    U8_NEXT(s, i, length, c);
    if (!f(c, static_cast<std::size_t>(first), static_cast<std::size_t>(i))) return;
  }
}

// The bytes of the characters that are surely in NFC and do not combine: ASCII,
// Latin letters with their Vietnamese marks, general punctuation without the two
// spaces that have a canonical twin. Anything else is left to ICU.
bool is_surely_nfc(std::string_view text) {
  const auto* s = bytes_of(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = s[i];
    if (c < 0xC7U) continue;  // ASCII, continuation bytes, U+0080 to U+01BF
    if (c == 0xE1U && i + 1 < text.size() && (s[i + 1] == 0xBAU || s[i + 1] == 0xBBU)) continue;
    if (c == 0xE2U && i + 2 < text.size() && s[i + 1] == 0x80U && s[i + 2] > 0x81U) continue;
    return false;
  }
  return true;
}

// ICU says in this way that there is no memory.
void refuse_failure(UErrorCode status) {
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = icu::Normalizer2::getNFCInstance(status);
  if (found == nullptr) throw std::bad_alloc();  // its data are inside the library
  return *found;
}

bool is_hidden(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
         type == U_PARAGRAPH_SEPARATOR || type == U_SURROGATE || type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR;
}

template <typename Map>
std::string mapped(std::string_view text, Map&& map) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  map(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, status);
  refuse_failure(status);
  return result;
}

std::size_t first_character(std::string_view text) {
  std::size_t after = 0;
  each_character(text, [&](UChar32, std::size_t, std::size_t end) {
    after = end;
    return false;
  });
  return after;
}

std::vector<UChar32> characters(std::string_view text) {
  std::vector<UChar32> result;
  each_character(text, [&](UChar32 c, std::size_t, std::size_t) {
    result.push_back(c);
    return true;
  });
  return result;
}

}  // namespace

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_inside_character(c); }));
}

std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_inside_character(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

CodePoint code_point_at(std::string_view text, std::size_t at) {
  CodePoint found{0, 0};
  each_character(text.substr(at), [&](UChar32 c, std::size_t, std::size_t after) {
    found = {c, after};
    return false;
  });
  return found;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::optional<std::size_t> found;
  each_character(text, [&](UChar32 c, std::size_t first, std::size_t) {
    if (c < 0) found = first;
    return c >= 0;
  });
  return found;
}

std::optional<std::size_t> find_control_character(std::string_view text) {
  const auto* s = bytes_of(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = s[i];
    if (c < 0x20U ? c != '\t' && c != '\n' && c != '\r' : c == 0x7FU) return i;
    if (c == 0xC2U && i + 1 < text.size() && s[i + 1] < 0xA0U) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_not_nfc(std::string_view text) {
  if (is_surely_nfc(text)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  if (nfc().isNormalizedUTF8({text.data(), static_cast<std::int32_t>(text.size())}, status)) return std::nullopt;
  const auto wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const auto good = nfc().spanQuickCheckYes(wide, status);
  refuse_failure(wide.isBogus() ? U_MEMORY_ALLOCATION_ERROR : status);
  std::string before;
  wide.tempSubString(0, good).toUTF8String(before);
  return before.size();
}

std::string to_nfc(std::string_view text) {
  if (is_surely_nfc(text)) return std::string(text);
  return mapped(text, [](icu::StringPiece in, icu::ByteSink& out, UErrorCode& status) {
    nfc().normalizeUTF8(0, in, out, nullptr, status);
  });
}

std::string to_upper(std::string_view text) {
  return mapped(text, [](icu::StringPiece in, icu::ByteSink& out, UErrorCode& status) {
    icu::CaseMap::utf8ToUpper("vi", 0, in, out, nullptr, status);
  });
}

std::string to_lower(std::string_view text) {
  return mapped(text, [](icu::StringPiece in, icu::ByteSink& out, UErrorCode& status) {
    icu::CaseMap::utf8ToLower("vi", 0, in, out, nullptr, status);
  });
}

std::string capitalised(std::string_view text) {
  const auto first = first_character(text);
  return to_upper(text.substr(0, first)) + std::string(text.substr(first));
}

std::string uncapitalised(std::string_view text) {
  const auto first = first_character(text);
  return to_lower(text.substr(0, first)) + std::string(text.substr(first));
}

int display_width(std::string_view text) {
  int width = 0;
  each_character(text, [&](UChar32 c, std::size_t, std::size_t) {
    if (c < 0) {
      ++width;
      return true;
    }
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return true;
    const auto east = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
    return true;
  });
  return width;
}

std::string_view trimmed(std::string_view text, std::string_view blanks) {
  // A character of several bytes goes as a whole or not at all.
  while (!text.empty()) {
    std::size_t length = 1;
    while (length < text.size() && is_inside_character(text[length])) ++length;
    if (blanks.find(text.substr(0, length)) == std::string_view::npos) break;
    text.remove_prefix(length);
  }
  while (!text.empty()) {
    std::size_t last = text.size() - 1;
    while (last > 0 && is_inside_character(text[last])) --last;
    if (blanks.find(text.substr(last)) == std::string_view::npos) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  each_character(text, [&](UChar32 c, std::size_t first, std::size_t after) {
    if (c == '\t' || c == '\n' || c == '\r') {
      result += ' ';
    } else if (c < 0 || (c != 0x00AD && is_hidden(c))) {
      result += "\xEF\xBF\xBD";
    } else {
      result.append(text.substr(first, after - first));
    }
    return true;
  });
  return result;
}

std::string shortened(std::string_view text, std::size_t bytes) {
  return printable(beginning(text, bytes)) + (text.size() > bytes ? "…" : "");
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
  const auto x = characters(a);
  const auto y = characters(b);
  const auto apart = static_cast<int>(x.size()) - static_cast<int>(y.size());
  if (apart > limit || -apart > limit) return limit + 1;
  std::vector<int> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 0; i < x.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < y.size(); ++j) {
      const int replaced = diagonal + (x[i] == y[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, replaced});
    }
  }
  return std::min(row.back(), limit + 1);
}

std::string_view closest(std::string_view word, std::span<const std::string_view> candidates) {
  std::string_view best;
  int least = 3;
  for (const auto candidate : candidates) {
    const int edits = edit_distance(word, candidate, 2);
    if (edits >= least || 2 * edits > static_cast<int>(characters(word).size())) continue;
    least = edits;
    best = candidate;
  }
  return best;
}

}  // namespace nammo
