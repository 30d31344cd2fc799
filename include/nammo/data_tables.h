#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "nammo/data_export.h"
#include "nammo/ids.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// The tables of an export: CSV of DESIGN 8, and beside it a datapackage.json
// (Frictionless Data Package, version 1) that says what each column is. Their names,
// columns, keys and order are fixed; labels are in the language that is asked for.

enum class DataTable { figures, obligations, areas, indicators, codes };

// Where no list of codes breaks a figure down: what stands for its code, which no code
// can be. An empty cell could not be part of a key.
inline constexpr const char* kNoBreakdown = "*";

// "figures/2024.csv": of a table that has a file for each year.
[[nodiscard]] std::string data_path(DataTable table, int year);
// "areas.csv": of the others.
[[nodiscard]] std::string data_path(DataTable table);

// The line with the names of the columns, with which each file of the table begins.
[[nodiscard]] std::string data_header(DataTable table);
// The lines of these reports. Of figures: by report, then indicator and code as bytes.
[[nodiscard]] std::string figure_lines(const Store& store, std::span<const DataReport> reports);
[[nodiscard]] std::string obligation_lines(const Store& store, std::span<const DataReport> reports, Instant now);
// The whole tables, with their headers: `root` with all that lies below it, by id; every
// indicator and every code, in the order of their files, lists by name.
[[nodiscard]] std::string areas_table(const Store& store, const AreaId& root);
[[nodiscard]] std::string indicators_table(const Store& store, Language language);
[[nodiscard]] std::string codes_table(const Store& store, Language language);

// What was left out because it is confidential at the level of its area.
struct WithheldData {
  std::set<std::pair<CodeListId, CodeId>> codes;
  std::set<LevelId> levels;
};
void note_withheld(const Store& store, std::span<const DataReport> reports, WithheldData& withheld);
// The sentence that says so; empty when nothing was.
[[nodiscard]] std::string withheld_data_note(const Store& store, const WithheldData& withheld, Language language);

// A file of the export as it was written.
struct DataFile {
  DataTable table = DataTable::figures;
  std::string path;  // below the folder of the export
  std::size_t bytes = 0;
  std::string hash;  // content_hash of its bytes
};
struct DataPackage {
  DataQuestion question;
  Instant now{};
  std::vector<DataFile> files;  // those of one table in the order of the years
};
[[nodiscard]] std::string data_package_json(const Store& store, const DataPackage& package, Language language);

}  // namespace nammo
