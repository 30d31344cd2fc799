#pragma once

#include <span>
#include <string>
#include <vector>

#include "nammo/charts.h"
#include "render/chart_shapes.h"

namespace nammo {

// One period of a picture. Without obligations it is a gap.
struct ChartPeriod {
  Period period;
  std::span<const Delivery> reports;  // of that period
  std::span<const Delivery> figures;  // what its figures rest on
};

// One organisation of a consolidated report, over time.
struct ChartSource {
  const Store& store;
  const Consolidated& asked;   // the document's
  const Consolidated& report;  // the organisation's own, or a gathered one
  Language language = Language::vi;
  std::vector<ChartPeriod> periods;  // the oldest first, without holes

  [[nodiscard]] bool alone() const { return asked.gathered.empty(); }
};
[[nodiscard]] std::vector<ChartSource> chart_sources(const Store& store, const Consolidated& report,
                                                     std::span<const Consolidated> earlier, Language language);

[[nodiscard]] PeriodAxis axis_of(const ChartSource& source);
// "19 (2024)" the first time in a year, then "20": how a description names a period.
[[nodiscard]] std::vector<std::string> period_names(const PeriodAxis& axis);
// Name, title and subtitle of a chart of that kind; `span`: of which time.
[[nodiscard]] ChartWords words_for(const ChartSource& source, const std::string& kind, const std::string& title,
                                   const std::string& span);
// "Tuần 14/2024 – Tuần 19/2024"
[[nodiscard]] std::string span_of(const ChartSource& source);
// A sentence for what is not drawn; it names the organisation where there are several.
void leave_out(const ChartSource& source, const std::string& sentence, Charts& charts);

template <typename Drawing>
void add_chart(const Drawing& drawing, const ChartWords& words, Charts& charts) {
  charts.drawn.push_back({words.name, words.title, words.description, draw(drawing, words)});
}

// ---- the pictures ------------------------------------------------------------

void add_balances(const ChartSource& source, Charts& charts);
void add_opinions(const ChartSource& source, Charts& charts);
void add_severity(const ChartSource& source, Charts& charts);
void add_on_time(const ChartSource& source, Charts& charts);

}  // namespace nammo
