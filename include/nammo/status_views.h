#pragma once

#include <string>

#include "nammo/status.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

// Who has sent what, as text. Of one period: a table by level, then every unit by
// name, worst first. Of several: the same table, then a matrix unit × period with
// one letter a cell. What nobody expects comes last.

// For a terminal: the matrix fits 80 columns, or says which periods it left out.
[[nodiscard]] std::string status_text(const Store& store, const Status& status, Language language);
[[nodiscard]] std::string status_markdown(const Store& store, const Status& status, Language language);

// One row or object for each obligation: report, org, area, period, state, nil, due,
// submitted, officer, returned_due (DESIGN 8); by area, report, org, then period.
// After them the reports that nobody expects, with the state "unexpected" and
// without due and officer. With git's evidence three more: first_commit, reached (the
// branch), claimed_early.
[[nodiscard]] std::string status_csv(const Store& store, const Status& status);
[[nodiscard]] std::string status_json(const Store& store, const Status& status);

}  // namespace nammo
