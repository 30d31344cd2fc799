#pragma once

#include <string>
#include <variant>
#include <vector>

#include "nammo/report.h"
#include "nammo/spreadsheet.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

struct SheetNumber {
  Decimal value;
  int decimals = 0;  // to be shown
  bool estimate = false;
};
// What stands in a number's place.
struct SheetMark {
  std::string text;
};
// A text is always text, however much it looks like a number or a formula.
using SheetCell = std::variant<std::string, SheetNumber, SheetMark, LocalTime, Date>;

// A table with its heads in the first row.
struct Sheet {
  std::string name;  // at most 31 characters, unique in the workbook, without []:*?/ and backslash
  std::vector<std::string> heads;
  std::vector<std::vector<SheetCell>> rows;
  std::vector<std::string> notes;  // below it
};
struct Workbook {
  std::string title;
  std::vector<Sheet> sheets;
  Instant created{};
};
[[nodiscard]] MadeFile workbook_xlsx(const Workbook& workbook, Language language);

}  // namespace nammo
