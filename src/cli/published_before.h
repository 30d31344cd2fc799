#pragma once

#include "cli/call.h"
#include "nammo/consolidated.h"

namespace nammo::cli {

// Says on stderr that the report was published, and which of its sources have changed
// since; nothing where it was not.
void remark_published(Call& call, const Store& store, const Question& question);

}  // namespace nammo::cli
