#include "nammo/render.h"
#include "render/csv.h"
#include "render/figure_columns.h"

namespace nammo {
std::string figures_csv(const Store& store, const Consolidated& report, CsvDialect dialect, Language language) {
  CsvWriter csv(dialect);
  for (const auto column : kFigureColumns) csv.cell(column);
  csv.end_row();
  for (const auto& row : figure_rows(store, report)) {
    for (const auto& field : fields_of(row, language)) {
      if (field.is_number) {
        csv.number(field.number);
      } else {
        csv.cell(field.text);
      }
    }
    csv.end_row();
  }
  return csv.take();
}

}  // namespace nammo
