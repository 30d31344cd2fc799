#include <algorithm>
#include <utility>
#include <vector>

#include "base/catalogue/rules.h"
#include "rules/report_rules.h"

namespace nammo::rules {
namespace {

constexpr int kPeriodsCompared = 4;

bool is_line(const AreaId& a, const AreaId& b) {
  const auto& shorter = a.str().size() <= b.str().size() ? a.str() : b.str();
  const auto& longer = a.str().size() <= b.str().size() ? b.str() : a.str();
  return longer.starts_with(shorter) && (longer.size() == shorter.size() || longer[shorter.size()] == '/');
}

bool sends_adhoc(const Regime& regime, const OrgId& org) {
  return std::any_of(regime.types.begin(), regime.types.end(), [&](const ReportType& type) {
    return type.period == PeriodKind::adhoc &&
           std::any_of(type.steps.begin(), type.steps.end(), [&](const Step& step) { return step.org == org; });
  });
}

// An ad hoc report of the organisation in the area, above or below it, in the
// period; a matter that is being handled or closed may have had its own before.
bool has_adhoc(const JudgedReport& judged, const Situation& matter) {
  const auto& days = *judged.facts->own_days;
  const bool older = matter.status == MatterStatus::handling || matter.status == MatterStatus::closed;
  const auto& all = judged.background.adhoc;
  return std::any_of(all.begin(), all.end(), [&](const AdhocReport& adhoc) {
    return adhoc.org == judged.report.org && adhoc.day <= days.second && (older || days.first <= adhoc.day) &&
           is_line(adhoc.area, judged.report.area);
  });
}

}  // namespace

void judge_nil_with_entries(const JudgedReport& judged, const Finder& finder) {
  const Report& report = judged.report;
  if (!report.nil) return;
  const auto check = [&](const Place& key, const char* name) {
    if (key == Place{}) return;
    finder.add({report.file, key}, say(msg::nil_with_entries, name), say(msg::nil_with_entries_help),
               {{{report.file, report.nil_place}, say(msg::nil_said_here)}});
  };
  check(report.situation_place, "situation");
  check(report.opinions_place, "opinions");
}

void judge_copy(const JudgedReport& judged, const Finder& finder) {
  if (judged.report.nil) return;  // nothing new is what such a report says
  for (auto earlier = judged.earlier.rbegin(); earlier != judged.earlier.rend(); ++earlier) {
    const auto apart = distance(earlier->period, judged.report.period);
    if (!apart || *apart < 1 || *apart > kPeriodsCompared || !judged.runs.repeats(earlier->runs)) continue;
    std::vector<Related> related(1);
    related.front().where.file = earlier->file;
    related.front().message = say(msg::copy_of_earlier_see);
    finder.add({judged.report.file, judged.report.period_place}, say(msg::copy_of_earlier, to_string(earlier->period)),
               say(msg::copy_of_earlier_help), std::move(related));
    return;
  }
}

void judge_hotspots(const JudgedReport& judged, const Finder& finder) {
  const Report& report = judged.report;
  if (judged.type == nullptr || !judged.facts->own_days || judged.type->period == PeriodKind::adhoc) return;
  const bool any = std::any_of(report.situation.begin(), report.situation.end(),
                               [](const Situation& s) { return s.severity == MatterSeverity::hotspot; });
  if (!any || !sends_adhoc(judged.background.store.regime, report.org)) return;
  for (const Situation& matter : report.situation) {
    if (matter.severity != MatterSeverity::hotspot || has_adhoc(judged, matter)) continue;
    finder.add({report.file, matter.place}, say(msg::hotspot_without_adhoc), say(msg::hotspot_without_adhoc_help));
  }
}

}  // namespace nammo::rules
