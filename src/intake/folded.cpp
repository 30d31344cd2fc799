#include "intake/folded.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/without_marks.h"

namespace nammo::intake {
namespace {

std::string folded_character(std::string_view character) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  if (character == kNoBreakSpace) return " ";
  if (character.size() > 1) return without_marks(to_lower(character));
  const char c = character.front();
  return {c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '\t' ? ' ' : c};
}

}  // namespace

Folded::Folded(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t length = code_point_at(line, i).length;
    text += folded_character(line.substr(i, length));
    at.resize(text.size(), i);
    i += length;
  }
  at.push_back(line.size());
}

std::string folded(std::string_view line) { return Folded(line).text; }

std::string compact(std::string_view line) {
  std::string result;
  for (const char c : folded(line)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80U) result += c;
  }
  return result;
}

bool begins_with_capital(std::string_view line, std::size_t at) {
  const std::size_t end = std::min(line.size(), at + 3);
  const std::string_view letter = line.substr(at, end - at);
  return !letter.empty() && Folded(letter).text.substr(0, 1) != letter.substr(0, 1) && !letter.starts_with("\xC3\xBD");
}

}  // namespace nammo::intake
