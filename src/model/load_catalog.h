#pragma once

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/store.h"

namespace nammo::model {

// catalog/indicators.yaml, after the codes, and catalog/rules.yaml after that.
void load_indicators(const FileReader& files, Store& store, Diagnostics& diagnostics);
void load_rules(const FileReader& files, Store& store, Diagnostics& diagnostics);

}  // namespace nammo::model
