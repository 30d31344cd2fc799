#include "base/without_marks.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <new>

namespace nammo {
namespace {

// Letter and marks apart.
std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  if (nfd != nullptr) nfd->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
  if (nfd == nullptr || status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  return result;
}

}  // namespace

std::string without_marks(std::string_view text) {
  const std::string apart = decomposed(text);
  std::string plain;
  for (std::size_t i = 0; i < apart.size();) {
    const std::string_view two = std::string_view(apart).substr(i, 2);
    if (two == "đ" || two == "Đ") {  // a letter of its own for Unicode
      plain += two == "đ" ? 'd' : 'D';
      i += 2;
    } else if (two.size() == 2 && ((two[0] == '\xCC') || (two[0] == '\xCD' && two[1] < '\xB0'))) {  // U+0300 to U+036F
      i += 2;
    } else {
      plain += apart[i++];
    }
  }
  return plain;
}

}  // namespace nammo
