#include <array>
#include <string_view>

#include "nammo/render.h"
#include "render/code_names.h"
#include "render/csv.h"
#include "render/figure_rows.h"

namespace nammo {
namespace {

constexpr std::array<std::string_view, 14> kColumns = {"report", "period",    "org",       "area", "area_name",
                                                       "level",  "indicator", "breakdown", "unit", "kind",
                                                       "value",  "reported",  "expected",  "as_of"};

void write_row(CsvWriter& csv, const FigureRow& row, Language language) {
  csv.cell(row.question->type->id.str());
  csv.cell(to_string(row.question->period));
  csv.cell(row.question->org.str());
  csv.cell(row.area->id.str());
  csv.cell(row.area->name);
  csv.cell(row.area->level.str());
  csv.cell(row.indicator->id.str());
  csv.cell(row.breakdown.str());
  csv.cell(row.indicator->unit.in(language));
  csv.cell(code_of(row.indicator->kind));
  csv.number(row.total.value);
  csv.cell(std::to_string(row.total.reported));
  csv.cell(std::to_string(row.total.expected));
  csv.cell(row.total.as_of ? to_string(*row.total.as_of) : std::string{});
  csv.end_row();
}

}  // namespace

std::string figures_csv(const Store& store, const Consolidated& report, CsvDialect dialect, Language language) {
  CsvWriter csv(dialect);
  for (const auto column : kColumns) csv.cell(column);
  csv.end_row();
  for (const auto& row : figure_rows(store, report)) write_row(csv, row, language);
  return csv.take();
}

}  // namespace nammo
