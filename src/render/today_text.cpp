#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/today_views.h"
#include "render/columns.h"
#include "render/today_parts.h"
#include "render/wrap.h"

namespace nammo {
namespace {

constexpr int kMark = 4;        // "  > "
constexpr int kWidestWho = 42;  // a longer name has its state on a line of its own

struct Widths {
  int when = 0;
  int who = 0;
};

Widths widths_of(const std::vector<HourBlock>& blocks) {
  Widths widths;
  for (const HourBlock& block : blocks) {
    for (const HourRow& row : block.rows) {
      widths.when = std::max(widths.when, display_width(row.when));
      const int who = display_width(row.who);
      if (who <= kWidestWho) widths.who = std::max(widths.who, who);
    }
  }
  return widths;
}

std::string row_text(const HourRow& row, const Widths& widths) {
  const int indent = kMark + widths.when + 2;
  const std::string first = (row.next ? "  > " : "    ") + left_aligned(row.when, widths.when) + "  ";
  const bool fits = display_width(row.who) <= widths.who && indent + widths.who + 2 + display_width(row.state) <= kTextWidth;
  std::string text = fits ? first + left_aligned(row.who, widths.who) + "  " + row.state + "\n"
                          : wrapped(first, indent, row.who) + wrapped(blanks(indent + 2), indent + 2, row.state);
  return row.came.empty() ? text : text + wrapped(blanks(indent + 2), indent + 4, row.came);
}

std::string hours_text(const std::vector<HourBlock>& blocks) {
  const Widths widths = widths_of(blocks);
  std::string text;
  for (const HourBlock& block : blocks) {
    text += "\n" + wrapped("", 2, block.heading);
    for (const HourRow& row : block.rows) text += row_text(row, widths);
  }
  return text;
}

std::string list_text(const Message& heading, const std::vector<std::string>& lines, Language language) {
  if (lines.empty()) return {};
  std::string text = "\n" + wrapped("", 2, say_in(language, heading) + ":");
  for (const std::string& line : lines) text += wrapped("  - ", 4, line);
  return text;
}

std::string letters_text(const Letters& letters, Language language) {
  std::string text;
  if (!letters.letters.empty()) text += "\n" + wrapped("", 2, say_in(language, msg::today_owed) + ":");
  for (const Letter& letter : letters.letters) {
    text += wrapped("  - ", 4, letter.heading);
    for (const std::string& line : letter.lines) text += wrapped("", 0, line);
  }
  return text + list_text(msg::today_also, letters.others, language) + list_text(msg::today_nobody, letters.nobody, language);
}

}  // namespace

std::string today_text(const Store& store, const Today& today, std::span<const Diagnostic> findings, Language language) {
  std::string text = wrapped("", 2, today_title(store, today, language));
  const auto remark = today_remark(store, today, language);
  if (!remark.empty()) text += wrapped("", 2, remark);
  text += hours_text(hour_blocks(store, today, language));
  text += list_text(msg::today_own, own_lines(store, today, language), language);
  const Letters letters = letters_of(store, today, language);
  if (!letters.none.empty()) text += "\n" + wrapped("", 0, letters.none);
  text += letters_text(letters, language);
  text += list_text(msg::today_broken, broken_lines(store, today, findings, language), language);
  const NextLine next = next_line(store, today, findings, language);
  // A command is never broken: it is to be typed, or copied.
  return text + "\n" + say_in(language, msg::today_next, next.command) + "\n  " + next.why + "\n";
}

}  // namespace nammo
