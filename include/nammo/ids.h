#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace nammo {

// An identifier of the store as a type of its own, so that an officer is never
// taken for an area. It compares as bytes. An empty id stands for "none given".
template <typename Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] const std::string& str() const noexcept { return text_; }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }

  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  std::string text_;
};

using AreaId = Id<struct AreaTag>;              // the path below areas/: "thuan-thanh/ho"
using LevelId = Id<struct LevelTag>;            // "commune"
using OrgId = Id<struct OrgTag>;                // "ccb"
using OfficerId = Id<struct OfficerTag>;        // "nguyen-van-a"
using RecipientId = Id<struct RecipientTag>;    // "btv-thi-uy"
using ReportTypeId = Id<struct ReportTypeTag>;  // "weekly"
using IndicatorId = Id<struct IndicatorTag>;    // "members"
using CodeListId = Id<struct CodeListTag>;      // "fields"
using CodeId = Id<struct CodeTag>;              // "economy"

// `[a-z0-9]+(-[a-z0-9]+)*`, at most 40 characters (DESIGN section 4).
[[nodiscard]] bool is_id(std::string_view text);
// One or more ids with '/' between them, none of them a reserved name
// ("reports", "cases").
[[nodiscard]] bool is_area_id(std::string_view text);
// "thuan-thanh/ho" -> "thuan-thanh"; a top area has no parent: empty.
[[nodiscard]] AreaId parent_of(const AreaId& area);
// True when `area` is `root` or lies below it.
[[nodiscard]] bool is_within(const AreaId& area, const AreaId& root);

}  // namespace nammo

template <typename Tag>
struct std::hash<nammo::Id<Tag>> {
  std::size_t operator()(const nammo::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.str());
  }
};
