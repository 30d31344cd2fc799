#pragma once

#include "nammo/consolidated.h"
#include "nammo/made_file.h"
#include "nammo/render.h"
#include "nammo/store.h"

namespace nammo {

// The consolidated report as a workbook (XLSX), a sheet for each of its tables: figures
// by unit, petitions, opinions, matters, proposals, who has reported, and last the
// rows of figures_csv(). Figures are numbers, moments the wall clock in the store's
// zone; codes, and whatever looks like a formula, are text; a figure that is not there
// is "…". The file says that it was created at `report.now`. It is put together in the
// system's folder for temporary files.
[[nodiscard]] MadeFile document_xlsx(const Store& store, const Consolidated& report, const DocumentOptions& options);

}  // namespace nammo
