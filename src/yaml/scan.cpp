#include "yaml/scan.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/unicode.h"

namespace nammo::yaml {
namespace {

using std::size_t;

constexpr unsigned at(std::string_view text, size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; }

// TCVN3 puts its letters on ¨ © ª « ¬ soft-hyphen ® and, with tones, µ ¶ · ¸ ¹.
constexpr bool is_tcvn3(unsigned lead, unsigned next) {
  return lead == 0xC2U && ((next >= 0xA8U && next <= 0xAEU) || (next >= 0xB5U && next <= 0xB9U));
}

// VNI writes a letter and then its marks as ø ï û å ä ë ö ñ ü or their capitals,
// none of which Vietnamese has in Unicode.
constexpr bool is_vni(unsigned lead, unsigned next) {
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

// A pair of bytes shows something when the first has a bit in `lead` that the
// second has in `next`. Tables instead of branches: in Vietnamese text no
// processor can guess whether the next byte is a letter with or without a mark.
struct Pairs {
  static constexpr unsigned kControl = 1;   // C0, DEL
  static constexpr unsigned kC1 = 2;
  static constexpr unsigned kLegacy = 4;
  static constexpr unsigned kVni = 8;
  static constexpr unsigned kMarker = 16;   // a line that may begin with a conflict marker
  static constexpr unsigned kNotNfc = 32;   // what may combine or has a canonical twin
  static constexpr unsigned kLatin = 64;    // U+1E00 to U+1FFF but the Vietnamese block
  static constexpr unsigned kSymbol = 128;  // U+2000 to U+2FFF: two spaces have a twin

  std::array<std::uint8_t, 256> lead{};
  std::array<std::uint8_t, 256> next{};

  constexpr Pairs() {
    for (unsigned c = 0; c < 256; ++c) {
      unsigned first = 0;
      unsigned second = kControl | kNotNfc | kSymbol;
      if ((c < 0x20U && c != '\n' && c != '\r' && c != '\t') || c == 0x7FU) first |= kControl;
      if (c == 0xC2U) first |= kC1 | kLegacy;
      if (c == 0xC3U) first |= kVni;
      if (c == '\n') first |= kMarker;
      if (c >= 0xC7U && c != 0xE1U && c != 0xE2U) first |= kNotNfc;
      if (c == 0xE1U) first |= kLatin;
      if (c == 0xE2U) first |= kSymbol;
      if (c >= 0x80U && c < 0xA0U) second |= kC1;
      if (is_tcvn3(0xC2U, c)) second |= kLegacy;
      if (is_vni(0xC3U, c)) second |= kVni;
      if (c == '<' || c == '>' || c == '|' || c == '=') second |= kMarker;
      if (c != 0xBAU && c != 0xBBU) second |= kLatin;
      lead[c] = static_cast<std::uint8_t>(first);
      next[c] = static_cast<std::uint8_t>(second);
    }
  }
};
constexpr Pairs kPairs;

unsigned pairs_in(std::string_view bytes) {
  unsigned seen = 0;
  for (size_t i = 0; i + 1 < bytes.size(); ++i) {
    seen |= static_cast<unsigned>(kPairs.lead[at(bytes, i)]) & kPairs.next[at(bytes, i + 1)];
  }
  if (!bytes.empty()) seen |= static_cast<unsigned>(kPairs.lead[at(bytes, bytes.size() - 1)]) & kPairs.next[0];
  return seen;
}

std::optional<size_t> find_conflict(std::string_view bytes) {
  for (size_t line = 0; line < bytes.size();) {
    if (is_conflict_marker(bytes, line)) return line;
    const size_t end = bytes.find('\n', line);
    if (end == std::string_view::npos) break;
    line = end + 1;
  }
  return std::nullopt;
}

bool has_twin_space(std::string_view bytes) {
  return bytes.find("\xE2\x80\x80") != std::string_view::npos || bytes.find("\xE2\x80\x81") != std::string_view::npos;
}

}  // namespace

Scan scan(std::string_view bytes) {
  Scan result;
  const unsigned seen = pairs_in(bytes);
  const auto saw = [&](unsigned bits) { return (seen & bits) != 0; };
  if (saw(Pairs::kControl | Pairs::kC1)) result.control = find_control_character(bytes);
  if (saw(Pairs::kMarker) || is_conflict_marker(bytes, 0)) result.conflict = find_conflict(bytes);
  result.surely_nfc = !saw(Pairs::kNotNfc | Pairs::kLatin) && !(saw(Pairs::kSymbol) && has_twin_space(bytes));
  result.maybe_legacy = saw(Pairs::kLegacy | Pairs::kVni);
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
