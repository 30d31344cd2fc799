#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/today.h"

namespace nammo {

// What the text and the Markdown of a clerk's day share. What comes from the store is
// printable here; Markdown escapes it.

// What somebody owes beyond these is told in one line, so that old debts do not
// fill the screen.
inline constexpr std::size_t kInFull = 3;

// "Việc hôm nay của thị xã …", and what is said of the day where none of its hours is
// ahead: that nothing is due, and when the next hour is.
[[nodiscard]] std::string today_title(const Store& store, const Today& today, Language language);
[[nodiscard]] std::string today_remark(const Store& store, const Today& today, Language language);

// One hour of the day.
struct HourRow {
  bool next = false;        // the next hour
  std::string when;         // "13h30"; with its day where that is not today
  std::string who;          // "5 chi hội khu phố", or the one unit
  std::string state;        // "đã nộp 4/5"
  std::string came;         // of several units: who has sent, by area; short, so empty for many
};
// The hours up to the end of the day that is shown, in their order, under the report and period that they are of: a new block
// wherever that changes.
struct HourBlock {
  std::string heading;
  std::vector<HourRow> rows;
};
[[nodiscard]] std::vector<HourBlock> hour_blocks(const Store& store, const Today& today, Language language);

// What the clerk's own unit owes, a line each.
[[nodiscard]] std::vector<std::string> own_lines(const Store& store, const Today& today, Language language);

// What is to be pasted to one officer, or to several who owe the same.
struct Letter {
  std::string heading;             // whose it is, for the clerk
  std::vector<std::string> lines;  // of the message
};
struct Letters {
  std::vector<Letter> letters;
  std::vector<std::string> others;  // officers for whose message there is no room, with what they owe
  std::string none;                 // that nothing is owed; empty where something is, or nothing was due
  std::vector<std::string> nobody;  // units of which nobody is told, because nobody answers for them
};
[[nodiscard]] Letters letters_of(const Store& store, const Today& today, Language language);

// What came in and is not as it should be: what is wrong in files, what was sent back,
// what is a draft, what nobody expects.
[[nodiscard]] std::vector<std::string> broken_lines(const Store& store, const Today& today,
                                                    std::span<const Diagnostic> findings, Language language);

// The next command, and why.
struct NextLine {
  std::string command;
  std::string why;
};
[[nodiscard]] NextLine next_line(const Store& store, const Today& today, std::span<const Diagnostic> findings,
                                 Language language);

}  // namespace nammo
