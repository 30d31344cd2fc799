#include "base/zone_file.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace nammo {
namespace {

constexpr std::size_t kHeader = 44;

struct Counts {
  std::uint64_t utc, standard, leaps, times, types, letters;
};

std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t value = 0;
  for (const char c : bytes.substr(at, 4)) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

std::optional<Counts> read_header(std::string_view bytes) {
  if (bytes.size() < kHeader || !bytes.starts_with("TZif")) return std::nullopt;
  return Counts{number_at(bytes, 20), number_at(bytes, 24), number_at(bytes, 28),
                number_at(bytes, 32), number_at(bytes, 36), number_at(bytes, 40)};
}

// Of what follows a header; `moment`: the bytes of a moment in it.
std::uint64_t size_of(const Counts& n, std::uint64_t moment) {
  return n.times * (moment + 1) + n.types * 6 + n.letters + n.leaps * (moment + 4) + n.standard + n.utc;
}

bool is_sound(std::string_view data, const Counts& n, std::uint64_t moment) {
  if (n.types == 0 || n.letters == 0 || size_of(n, moment) > data.size()) return false;
  const auto kinds = data.substr(n.times * moment, n.times);
  const auto types = data.substr(n.times * (moment + 1), n.types * 6);
  if (std::any_of(kinds.begin(), kinds.end(), [&](char kind) { return static_cast<unsigned char>(kind) >= n.types; })) return false;
  for (std::size_t at = 5; at < types.size(); at += 6) {
    if (static_cast<unsigned char>(types[at]) >= n.letters) return false;
  }
  return true;
}

}  // namespace

bool is_zone_file(std::string_view bytes) {
  const auto first = read_header(bytes);
  if (!first) return false;
  const char version = bytes[4];
  if (version == 0) return is_sound(bytes.substr(kHeader), *first, 4);
  const auto size = size_of(*first, 4);
  if (size > bytes.size() - kHeader) return false;
  bytes.remove_prefix(kHeader + size);
  const auto second = read_header(bytes);
  return second && bytes[4] == version && is_sound(bytes.substr(kHeader), *second, 8);
}

}  // namespace nammo
