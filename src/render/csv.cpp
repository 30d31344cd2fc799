#include "render/csv.h"

#include <algorithm>

namespace nammo {
namespace {

// What a spreadsheet would run as a formula begins with one of these; plain
// numbers may.
bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos &&
         !parse_decimal(cell);
}

}  // namespace

CsvWriter::CsvWriter(CsvDialect dialect) : excel_(dialect == CsvDialect::excel) {
  if (excel_) text_ = "\xEF\xBB\xBF";
}

void CsvWriter::separate() {
  if (!first_) text_ += excel_ ? ';' : ',';
  first_ = false;
}

void CsvWriter::cell(std::string_view text) {
  std::string cell = printable(text);
  if (is_formula(text)) cell.insert(0, 1, '\'');
  separate();
  if (cell.find_first_of(excel_ ? "\";" : "\",") == std::string::npos) {
    text_ += cell;
    return;
  }
  text_ += '"';
  for (const char c : cell) text_.append(c == '"' ? 2 : 1, c);
  text_ += '"';
}

void CsvWriter::number(const std::optional<Decimal>& value) {
  std::string text = value ? to_string(*value) : std::string{};
  if (excel_) std::replace(text.begin(), text.end(), '.', ',');
  separate();
  text_ += text;
}

void CsvWriter::end_row() {
  text_ += excel_ ? "\r\n" : "\n";
  first_ = true;
}

}  // namespace nammo
