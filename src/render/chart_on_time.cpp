#include <algorithm>

#include "base/catalogue/render.h"
#include "nammo/status.h"
#include "render/chart_values.h"
#include "render/wording.h"

namespace nammo {
namespace {

// On time, of those whose due has passed or that came before it.
ChartValue value_of(const ChartPeriod& period, Language language) {
  const StatusCounts counts = count_status(period.reports);
  const int due = counts.expected - counts.not_yet_due;
  if (due == 0) return {std::nullopt, "…", {}};
  // Half away from zero; 100 only when all are, 0 only when none is.
  int percent = (200 * counts.on_time + due) / (2 * due);
  if (counts.on_time < due) percent = std::min(percent, 99);
  if (counts.on_time > 0) percent = std::max(percent, 1);
  return {static_cast<double>(counts.on_time) / due, say_in(language, msg::chart_percent, percent),
          std::to_string(counts.on_time) + "/" + std::to_string(due)};
}

}  // namespace

void add_on_time(const ChartSource& source, Charts& charts) {
  const Language language = source.language;
  ShareChart chart;
  chart.axis = axis_of(source);
  chart.share_label = say_in(language, msg::chart_on_time_share);
  std::vector<std::string> parts;
  const auto names = period_names(chart.axis);
  bool any = false;
  bool gap = false;
  for (const auto& period : source.periods) {
    const auto value = value_of(period, language);
    any = any || value.value;
    gap = gap || !value.value;
    parts.push_back(names[chart.values.size()] + ": " + value.text + (value.share.empty() ? "" : " (" + value.share + ")"));
    chart.values.push_back(value);
  }
  if (!any) return leave_out(source, say_in(language, msg::chart_nothing_due), charts);
  auto words = words_for(source, "on-time", say_in(language, msg::chart_on_time), span_of(source));
  words.notes.push_back(say_in(language, msg::chart_on_time_key));
  if (gap) words.notes.push_back(say_in(language, msg::chart_on_time_gap));
  words.description = words.subtitle + ". " + join(parts, ", ") + ". " + join(words.notes, " ");
  add_chart(chart, words, charts);
}

}  // namespace nammo
