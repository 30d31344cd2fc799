#include "nammo/ids.h"

#include <cstddef>

namespace nammo {
namespace {

constexpr std::size_t kMaxIdLength = 40;

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_reserved(std::string_view part) { return part == "reports" || part == "cases"; }

}  // namespace

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > kMaxIdLength || !is_word(text.front()) || !is_word(text.back())) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_word(text[i])) continue;
    if (text[i] != '-' || text[i - 1] == '-') return false;
  }
  return true;
}

bool is_area_id(std::string_view text) {
  for (;;) {
    const auto slash = text.find('/');
    const auto part = text.substr(0, slash);
    if (!is_id(part) || is_reserved(part)) return false;
    if (slash == std::string_view::npos) return true;
    text.remove_prefix(slash + 1);
  }
}

AreaId parent_of(const AreaId& area) {
  const auto slash = area.str().rfind('/');
  return slash == std::string::npos ? AreaId{} : AreaId{area.str().substr(0, slash)};
}

bool is_within(const AreaId& area, const AreaId& root) {
  const auto& a = area.str();
  const auto& r = root.str();
  return a.starts_with(r) && (a.size() == r.size() || a[r.size()] == '/');
}

}  // namespace nammo
