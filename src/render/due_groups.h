#pragma once

#include <string>
#include <vector>

#include "nammo/due_views.h"

namespace nammo {

// The units of which the same report, or post, of one period is due at one moment
// by one rule. Ad hoc reports stand alone.
struct DueGroup {
  std::vector<const Delivery*> units;  // in natural order; at least one
  [[nodiscard]] const Obligation& obligation() const { return units.front()->obligation; }
};
struct DueDay {
  Date day{};
  std::vector<DueGroup> groups;
};
[[nodiscard]] std::vector<DueDay> group_by_day(const Store& store, const DueView& view);

// ---- what the views say ---------------------------------------------------------

// "Hạn nộp của thị xã …" and the days that were asked for.
[[nodiscard]] std::string due_heading(const Store& store, const DueView& view);
[[nodiscard]] std::string due_range_text(const Store& store, const DueView& view);
// "Báo cáo nhanh, tuần 19/2024"; "Tin gửi kèm báo cáo nhanh, tuần 19/2024"
[[nodiscard]] std::string obligation_title(const Store& store, const Obligation& obligation, Language language);
// "Báo cáo nhanh, tuần 19/2024, gửi Hội CCB phường Hồ"
[[nodiscard]] std::string group_title(const Store& store, const DueGroup& group, Language language);
// The nominal due where days off moved it, the office's own hour, that it is a post.
[[nodiscard]] std::vector<std::string> group_notes(const Store& store, const DueGroup& group, Language language);
// "17h00"
[[nodiscard]] std::string group_hour(const Store& store, const DueGroup& group, Language language);
// "nộp muộn 18h05 ngày 08/5"; empty for a post that was not made.
[[nodiscard]] std::string unit_state(const Store& store, const Delivery& delivery, Date today, Language language);
// How many reports are expected, by state; empty where none are. Posts never count.
[[nodiscard]] std::string due_count_text(const DueView& view);
// The reasoning behind the due of a group, a sentence each.
[[nodiscard]] std::vector<std::string> reason_lines(const Store& store, const DueGroup& group, Instant now,
                                                    Language language);
// Those of it that say why days off moved the due; empty where they did not.
[[nodiscard]] std::vector<std::string> move_lines(const Store& store, const Obligation& obligation, Language language);

}  // namespace nammo
