#include <algorithm>

#include "base/catalogue/rules.h"
#include "rules/report_rules.h"

namespace nammo::rules {
namespace {

const Step* step_of(const ReportType& type, const LevelId& level, const OrgId& org) {
  const auto found = std::find_if(type.steps.begin(), type.steps.end(),
                                  [&](const Step& step) { return step.level == level && step.org == org; });
  return found == type.steps.end() ? nullptr : &*found;
}

// An ad hoc report counts for the day in its name: when it is due, or whether at
// all, may not be known.
std::optional<Date> day_of_report(const JudgedReport& judged) {
  if (judged.type->period == PeriodKind::adhoc) return judged.report.period.day;
  const auto& due = judged.facts->due_of_step(*judged.type, *judged.step);
  return due ? std::optional{due->nominal_day} : std::nullopt;
}

Text label_of(const ReportType& type) { return {printable(type.label.vi), printable(type.label.en)}; }

}  // namespace

void decide_expectation(JudgedReport& judged) {
  if (judged.type == nullptr || judged.area == nullptr) return;
  judged.step = step_of(*judged.type, judged.area->level, judged.report.org);
  judged.expectation = Expectation::unexpected;
  if (judged.step == nullptr) return;
  judged.day = day_of_report(judged);
  if (!judged.day) {
    judged.expectation = Expectation::unknown;  // the regime has its own finding
  } else if (!judged.area->valid_on(*judged.day)) {
    judged.expectation = Expectation::area_closed;
  } else if (in_force(*judged.type, *judged.day) && in_scope(*judged.type, *judged.area, *judged.day)) {
    judged.expectation = Expectation::expected;
  }
}

std::string name_of(const JudgedReport& judged) {
  return printable(judged.area != nullptr ? judged.area->name : judged.report.area.str());
}

void judge_area_closed(const JudgedReport& judged, const Finder& finder) {
  if (judged.expectation != Expectation::area_closed) return;
  const Area& area = *judged.area;
  const Location where{judged.report.file, judged.report.period_place};
  const auto day = format_date(*judged.day);
  const bool ended = area.until && *area.until < *judged.day;
  finder.add(where,
             ended ? say(msg::area_closed, name_of(judged), format_date(*area.until), day)
                   : say(msg::area_not_open, name_of(judged), format_date(area.since), day),
             say(msg::area_closed_help), {{{area.file, area.place}, say(msg::area_closed_see)}});
}

void judge_unexpected(const JudgedReport& judged, const Finder& finder) {
  if (judged.expectation != Expectation::unexpected) return;
  const Location where{judged.report.file, judged.report.period_place};
  const auto org = judged.report.org.str();
  if (judged.step == nullptr) {
    finder.add(where, say(msg::unexpected_step, label_of(*judged.type), org, name_of(judged)), say(msg::unexpected_help));
  } else if (!in_force(*judged.type, *judged.day)) {
    finder.add(where, say(msg::unexpected_day, label_of(*judged.type), format_date(*judged.day)), say(msg::unexpected_help));
  } else {
    finder.add(where, say(msg::unexpected_area, name_of(judged), label_of(*judged.type), format_date(*judged.day)),
               say(msg::unexpected_help));
  }
}

}  // namespace nammo::rules
