#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "nammo/report.h"
#include "render/figure_rows.h"

namespace nammo {

// The columns of the figures for spreadsheets and machines (DESIGN 8).
inline constexpr std::array<std::string_view, 14> kFigureColumns = {
    "report", "period",    "org",  "area", "area_name", "level",    "indicator",
    "breakdown", "unit", "kind", "value", "reported", "expected", "as_of"};

struct FigureField {
  std::string text;
  bool is_number = false;
  std::optional<Decimal> number;  // empty when missing
};
using FigureFields = std::array<FigureField, kFigureColumns.size()>;
[[nodiscard]] FigureFields fields_of(const FigureRow& row, Language language);

}  // namespace nammo
