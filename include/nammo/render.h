#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/texts.h"
#include "nammo/time.h"

namespace nammo {

// Values to text. Nothing that comes from the store's files can put markup, a
// terminal escape or a spreadsheet formula into the result.

struct BrokenTotal;
struct Trend;
struct Templates;

enum class Layout { full, brief };  // brief: one page for a leader, worst first

// Which figures are shown, and beside which others.
struct FigureOptions {
  std::optional<int> depth;             // levels below the asked area that have their own; empty: as the view has it
  std::vector<IndicatorId> indicators;  // empty: all of the report type
  const Consolidated* compared = nullptr;  // of an earlier period; must outlive the call
};

// Whether a document says that nothing stands out.
enum class NothingFound { silent, said };

struct DocumentOptions {
  Language language = Language::vi;
  TextDepth texts = TextDepth::speaking;
  Layout layout = Layout::full;
  Date date{};  // of the document
  std::string number{};     // as typed, its symbol may follow it; empty: "…" until it is published
  std::string signatory{};  // likewise
  FigureOptions figures{};
  // What stands out against the periods before (nammo/trend.h); null: not asked.
  const std::vector<Trend>* trends = nullptr;
  NothingFound nothing = NothingFound::silent;
  // The store's own (nammo/templates.h), which must outlive the call; null: none.
  const Templates* templates = nullptr;
  // The totals that break an identity (nammo/broken_totals.h); null: not judged.
  const std::vector<BrokenTotal>* broken = nullptr;
};

// The consolidated report as a document of its kind (DESIGN 8).
[[nodiscard]] std::string document_markdown(const Store& store, const Consolidated& report,
                                            const DocumentOptions& options);

enum class CsvDialect { standard, excel };  // RFC 4180, or what a Vietnamese Excel opens
// The figures: the asked area and each area with an obligation in its subtree down
// to the depth that is asked for, else each direct child. Columns as in DESIGN 8; with
// a comparison more of them at the end: compared_period, compared_value,
// compared_reported, compared_expected, difference, and over the areas that gave the
// figure both times common_areas, common_value, common_compared, change.
[[nodiscard]] std::string figures_csv(const Store& store, const Consolidated& report, CsvDialect dialect,
                                      Language language, const FigureOptions& options = {});
// The same figures, the texts and who is missing, late, returned … as an object.
[[nodiscard]] std::string document_json(const Store& store, const Consolidated& report,
                                        const DocumentOptions& options);
// The sentence that says which confidential codes were left out of which rows;
// empty when none were.
[[nodiscard]] std::string withheld_note(const Store& store, const Consolidated& report, Language language);

// A warning for each total that breaks an identity, with the numbers of the reports
// that make it so.
[[nodiscard]] std::vector<Diagnostic> broken_total_findings(const Store& store, std::span<const BrokenTotal> totals);

enum class Colour { off, on };
// Findings for a person: place, severity, code, message, the line with a mark
// under it, related places and a hint. `files` gives the lines.
[[nodiscard]] std::string findings_text(std::span<const Diagnostic> findings, const FileReader& files,
                                        Language language, Colour colour);
// An array of objects: severity, code, file, line, column, message, help.
[[nodiscard]] std::string findings_json(std::span<const Diagnostic> findings, Language language);
// For programs that show findings beside the lines of a change: SARIF 2.1.0, and the
// commands that GitHub's runners read from the output of a step. `folder` is put before
// every path: "" or "kho/".
[[nodiscard]] std::string findings_sarif(std::span<const Diagnostic> findings, const std::string& folder, Language language);
[[nodiscard]] std::string findings_github(std::span<const Diagnostic> findings, const std::string& folder, Language language);

}  // namespace nammo
