#include <algorithm>
#include <array>
#include <map>

#include "base/catalogue/render.h"
#include "render/chart_values.h"
#include "render/figure_rows.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr std::size_t kMost = kChartPeriods;

// How many shorter periods stand for the question's own; 0: none do.
std::size_t shorter_periods(const Store& store, const ReportType& type, const Window& window) {
  const ReportType* shorter = store.regime.find(type.figures_from);
  if (shorter == nullptr) return 0;
  const auto count = periods_within(*shorter, window, store).size();
  return count >= 2 && count <= kMost ? count : 0;
}

using Found = std::map<Period, ChartPeriod>;

void add_shorter(const Consolidated& report, Found& found) {
  const std::span<const Delivery> all = report.figures;
  for (std::size_t first = 0; first < all.size();) {
    const Period& period = all[first].obligation.period;
    std::size_t end = first;
    while (end < all.size() && all[end].obligation.period == period) ++end;
    const auto part = all.subspan(first, end - first);
    found[period] = {period, part, part};
    first = end;
  }
}

void add_periods(const Consolidated& report, bool shorter, Found& found) {
  if (shorter) return add_shorter(report, found);
  const Period& period = report.question.period;
  found[period] = {period, report.deliveries, report.figure_deliveries()};
}

std::vector<ChartPeriod> without_holes(const Found& found) {
  std::vector<ChartPeriod> periods;
  for (const auto& [period, one] : found) {
    if (!periods.empty()) {
      const int steps = distance(periods.back().period, period).value_or(1);
      for (int i = 1; i < steps; ++i) periods.push_back({advance(periods.back().period, 1), {}, {}});
    }
    periods.push_back(one);
  }
  if (periods.size() > kMost) periods.erase(periods.begin(), periods.end() - static_cast<std::ptrdiff_t>(kMost));
  return periods;
}

const Consolidated* same_source(const Consolidated& one, const Question& question) {
  for (const Consolidated* source : sources_of(one)) {
    if (source->question.org == question.org && source->question.type == question.type) return source;
  }
  return nullptr;
}

std::string number_in_year(const Period& period) {
  static constexpr std::array<const char*, 4> kRoman = {"I", "II", "III", "IV"};
  if (period.kind == PeriodKind::quarter) return kRoman.at(static_cast<std::size_t>(period.number - 1));
  if (period.kind == PeriodKind::year) return std::to_string(period.year);
  if (period.kind == PeriodKind::adhoc || period.kind == PeriodKind::once) return to_string(period);
  return std::to_string(period.number);
}

std::string kind_name(PeriodKind kind, Language language) {
  switch (kind) {
    case PeriodKind::week: return say_in(language, msg::chart_week);
    case PeriodKind::month: return say_in(language, msg::chart_month);
    case PeriodKind::quarter: return say_in(language, msg::chart_quarter);
    case PeriodKind::half: return say_in(language, msg::chart_half);
    case PeriodKind::year: return say_in(language, msg::chart_year);
    case PeriodKind::adhoc:
    case PeriodKind::once: break;
  }
  return say_in(language, msg::chart_period);
}

}  // namespace

int periods_before_charts(const Store& store, const Question& question) {
  const auto window = window_of(*question.type, question.period, store);
  const auto shorter = window ? shorter_periods(store, *question.type, *window) : 0;
  if (shorter == 0) return kChartPeriods - 1;
  return static_cast<int>((kMost - 1) / shorter);
}

std::vector<ChartSource> chart_sources(const Store& store, const Consolidated& report,
                                       std::span<const Consolidated> earlier, Language language) {
  std::vector<ChartSource> sources;
  for (const Consolidated* one : sources_of(report)) {
    const bool shorter = shorter_periods(store, *one->question.type, one->window) > 0;
    Found found;
    for (const Consolidated& before : earlier) {
      if (const Consolidated* same = same_source(before, one->question)) add_periods(*same, shorter, found);
    }
    add_periods(*one, shorter, found);
    ChartSource source{store, report, *one, language, without_holes(found)};
    const bool any = std::any_of(source.periods.begin(), source.periods.end(), [](const auto& p) { return !p.reports.empty() || !p.figures.empty(); });
    if (any) sources.push_back(std::move(source));
  }
  return sources;
}

PeriodAxis axis_of(const ChartSource& source) {
  PeriodAxis axis;
  axis.kind = kind_name(source.periods.front().period.kind, source.language);
  int year = 0;
  for (const auto& one : source.periods) {
    const bool named = one.period.kind == PeriodKind::year || one.period.year == 0 || one.period.year == year;
    axis.periods.push_back(number_in_year(one.period));
    axis.years.push_back(named ? std::string{} : std::to_string(one.period.year));
    year = one.period.year;
  }
  return axis;
}

std::vector<std::string> period_names(const PeriodAxis& axis) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < axis.periods.size(); ++i) {
    names.push_back(axis.years[i].empty() ? axis.periods[i] : axis.periods[i] + "/" + axis.years[i]);
  }
  return names;
}

std::string span_of(const ChartSource& source) {
  const auto first = period_text(source.periods.front().period, source.language);
  const auto last = period_text(source.periods.back().period, source.language);
  return first == last ? first : first + " – " + last;
}

ChartWords words_for(const ChartSource& source, const std::string& kind, const std::string& title,
                     const std::string& span) {
  const auto& [type, org, area, period] = source.report.question;
  std::string place = area.str();
  std::replace(place.begin(), place.end(), '/', '.');
  const Question& asked = source.asked.question;
  ChartWords words;
  words.name = asked.org.str() + "." + place + "." + to_string(asked.period) + (org == asked.org ? "" : "." + org.str()) + "." + kind;
  words.title = title;
  const auto* organisation = source.store.settings.organisation(org);
  if (!source.alone() && organisation != nullptr) words.title += " – " + organisation->label.in(source.language);
  words.subtitle = join({unit_name(source.store, org, area, source.language), span}, "; ");
  words.language = source.language;
  return words;
}

void leave_out(const ChartSource& source, const std::string& sentence, Charts& charts) {
  const auto* organisation = source.store.settings.organisation(source.report.question.org);
  const bool named = !source.alone() && organisation != nullptr;
  charts.left_out.push_back(named ? organisation->label.in(source.language) + ": " + sentence : sentence);
}

}  // namespace nammo
