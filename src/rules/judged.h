#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nammo/published.h"
#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "rules/period_facts.h"
#include "rules/walk.h"
#include "rules/word_runs.h"

namespace nammo::rules {

// An ad hoc report that lies in the store, by its name.
struct AdhocReport {
  OrgId org;
  AreaId area;
  Date day{};
};

// What rules look up and no report changes.
struct Background {
  const Store& store;
  std::vector<std::vector<CodeId>> codes_of_rules;  // for each of store.rules, as codes_of()
  std::vector<AdhocReport> adhoc;
  std::vector<const Indicator*> bounded;  // those with a usual_max
};

// A report's texts as they are kept for the ones after it.
struct EarlierTexts {
  Period period;
  std::string file;
  WordRuns runs;
};

// A report's figures, likewise.
struct EarlierFigures {
  Period period;
  std::span<const Figure> figures;
};

// Whether somebody expects a report, as far as area and regime say.
enum class Expectation { expected, area_closed, unexpected, unknown };

// A report with all that its rules look at.
struct JudgedReport {
  const Background& background;
  const Report& report;
  const ReportType* type = nullptr;  // null: its type is not in the regime
  const Area* area = nullptr;        // null: its area has no file that can be read
  const Step* step = nullptr;        // of its level and organisation; null: there is none
  const PeriodFacts* facts = nullptr;  // null without a type
  const Report* previous = nullptr;  // that area's of the period before; null: none
  const WordRuns& runs;
  std::span<const EarlierTexts> earlier;  // the same type's, oldest first
  std::vector<EarlierFigures> earlier_figures;  // likewise
  std::optional<Date> day;           // of the nominal due, or that an ad hoc report counts for
  Expectation expectation = Expectation::unknown;
};

// An assignment that was asked for: the day of a due of a report that exists.
struct DueDay {
  AreaId area;
  OrgId org;
  Date day{};
};

// What the reading of the reports left for the rules over the whole store.
struct JudgedStore {
  const Background& background;
  const StoreFiles& files;
  std::vector<DueDay> due_days;             // sorted by area, organisation, day
  std::vector<Filing> claims;               // reports with figures of `reconcile` indicators, those alone
  std::map<std::string, std::string> hashes;  // of files that published documents rest on
  std::vector<Published> published;         // the last version of each document
  std::vector<Published> earlier;           // the versions before those
};

}  // namespace nammo::rules
