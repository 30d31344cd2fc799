#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/report.h"
#include "render/figure_rows.h"

namespace nammo {

// The columns of the figures for spreadsheets and machines (DESIGN 8), and those that
// a comparison adds.
[[nodiscard]] std::vector<std::string_view> figure_columns(const FigureOptions& options);

struct FigureField {
  std::string text;
  bool is_number = false;
  std::optional<Decimal> number;  // empty when missing
};
// A row's fields in the order of figure_columns with the options that it was made with.
[[nodiscard]] std::vector<FigureField> fields_of(const FigureRow& row, const FigureOptions& options, Language language);

}  // namespace nammo
