#include "render/due_groups.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/names.h"
#include "render/owed_words.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

Date day_at(const Store& store, Instant moment) { return day_of(store.zone.to_local(moment)); }

auto key_of(const Obligation& o) {
  return std::tie(o.due, o.report, o.org, o.kind, o.period, o.step, o.due_nominal);
}

bool stands_before(const Delivery* a, const Delivery* b) {
  const auto& [x, y] = std::tie(a->obligation, b->obligation);
  if (key_of(x) != key_of(y)) return key_of(x) < key_of(y);
  return natural_less(x.area.str(), y.area.str());
}

bool is_same_group(const DueGroup& group, const Obligation& o) {
  return o.period.kind != PeriodKind::adhoc && key_of(group.obligation()) == key_of(o);
}

}  // namespace

std::vector<DueDay> group_by_day(const Store& store, const DueView& view) {
  std::vector<const Delivery*> sorted;
  for (const Delivery& delivery : view.deliveries) sorted.push_back(&delivery);
  std::stable_sort(sorted.begin(), sorted.end(), stands_before);
  std::vector<DueDay> days;
  for (const Delivery* delivery : sorted) {
    const Date day = day_at(store, delivery->obligation.due);
    if (days.empty() || days.back().day != day) days.push_back({day, {}});
    auto& groups = days.back().groups;
    if (groups.empty() || !is_same_group(groups.back(), delivery->obligation)) groups.push_back({});
    groups.back().units.push_back(delivery);
  }
  return days;
}

std::string due_heading(const Store& store, const DueView& view) {
  return printable(say_in(view.language, msg::due_title, area_name(store, view.root)));
}

std::string due_range_text(const Store& store, const DueView& view) {
  const Language language = view.language;
  return say_in(language, msg::due_range, day_text(view.days.from, language), day_text(view.days.to, language),
                view.origin == RangeOrigin::assumed ? say_in(language, msg::due_range_default) : std::string{},
                weekday_text(view.now, store.zone, language));
}

std::string obligation_title(const Store& store, const Obligation& o, Language language) {
  const std::string title = report_title(store, o, language);
  return o.kind == ObligationKind::post ? say_in(language, msg::due_post, uncapitalised(title)) : title;
}

std::string group_title(const Store& store, const DueGroup& group, Language language) {
  const Obligation& o = group.obligation();
  const std::string title = obligation_title(store, o, language);
  const std::string to = recipients_text(store, o, language);
  return printable(to.empty() ? title : say_in(language, msg::due_report_to, title, to));
}

std::vector<std::string> group_notes(const Store& store, const DueGroup& group, Language language) {
  const Obligation& o = group.obligation();
  std::vector<std::string> notes;
  if (o.kind == ObligationKind::post) notes.push_back(say_in(language, msg::due_post_note));
  if (o.due != o.due_nominal) {
    notes.push_back(say_in(language, msg::due_moved, weekday_text(o.due_nominal, store.zone, language)));
  }
  if (o.target) notes.push_back(say_in(language, msg::due_target, weekday_text(*o.target, store.zone, language)));
  return notes;
}

std::string group_hour(const Store& store, const DueGroup& group, Language language) {
  return hour_text(group.obligation().due, store.zone, language);
}

std::string unit_state(const Store& store, const Delivery& delivery, Date today, Language language) {
  const Standing& standing = delivery.standing;
  const auto moment = [&](Instant at) { return moment_text(at, store.zone, today.year(), language); };
  if (delivery.obligation.kind == ObligationKind::post) {
    if (!standing.submitted) return {};
    return say_in(language, standing.state == State::late ? msg::post_late : msg::post_made, moment(*standing.submitted));
  }
  const std::string state = word(standing.state, language);
  if (delivery.filing.unreadable) return say_in(language, msg::due_file_unreadable, state);
  switch (standing.state) {
    case State::late:
    case State::submitted: return say_in(language, msg::due_sent_at, state, moment(*standing.submitted));
    case State::accepted: return say_in(language, msg::due_accepted_sent, state, moment(*standing.submitted));
    case State::returned:
    case State::draft:
      if (standing.returned_due) return say_in(language, msg::due_again_before, state, moment(*standing.returned_due));
      break;
    case State::upcoming:
    case State::missing: break;
  }
  return state;
}

std::string due_count_text(const DueView& view) {
  std::map<State, int> counts;
  int all = 0;
  for (const Delivery& delivery : view.deliveries) {
    if (delivery.obligation.kind == ObligationKind::post) continue;
    ++counts[delivery.standing.state];
    ++all;
  }
  std::vector<std::string> parts;
  for (const auto& [state, count] : counts) {
    parts.push_back(say_in(view.language, msg::due_counted_state, count, word(state, view.language)));
  }
  return all == 0 ? std::string{} : say_in(view.language, msg::due_counted, all, join(parts, ", "));
}

}  // namespace nammo
