#include <algorithm>
#include <string_view>

#include "nammo/schedule.h"

namespace nammo {
namespace {

// Takes the first folder off a path.
std::string_view take_folder(std::string_view& path) {
  const auto folder = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(path.size(), folder.size() + 1));
  return folder;
}

// `*` stands for one folder, `**` for one or more. Only the last `**` can be
// given more folders, which is enough, and keeps the work bounded.
bool matches(std::string_view pattern, std::string_view area) {
  bool open = false;  // a `**` has been passed
  std::string_view pattern_after;
  std::string_view area_after;
  while (!area.empty()) {
    const auto before = pattern;
    const auto want = take_folder(pattern);
    if (want == "**") {
      take_folder(area);
      open = true;
      pattern_after = pattern;
      area_after = area;
      continue;
    }
    const auto have = take_folder(area);
    if (!before.empty() && (want == "*" || want == have)) continue;
    if (!open) return false;
    take_folder(area_after);
    pattern = pattern_after;
    area = area_after;
  }
  return pattern.empty();
}

}  // namespace

bool in_force(const ReportType& type, Date day) {
  return (!type.since || *type.since <= day) && (!type.until || day <= *type.until);
}

bool in_scope(const ReportType& type, const Area& area, Date day) {
  switch (type.areas.kind) {
    case AreaScope::Kind::every: return true;
    case AreaScope::Kind::pilot: return area.in_pilot_on(day);
    case AreaScope::Kind::patterns: break;
  }
  const auto& patterns = type.areas.patterns;
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches(pattern, area.id.str()); });
}

}  // namespace nammo
