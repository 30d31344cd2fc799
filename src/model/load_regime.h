#pragma once

#include "nammo/file_system.h"
#include "nammo/store.h"

namespace nammo::model {

// The ids of the report types alone, enough to resolve what names them; what is
// wrong with the file is for load_regime to say.
void list_report_types(const FileReader& files, Store& store);

}  // namespace nammo::model
