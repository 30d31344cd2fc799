#include "base/catalogue/rules.h"
#include "rules/report_rules.h"

namespace nammo::rules {

void judge_dates(const JudgedReport& judged, const Finder& finder) {
  if (judged.facts == nullptr || !judged.facts->days) return;
  const Report& report = judged.report;
  const auto& days = *judged.facts->days;
  const auto check = [&](const std::optional<Date>& date, const Place& place) {
    if (!date || (days.first <= *date && *date <= days.second)) return;
    finder.add({report.file, place},
               say(msg::date_outside_window, format_date(*date), format_date(days.first), format_date(days.second)),
               say(msg::date_outside_window_help));
  };
  for (const Situation& s : report.situation) check(s.date, s.date_place);
  for (const Opinion& o : report.opinions) check(o.date, o.date_place);
  for (const Activity& a : report.activities) check(a.date, a.date_place);
  for (const Dialogue& d : report.dialogues) {
    if (d.stage == DialogueStage::held) check(d.date, d.date_place);  // a proposed one is yet to come
  }
}

}  // namespace nammo::rules
