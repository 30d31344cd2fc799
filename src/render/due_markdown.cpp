#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/due_groups.h"
#include "render/escape_markdown.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

std::string item(const std::string& text) { return "  - " + markdown_line(text) + "\n"; }

std::string group_markdown(const Store& store, const DueGroup& group, const DueView& view) {
  const Date today = day_of(store.zone.to_local(view.now));
  std::string text = "- **" + group_hour(store, group, view.language) + "** " +
                     escape_markdown(group_title(store, group, view.language)) + "\n";
  for (const auto& note : group_notes(store, group, view.language)) text += item(note);
  for (const Delivery* unit : group.units) {
    const auto name = printable(unit_name(store, unit->obligation.org, unit->obligation.area, view.language));
    const auto state = unit_state(store, *unit, today, view.language);
    text += item(state.empty() ? name : name + ": " + state);
  }
  if (view.reasons == Reasons::hidden) return text;
  text += item(say_in(view.language, msg::why_due)) + "\n";
  int number = 0;
  for (const auto& line : reason_lines(store, group, view.now, view.language)) {
    text += "    " + std::to_string(++number) + ". " + markdown_line(line) + "\n";
  }
  return text;
}

}  // namespace

std::string due_markdown(const Store& store, const DueView& view) {
  std::string text = "# " + escape_markdown(due_heading(store, view)) + "\n\n" +
                     escape_markdown(due_range_text(store, view)) + "\n";
  for (const DueDay& day : group_by_day(store, view)) {
    text += "\n## " + capitalised(weekday_text(day.day, view.language)) + "\n\n";
    for (const DueGroup& group : day.groups) text += group_markdown(store, group, view);
  }
  if (view.deliveries.empty()) text += "\n" + say_in(view.language, msg::due_none) + "\n";
  const std::string count = due_count_text(view);
  return count.empty() ? text : text + "\n" + escape_markdown(count) + "\n";
}

}  // namespace nammo
