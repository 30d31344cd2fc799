#pragma once

#include <string>

#include "cli/call.h"
#include "nammo/charts.h"
#include "nammo/consolidated.h"
#include "nammo/made_file.h"
#include "nammo/render.h"

namespace nammo::cli {

// In what form a consolidated report is wanted.
struct ReportForm {
  std::string format;  // md, html, docx, xlsx, csv or json
  DocumentOptions options;
  CsvDialect dialect = CsvDialect::standard;
  const Charts* charts = nullptr;  // for md and html; null: none
  std::string charts_address;      // of their files, as the document names them
};
[[nodiscard]] MadeFile make_report_file(Call& call, const Store& store, const Consolidated& report, const ReportForm& form);
// Says why it could not be made; the exit status.
[[nodiscard]] int say_why_not_made(Call& call, const MadeFile& made, const std::string& format);

}  // namespace nammo::cli
