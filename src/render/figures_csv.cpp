#include <algorithm>
#include <array>
#include <string_view>

#include "nammo/render.h"
#include "render/code_names.h"
#include "render/figure_rows.h"

namespace nammo {
namespace {

constexpr std::array<std::string_view, 14> kColumns = {"report", "period",    "org",       "area", "area_name",
                                                       "level",  "indicator", "breakdown", "unit", "kind",
                                                       "value",  "reported",  "expected",  "as_of"};

// What a spreadsheet would run as a formula begins with one of these; plain
// numbers may.
bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos &&
         !parse_decimal(cell);
}

class CsvWriter {
 public:
  explicit CsvWriter(CsvDialect dialect) : excel_(dialect == CsvDialect::excel) {
    if (excel_) text_ = "\xEF\xBB\xBF";
  }

  void cell(std::string_view raw) {
    std::string cell = printable(raw);
    if (is_formula(raw)) cell.insert(0, 1, '\'');
    if (!first_) text_ += excel_ ? ';' : ',';
    first_ = false;
    if (cell.find_first_of(excel_ ? "\";\r\n" : "\",\r\n") == std::string::npos) {
      text_ += cell;
      return;
    }
    text_ += '"';
    for (const char c : cell) text_.append(c == '"' ? 2 : 1, c);
    text_ += '"';
  }
  void number(const std::optional<Decimal>& value) {
    std::string text = value ? to_string(*value) : std::string{};
    if (excel_) std::replace(text.begin(), text.end(), '.', ',');
    if (!first_) text_ += excel_ ? ';' : ',';
    first_ = false;
    text_ += text;
  }
  void end_row() {
    text_ += excel_ ? "\r\n" : "\n";
    first_ = true;
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  bool excel_;
  bool first_ = true;
  std::string text_;
};

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
