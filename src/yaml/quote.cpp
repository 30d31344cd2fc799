#include "yaml/quote.h"

#include <algorithm>
#include <array>

namespace nammo::yaml {
namespace {

// What YAML 1.1 or 1.2 reads as null, a truth value or a merge, whatever the case.
constexpr std::array<std::string_view, 13> kWords = {"null", "true", "false", "yes", "no", "on", "off",
                                                     "y",    "n",    "nan",   "inf", "~",  "="};

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_word(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

// Begins with a letter, so that it is no number, no day, no mark of YAML; and has
// nothing that ends a plain scalar. U+2028 and U+2029 break lines in YAML 1.1, U+FEFF is a
// mark of byte order: they are left to quotes.
bool is_plain(std::string_view text, Around around) {
  if (text.empty() || !is_letter(text.front()) || text.back() == ' ' || is_word(text)) return false;
  constexpr std::string_view kFlowMarks = ",[]{}";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F || byte == 0xEF) return false;
    if (byte == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80) return false;
    if (around == Around::flow && kFlowMarks.find(c) != std::string_view::npos) return false;
    if (c == ':' && (i + 1 == text.size() || text[i + 1] == ' ' || around == Around::flow)) return false;
    if (c == '#' && text[i - 1] == ' ') return false;
  }
  return true;
}

void add_escaped(char c, std::string& result) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    result += '\\';
    result += c;
  } else if (c == '\n') {
    result += "\\n";
  } else if (c == '\t') {
    result += "\\t";
  } else if (byte < 0x20 || byte == 0x7F) {
    result += "\\x";
    result += kHex[byte >> 4U];
    result += kHex[byte & 0x0FU];
  } else {
    result += c;
  }
}

// The line breaks that YAML 1.1 knows beside LF and CR, and the mark of byte order.
// (U+0085 is a control character, which no file of a store may hold.)
struct Rare {
  std::string_view bytes;
  std::string_view escape;
};
constexpr std::array<Rare, 3> kRare = {Rare{"\xE2\x80\xA8", "\\L"}, Rare{"\xE2\x80\xA9", "\\P"},
                                       Rare{"\xEF\xBB\xBF", "\\uFEFF"}};

}  // namespace

std::string quoted(std::string_view text, Around around) {
  if (is_plain(text, around)) return std::string(text);
  std::string result = "\"";
  while (!text.empty()) {
    const auto rare = std::find_if(kRare.begin(), kRare.end(), [&](const Rare& one) { return text.starts_with(one.bytes); });
    if (rare != kRare.end()) {
      result += rare->escape;
      text.remove_prefix(rare->bytes.size());
      continue;
    }
    add_escaped(text.front(), result);
    text.remove_prefix(1);
  }
  return result + "\"";
}

std::string written(const EditValue& value, Around around) {
  std::string text;
  switch (value.kind) {
    case EditValue::Kind::text: return quoted(value.text, around);
    case EditValue::Kind::plain: return value.text;
    case EditValue::Kind::list:
      for (const auto& item : value.items) text += (text.empty() ? "" : ", ") + written(item, Around::flow);
      return "[" + text + "]";
    case EditValue::Kind::mapping:
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        text += (text.empty() ? "" : ", ") + quoted(value.keys[i], Around::flow) + ": " + written(value.items[i], Around::flow);
      }
      return "{" + text + "}";
  }
  return text;
}

}  // namespace nammo::yaml
