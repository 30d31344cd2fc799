#include "yaml/scan.h"

#include <algorithm>
#include <array>

namespace nammo::yaml {
namespace {

using std::size_t;

unsigned at(std::string_view text, size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; }

// Length of the well-formed UTF-8 sequence that begins at `i`; 0 when there is none.
size_t sequence_length(std::string_view text, size_t i) {
  const auto tail = [&](size_t k, unsigned low = 0x80U, unsigned high = 0xBFU) {
    const unsigned c = at(text, i + k);
    return c >= low && c <= high;
  };
  const unsigned c = at(text, i);
  if (c < 0x80U) return 1;
  if (c >= 0xC2U && c <= 0xDFU) return tail(1) ? 2 : 0;
  if (c >= 0xE0U && c <= 0xEFU) {
    const unsigned low = c == 0xE0U ? 0xA0U : 0x80U;  // no overlong forms
    const unsigned high = c == 0xEDU ? 0x9FU : 0xBFU;  // no surrogates
    return tail(1, low, high) && tail(2) ? 3 : 0;
  }
  if (c >= 0xF0U && c <= 0xF4U) {
    const unsigned low = c == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = c == 0xF4U ? 0x8FU : 0xBFU;
    return tail(1, low, high) && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

// TCVN3 puts its letters on ¨ © ª « ¬ soft-hyphen ® and, with tones, µ ¶ · ¸ ¹.
bool is_tcvn3(unsigned lead, unsigned next) {
  return lead == 0xC2U && ((next >= 0xA8U && next <= 0xAEU) || (next >= 0xB5U && next <= 0xB9U));
}

// VNI writes a letter and then its marks as ø ï û å ä ë ö ñ ü or their capitals,
// none of which Vietnamese has in Unicode.
bool is_vni(unsigned lead, unsigned next) {
  if (lead != 0xC3U) return false;
  const unsigned small = next < 0xA0U ? next + 0x20U : next;
  constexpr std::array<unsigned, 9> kMarks{0xA4U, 0xA5U, 0xABU, 0xAFU, 0xB1U, 0xB6U, 0xB8U, 0xBBU, 0xBCU};
  return std::find(kMarks.begin(), kMarks.end(), small) != kMarks.end();
}

// Letters of Vietnamese that Latin-1 lacks: ă đ ĩ ũ ơ ư and U+1EA0 to U+1EF9.
bool is_unicode_vietnamese(unsigned lead, unsigned next) {
  return lead == 0xC4U || lead == 0xC5U || lead == 0xC6U || (lead == 0xE1U && (next == 0xBAU || next == 0xBBU));
}

bool is_conflict_marker(std::string_view text, size_t line_start) {
  const auto line = text.substr(line_start, 8);
  if (line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") || line.starts_with("||||||| ")) return true;
  if (!line.starts_with("=======")) return false;
  const unsigned next = at(text, line_start + 7);
  return next == '\n' || next == '\r' || next == 0U;
}

// Looks at the character of several bytes at `i`; returns its length, 0 when it is malformed.
size_t scan_wide(std::string_view bytes, size_t i, Scan& result) {
  result.ascii = false;
  const size_t length = sequence_length(bytes, i);
  if (length == 0) return 0;
  const unsigned lead = at(bytes, i);
  const unsigned next = at(bytes, i + 1);
  if (lead == 0xC2U && next < 0xA0U && !result.control) result.control = i;
  if (is_tcvn3(lead, next) || is_vni(lead, next)) result.maybe_legacy = true;
  // As in base/unicode.cpp: Latin letters with Vietnamese marks and the usual
  // punctuation never combine with what follows.
  if (lead >= 0xC7U) {
    const bool vietnamese = lead == 0xE1U && (next == 0xBAU || next == 0xBBU);
    const bool punctuation = lead == 0xE2U && next == 0x80U && at(bytes, i + 2) > 0x81U;
    if (!vietnamese && !punctuation) result.surely_nfc = false;
  }
  return length;
}

}  // namespace

Scan scan(std::string_view bytes) {
  Scan result;
  size_t i = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  bool line_start = true;
  while (i < bytes.size()) {
    const unsigned c = at(bytes, i);
    if (line_start && (c == '<' || c == '>' || c == '|' || c == '=') && !result.conflict &&
        is_conflict_marker(bytes, i)) {
      result.conflict = i;
    }
    line_start = c == '\n';
    if (c >= 0x20U && c < 0x7FU) {
      ++i;
    } else if (c < 0x80U) {
      if (c != '\n' && c != '\r' && c != '\t' && !result.control) result.control = i;
      ++i;
    } else {
      const size_t length = scan_wide(bytes, i, result);
      if (length == 0 && !result.invalid) result.invalid = i;
      i += std::max<size_t>(length, 1);
    }
  }
  return result;
}

LegacyText find_legacy_text(std::string_view text) {
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    int tcvn3 = 0;
    int vni = 0;
    bool modern = false;
    size_t first = text.size();
    for (size_t i = start; i < end; ++i) {
      const unsigned lead = at(text, i);
      const unsigned next = at(text, i + 1);
      const bool after_letter = i > start && ((at(text, i - 1) | 0x20U) - 'a') < 26U;
      if (is_unicode_vietnamese(lead, next)) modern = true;
      if (is_tcvn3(lead, next) && (after_letter || next == 0xAEU)) ++tcvn3, first = std::min(first, i);
      if (is_vni(lead, next)) ++vni, first = std::min(first, i);
    }
    if (!modern && tcvn3 >= 1 && tcvn3 + vni >= 2) return {LegacyEncoding::tcvn3, first};
    if (!modern && vni >= 3) return {LegacyEncoding::vni, first};
    start = end + 1;
  }
  return {};
}

}  // namespace nammo::yaml
