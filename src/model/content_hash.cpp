#include <openssl/sha.h>

#include <array>
#include <new>

#include "base/spare_memory.h"
#include "nammo/report.h"

namespace nammo {
namespace {

// The library makes its tables when it is first asked, and goes on without those that it found
// no memory for.
void need_library() {
  constexpr std::size_t kTables = std::size_t{1} << 20U;
  static const bool there = (need_memory(kTables), true);
  static_cast<void>(there);
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  need_library();
  if (SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data()) == nullptr) throw std::bad_alloc();
  std::string text = "sha256:";
  for (const unsigned char byte : digest) {
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 0xFU];
  }
  return text;
}

}  // namespace nammo
