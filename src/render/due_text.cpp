#include <algorithm>
#include <cstddef>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/columns.h"
#include "render/due_groups.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/wrap.h"

namespace nammo {
namespace {

constexpr int kIndent = 9;       // below "  17h00  "
constexpr int kWidestName = 42;  // a longer name has its state on a line of its own

std::string unit_lines(const Store& store, const DueGroup& group, const DueView& view) {
  const Date today = day_of(store.zone.to_local(view.now));
  std::vector<std::string> names;
  int width = 0;
  for (const Delivery* unit : group.units) {
    names.push_back(printable(unit_name(store, unit->obligation.org, unit->obligation.area, view.language)));
    if (display_width(names.back()) <= kWidestName) width = std::max(width, display_width(names.back()));
  }
  std::string lines;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string state = unit_state(store, *group.units[i], today, view.language);
    const int gap = width - display_width(names[i]) + 2;
    const bool fits = gap >= 2 && kIndent + width + 2 + display_width(state) <= kTextWidth;
    if (state.empty() || !fits) lines += wrapped(blanks(kIndent), kIndent + 4, names[i]);
    if (state.empty()) continue;
    lines += fits ? blanks(kIndent) + names[i] + blanks(gap) + state + "\n"
                  : wrapped(blanks(kIndent + 2), kIndent + 2, state);
  }
  return lines;
}

std::string reasons_text(const Store& store, const DueGroup& group, const DueView& view) {
  std::string text = blanks(kIndent) + say_in(view.language, msg::why_due) + "\n";
  int number = 0;
  for (const auto& line : reason_lines(store, group, view.now, view.language)) {
    text += wrapped(blanks(kIndent) + std::to_string(++number) + ". ", kIndent + 3, line);
  }
  return text;
}

std::string group_text(const Store& store, const DueGroup& group, const DueView& view) {
  std::string text = wrapped("  " + group_hour(store, group, view.language) + "  ", kIndent,
                             group_title(store, group, view.language));
  for (const auto& note : group_notes(store, group, view.language)) text += wrapped(blanks(kIndent), kIndent, note);
  text += unit_lines(store, group, view);
  if (view.reasons == Reasons::shown) text += reasons_text(store, group, view);
  return text;
}

}  // namespace

std::string due_text(const Store& store, const DueView& view) {
  std::string text = wrapped("", 0, due_heading(store, view)) + wrapped("", 0, due_range_text(store, view));
  for (const DueDay& day : group_by_day(store, view)) {
    text += "\n" + capitalised(weekday_text(day.day, view.language)) + "\n";
    for (const DueGroup& group : day.groups) text += group_text(store, group, view);
  }
  if (view.deliveries.empty()) text += "\n" + say_in(view.language, msg::due_none) + "\n";
  const std::string count = due_count_text(view);
  return count.empty() ? text : text + "\n" + wrapped("", 0, count);
}

}  // namespace nammo
