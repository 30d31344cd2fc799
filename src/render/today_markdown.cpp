#include "base/catalogue/render.h"
#include "nammo/today_views.h"
#include "render/escape_markdown.h"
#include "render/today_parts.h"

namespace nammo {
namespace {

std::string list(const Message& heading, const std::vector<std::string>& lines, Language language) {
  if (lines.empty()) return {};
  std::string text = "\n## " + say_in(language, heading) + "\n\n";
  for (const std::string& one : lines) text += "- " + markdown_line(one) + "\n";
  return text;
}

std::string hours(const std::vector<HourBlock>& blocks) {
  std::string text;
  for (const HourBlock& block : blocks) {
    text += "\n## " + escape_markdown(block.heading) + "\n\n";
    for (const HourRow& row : block.rows) {
      const std::string when = row.next ? "**" + escape_markdown(row.when) + "**" : markdown_line(row.when);
      text += "- " + when + " " + escape_markdown(row.who + ": " + row.state) + "\n";
      if (!row.came.empty()) text += "  - " + markdown_line(row.came) + "\n";
    }
  }
  return text;
}

// A message is a quotation, each of its lines a paragraph of it.
std::string letters_markdown(const Letters& letters, Language language) {
  std::string text = letters.none.empty() ? std::string{} : "\n" + markdown_line(letters.none) + "\n";
  if (!letters.letters.empty()) text += "\n## " + say_in(language, msg::today_owed) + "\n";
  for (const Letter& letter : letters.letters) {
    text += "\n" + markdown_line(letter.heading) + "\n";
    std::string before = "\n";
    for (const std::string& one : letter.lines) {
      text += before + "> " + markdown_line(one) + "\n";
      before = ">\n";
    }
  }
  return text + list(msg::today_also, letters.others, language) + list(msg::today_nobody, letters.nobody, language);
}

}  // namespace

std::string today_markdown(const Store& store, const Today& today, std::span<const Diagnostic> findings, Language language) {
  std::string text = "# " + escape_markdown(today_title(store, today, language)) + "\n";
  const auto remark = today_remark(store, today, language);
  if (!remark.empty()) text += "\n" + markdown_line(remark) + "\n";
  text += hours(hour_blocks(store, today, language));
  text += list(msg::today_own, own_lines(store, today, language), language);
  text += letters_markdown(letters_of(store, today, language), language);
  text += list(msg::today_broken, broken_lines(store, today, findings, language), language);
  const NextLine next = next_line(store, today, findings, language);
  return text + "\n" + say_in(language, msg::today_next, "`" + next.command + "`") + "  \n" + markdown_line(next.why) + "\n";
}

}  // namespace nammo
