#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/catalogue/message.h"
#include "nammo/status.h"
#include "nammo/text.h"

namespace nammo {

// What the text and the Markdown of a status share. The names in it are as the
// store has them: whoever prints them escapes them.

// A column of the table by level; a line end in its head may be a blank.
struct StatusColumn {
  const Message* head;
  int StatusCounts::*count;
};
[[nodiscard]] std::span<const StatusColumn> status_columns();

// A row of it; the last one is the total where there are several levels.
struct StatusLine {
  std::string label;
  StatusCounts counts;
};
[[nodiscard]] std::vector<StatusLine> status_lines(const Store& store, const Status& status, Language language);

// "Báo cáo nhanh, tuần 19/2024 (từ ngày 02/5/2024 đến hết ngày 08/5/2024)"
[[nodiscard]] std::string status_title(const Store& store, const Status& status, Language language);
// "Thị xã Thuận Thành, tính đến 10h00 ngày 09/5/2024"
[[nodiscard]] std::string status_basis(const Store& store, const Status& status, Language language);
// "Đã nộp 52/53 báo cáo phải nộp (98,1 %), …": shares are cut, not rounded, so that
// 100 % means all of them.
[[nodiscard]] std::string status_share(const Status& status, Language language);

struct StatusGroup {
  std::string heading;
  std::vector<std::string> units;
};
// The units by state, worst first, with what a clerk asks next: due, sent, why.
[[nodiscard]] std::vector<StatusGroup> status_groups(const Store& store, const Status& status, Language language);
// What nobody expects, with its file; without units when there is none.
[[nodiscard]] StatusGroup unexpected_group(const Store& store, const Status& status, Language language);

// What claims a time that git does not bear out, with both times; without units where
// there is none or nobody asked.
[[nodiscard]] StatusGroup claimed_early_group(const Store& store, const Status& status, Language language);

}  // namespace nammo
