#include "nammo/area.h"

#include <algorithm>
#include <utility>

namespace nammo {
namespace {

bool spans(Date since, const std::optional<Date>& until, Date day) {
  return since <= day && (!until || day <= *until);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The run of digits at `at`, without leading zeros.
std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  while (at + 1 < end && text[at] == '0') ++at;
  return text.substr(at, end - at);
}

}  // namespace

bool Area::valid_on(Date day) const { return spans(since, until, day); }

bool Area::in_pilot_on(Date day) const { return pilot && spans(pilot->since, pilot->until, day); }

const Assignment* Area::assigned(const OrgId& org, Role role, Date day) const {
  const auto found = std::find_if(officers.begin(), officers.end(), [&](const Assignment& a) {
    return a.org == org && a.role == role && spans(a.since, a.until, day);
  });
  return found == officers.end() ? nullptr : &*found;
}

AreaTree::AreaTree(std::vector<Area> areas) : areas_(std::move(areas)) {
  std::sort(areas_.begin(), areas_.end(), [](const Area& a, const Area& b) { return a.id < b.id; });
}

const Area* AreaTree::find(const AreaId& id) const {
  const auto found = std::lower_bound(areas_.begin(), areas_.end(), id,
                                      [](const Area& a, const AreaId& b) { return a.id < b; });
  return found != areas_.end() && found->id == id ? &*found : nullptr;
}

std::vector<const Area*> AreaTree::subtree(const AreaId& root) const {
  std::vector<const Area*> result;
  auto i = std::lower_bound(areas_.begin(), areas_.end(), root,
                            [](const Area& a, const AreaId& b) { return a.id < b; });
  // Ids that only share the prefix ("ho-2" beside "ho") stand among them.
  for (; i != areas_.end() && i->id.str().starts_with(root.str()); ++i) {
    if (is_within(i->id, root)) result.push_back(&*i);
  }
  return result;
}

std::vector<const Area*> AreaTree::children(const AreaId& parent) const {
  std::vector<const Area*> result;
  for (const Area& area : areas_) {
    if (parent_of(area.id) == parent) result.push_back(&area);
  }
  return result;
}

std::vector<const Area*> AreaTree::by_tail(std::string_view tail) const {
  if (const Area* exact = find(AreaId{std::string(tail)})) return {exact};
  std::vector<const Area*> result;
  const std::string suffix = "/" + std::string(tail);
  for (const Area& area : areas_) {
    if (area.id.str().ends_with(suffix)) result.push_back(&area);
  }
  return result;
}

bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto x = digits_at(a, i);
      const auto y = digits_at(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
      while (i < a.size() && is_digit(a[i])) ++i;
      while (j < b.size() && is_digit(b[j])) ++j;
      continue;
    }
    if (a[i] != b[j]) return a[i] < b[j];
    ++i;
    ++j;
  }
  if (i < a.size() || j < b.size()) return j < b.size();
  return a < b;
}

}  // namespace nammo
