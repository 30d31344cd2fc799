#include <algorithm>
#include <map>
#include <utility>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/rungs.h"
#include "render/due_groups.h"
#include "render/names.h"
#include "render/owed_words.h"
#include "render/today_parts.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

// More names than this say less than their number.
constexpr std::size_t kFewNames = 12;

bool is_post(const DueGroup& group) { return group.obligation().kind == ObligationKind::post; }

std::vector<AreaId> areas_where(const DueGroup& group, bool (*holds)(const Standing&)) {
  std::vector<AreaId> areas;
  for (const Delivery* unit : group.units) {
    if (holds(unit->standing)) areas.push_back(unit->obligation.area);
  }
  return areas;
}

bool is_in_time(const Standing& standing) { return standing.timeliness == Timeliness::on_time; }
bool is_late(const Standing& standing) { return standing.timeliness == Timeliness::late; }
bool is_returned(const Standing& standing) { return standing.state == State::returned; }

// "Khu phố 1, 2"; where they lie in several areas, by these: "phường Hồ: Khu phố 1, 2; …".
std::string placed_names(const Store& store, const std::vector<AreaId>& areas, Language language) {
  std::map<AreaId, std::vector<AreaId>> parents;
  for (const AreaId& area : areas) parents[parent_of(area)].push_back(area);
  if (parents.size() == 1) return printable(area_names(store, areas));
  std::vector<std::string> parts;
  for (const auto& [parent, within] : parents) {
    parts.push_back(printable(say_in(language, msg::today_of_parent, area_name(store, parent), area_names(store, within))));
  }
  return join(parts, "; ");
}

// Makes the rows of one group of a day.
class Rows {
 public:
  Rows(const Store& store, const Today& today, Language language)
      : store_(store), today_(today), language_(language), next_(next_hour(today)) {}

  [[nodiscard]] std::vector<std::pair<Instant, HourRow>> of(const DueGroup& group) const {
    std::vector<std::pair<Instant, HourRow>> rows;
    const Obligation& o = group.obligation();
    const bool owed = std::any_of(group.units.begin(), group.units.end(), [&](const Delivery* unit) {
      return is_post(group) ? !unit->standing.submitted : is_owed(unit->standing);
    });
    if (o.target && owed) rows.push_back({*o.target, row(*o.target, owed, who(group), say_in(language_, msg::today_target))});
    HourRow due = row(o.due, owed, who(group), state(group));
    due.came = came(group);
    rows.push_back({o.due, std::move(due)});
    add_returns(group, rows);
    return rows;
  }

 private:
  [[nodiscard]] HourRow row(Instant at, bool owed, std::string who, std::string state) const {
    HourRow one{owed && next_ == at, when(at), std::move(who), std::move(state), {}};
    if (one.next) one.state = join({one.state, say_in(language_, msg::today_left, span_text(at - today_.now, language_))}, ", ");
    return one;
  }

  // Until when what was sent back must come again.
  void add_returns(const DueGroup& group, std::vector<std::pair<Instant, HourRow>>& rows) const {
    for (const Delivery* unit : group.units) {
      const Instant deadline = deadline_of(*unit);
      if (is_post(group) || !is_owed(unit->standing) || deadline == unit->obligation.due) continue;
      rows.push_back({deadline, row(deadline, true, name(*unit), say_in(language_, msg::today_again))});
    }
  }

  [[nodiscard]] std::string when(Instant at) const {
    const bool today = day_of(store_.zone.to_local(at)) == today_.day;
    return today ? hour_text(at, store_.zone, language_) : moment_text(at, store_.zone, today_.day.year(), language_);
  }

  [[nodiscard]] std::string name(const Delivery& unit) const {
    return printable(unit_name(store_, unit.obligation.org, unit.obligation.area, language_));
  }

  [[nodiscard]] std::string who(const DueGroup& group) const {
    if (group.units.size() == 1) return name(*group.units.front());
    std::vector<AreaId> areas;
    for (const Delivery* unit : group.units) areas.push_back(unit->obligation.area);
    const Obligation& o = group.obligation();
    return say_in(language_, msg::today_units, areas.size(), printable(kind_of_unit(store_, o.org, o.step->level, areas, language_)));
  }

  [[nodiscard]] std::string state(const DueGroup& group) const {
    if (is_post(group) && group.units.size() == 1 && group.units.front()->standing.submitted) {
      return unit_state(store_, *group.units.front(), today_.day, language_);
    }
    if (is_post(group)) return message_to_send(group.obligation());
    if (group.units.size() == 1) return word(group.units.front()->standing.state, language_);
    const auto late = areas_where(group, is_late).size();
    const auto returned = areas_where(group, is_returned).size();
    std::vector<std::string> parts{
        say_in(language_, msg::today_sent, areas_where(group, is_in_time).size() + late, group.units.size())};
    if (late > 0) parts.push_back(say_in(language_, msg::today_late, late));
    if (returned > 0) parts.push_back(say_in(language_, msg::today_returned, returned));
    return join(parts, ", ");
  }

  [[nodiscard]] std::string message_to_send(const Obligation& post) const {
    std::string text = say_in(language_, msg::today_post, printable(recipients_text(store_, post, language_)));
    if (today_.now <= post.due) return text;
    return say_in(language_, msg::today_post_over, text, span_text(today_.now - post.due, language_));
  }

  [[nodiscard]] std::string came(const DueGroup& group) const {
    const auto in_time = areas_where(group, is_in_time);
    const auto late = areas_where(group, is_late);
    if (group.units.size() == 1 || in_time.size() + late.size() > kFewNames) return {};
    std::vector<std::string> parts;
    if (!in_time.empty()) parts.push_back(say_in(language_, msg::today_came, placed_names(store_, in_time, language_)));
    if (!late.empty()) parts.push_back(say_in(language_, msg::today_came_late, placed_names(store_, late, language_)));
    return join(parts, "; ");
  }

  const Store& store_;
  const Today& today_;
  Language language_;
  std::optional<Instant> next_;
};

std::string heading_of(const Store& store, const Obligation& o, Language language) {
  return printable(titled_window(store, o, language));
}

}  // namespace

std::string today_title(const Store& store, const Today& today, Language language) {
  return printable(say_in(language, msg::today_title, area_name(store, today.question.area),
                          weekday_text(today.now, store.zone, language)));
}

std::string today_remark(const Store& store, const Today& today, Language language) {
  const auto next = next_hour(today);
  const bool there = next && today.is_due && day_of(store.zone.to_local(*next)) <= today.shown;
  if (there) return {};
  const Message& nothing = today.is_due ? msg::today_over : msg::today_nothing_due;
  if (!next) return say_in(language, nothing);
  return join({say_in(language, nothing), say_in(language, msg::today_until, weekday_text(*next, store.zone, language),
                                                 span_text(*next - today.now, language))}, " ");
}

std::vector<HourBlock> hour_blocks(const Store& store, const Today& today, Language language) {
  const DueView view{today.hours, today.question.area, {today.day, today.day}, RangeOrigin::chosen, today.now,
                     Reasons::hidden, language};
  const Rows rows(store, today, language);
  struct Line {
    Instant at;
    std::string heading;
    HourRow row;
  };
  std::vector<Line> lines;
  for (const DueDay& day : group_by_day(store, view)) {
    for (const DueGroup& group : day.groups) {
      for (auto& [at, row] : rows.of(group)) lines.push_back({at, heading_of(store, group.obligation(), language), std::move(row)});
    }
  }
  std::erase_if(lines, [&](const Line& line) { return day_of(store.zone.to_local(line.at)) > today.shown; });
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.at < b.at; });
  std::vector<HourBlock> blocks;
  for (Line& line : lines) {
    if (blocks.empty() || blocks.back().heading != line.heading) blocks.push_back({std::move(line.heading), {}});
    blocks.back().rows.push_back(std::move(line.row));
  }
  return blocks;
}

}  // namespace nammo
