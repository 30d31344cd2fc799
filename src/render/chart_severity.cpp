#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/chart_values.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/words.h"
#include "tally/area_order.h"

namespace nammo {
namespace {

constexpr std::size_t kMostUnits = 40;  // rows; above that one for each direct child

std::vector<AreaId> reporting_areas(const ChartSource& source) {
  std::set<AreaId> areas;
  for (const auto& period : source.periods) {
    for (const auto& delivery : period.reports) areas.insert(delivery.obligation.area);
  }
  std::vector<AreaId> sorted(areas.begin(), areas.end());
  std::sort(sorted.begin(), sorted.end(), [](const AreaId& a, const AreaId& b) { return tree_less(a.str(), b.str()); });
  return sorted;
}

// The child of `root` that holds `area`, or `root` itself.
AreaId branch_of(const AreaId& area, const AreaId& root) {
  if (area == root) return root;
  const auto end = area.str().find('/', root.str().size() + 1);
  return AreaId{area.str().substr(0, end)};
}

// Each area with the row that it belongs to.
std::map<AreaId, std::size_t> rows_of(const ChartSource& source, std::vector<AreaId>& rows) {
  const auto areas = reporting_areas(source);
  const bool branches = areas.size() > kMostUnits;
  std::map<AreaId, std::size_t> row_of;
  for (const auto& area : areas) {
    const AreaId row = branches ? branch_of(area, source.report.question.area) : area;
    if (rows.empty() || rows.back() != row) rows.push_back(row);
    row_of[area] = rows.size() - 1;
  }
  return row_of;
}

// The worst that the report itself says; empty without one that counts.
std::optional<Heat> heat_of(const Delivery& delivery) {
  if (!delivery.standing.counts || !delivery.filing.report) return std::nullopt;
  Heat worst = Heat::nothing;
  for (const auto& matter : delivery.filing.report->situation) {
    const auto heat = static_cast<Heat>(static_cast<int>(Heat::normal) + static_cast<int>(matter.severity));
    worst = std::max(worst, heat);
  }
  return worst;
}

struct CellCount {
  Heat worst = Heat::missing;
  int reported = 0;
  int expected = 0;
};

std::vector<CellCount> counts_of(const ChartPeriod& period, const std::map<AreaId, std::size_t>& row_of, std::size_t rows) {
  std::vector<CellCount> counts(rows);
  for (const auto& delivery : period.reports) {
    CellCount& count = counts.at(row_of.at(delivery.obligation.area));
    ++count.expected;
    const auto heat = heat_of(delivery);
    if (!heat) continue;
    count.worst = std::max(count.worst, *heat);
    ++count.reported;
  }
  return counts;
}

HeatGrid::Cell cell_of(const CellCount& count) {
  if (count.expected == 0) return {};
  const bool partly = count.reported > 0 && count.reported < count.expected;
  return {count.worst, partly ? std::to_string(count.reported) + "/" + std::to_string(count.expected) : std::string{}};
}

std::string row_label(const ChartSource& source, const AreaId& area) {
  std::string label = capitalised(area_name(source.store, area));
  const auto depth = std::count(area.str().begin(), area.str().end(), '/') -
                     std::count(source.report.question.area.str().begin(), source.report.question.area.str().end(), '/');
  for (int i = 0; i < 2 * depth; ++i) label.insert(0, "\u00A0");
  return label;
}

std::string heat_word(Heat heat, Language language) {
  switch (heat) {
    case Heat::not_expected: return {};
    case Heat::missing: return say_in(language, msg::chart_heat_missing);
    case Heat::nothing: return say_in(language, msg::chart_heat_nothing);
    case Heat::normal:
    case Heat::watch:
    case Heat::complex:
    case Heat::hotspot: break;
  }
  return word(static_cast<MatterSeverity>(static_cast<int>(heat) - static_cast<int>(Heat::normal)), language);
}

// "Khu phố 1: không phát sinh 19, 21; phức tạp, nổi cộm 20."
std::string described(const HeatGrid::Row& row, const std::string& name, const std::vector<std::string>& names, Language language) {
  std::map<Heat, std::vector<std::string>> periods;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto& cell = row.cells[i];
    if (cell.heat != Heat::not_expected) periods[cell.heat].push_back(names[i] + (cell.share.empty() ? "" : " (" + cell.share + ")"));
  }
  std::vector<std::string> parts;
  for (auto heat = periods.rbegin(); heat != periods.rend(); ++heat) {
    parts.push_back(heat_word(heat->first, language) + " " + join(heat->second, ", "));
  }
  return name + ": " + join(parts, "; ") + ".";
}

void put_keys(HeatGrid& chart, bool& partly, Language language) {
  std::set<Heat> used;
  for (const auto& row : chart.rows) {
    for (const auto& cell : row.cells) {
      used.insert(cell.heat);
      partly = partly || !cell.share.empty();
    }
  }
  for (const Heat heat : {Heat::hotspot, Heat::complex, Heat::watch, Heat::normal, Heat::nothing, Heat::missing}) {
    if (!used.contains(heat)) continue;
    const auto means = heat == Heat::missing   ? say_in(language, msg::chart_heat_missing_key)
                       : heat == Heat::nothing ? say_in(language, msg::chart_heat_nothing_key)
                                               : heat_word(heat, language);
    chart.keys.push_back({heat, means});
  }
}

}  // namespace

void add_severity(const ChartSource& source, Charts& charts) {
  const Language language = source.language;
  std::vector<AreaId> areas;
  const auto row_of = rows_of(source, areas);
  HeatGrid chart;
  chart.axis = axis_of(source);
  for (const auto& area : areas) chart.rows.push_back({row_label(source, area), {}});
  for (const auto& period : source.periods) {
    const auto counts = counts_of(period, row_of, areas.size());
    for (std::size_t i = 0; i < counts.size(); ++i) chart.rows[i].cells.push_back(cell_of(counts[i]));
  }
  bool partly = false;
  put_keys(chart, partly, language);
  auto words = words_for(source, "severity", say_in(language, msg::chart_severity), span_of(source));
  if (row_of.size() > areas.size()) words.notes.push_back(say_in(language, msg::chart_severity_branches));
  if (partly) words.notes.push_back(say_in(language, msg::chart_severity_partly));
  std::vector<std::string> sentences{words.subtitle + "."};
  const auto names = period_names(chart.axis);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    sentences.push_back(described(chart.rows[i], capitalised(area_name(source.store, areas[i])), names, language));
  }
  sentences.insert(sentences.end(), words.notes.begin(), words.notes.end());
  words.description = join(sentences, " ");
  add_chart(chart, words, charts);
}

}  // namespace nammo
