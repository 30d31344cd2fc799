#include "nammo/render.h"
#include "render/csv.h"
#include "render/figure_columns.h"

namespace nammo {
std::string figures_csv(const Store& store, const Consolidated& report, CsvDialect dialect, Language language,
                        const FigureOptions& options) {
  CsvWriter csv(dialect);
  for (const auto column : figure_columns(options)) csv.cell(column);
  csv.end_row();
  for (const auto& row : figure_rows(store, report, options)) {
    for (const auto& field : fields_of(row, options, language)) {
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
