#pragma once

#include "cli/call.h"
#include "nammo/consolidated.h"

namespace nammo::cli {

// Says on stderr what the document leaves out because the asked area's own report, which
// speaks for those below, tells of nothing of the kind; nothing where it does.
void remark_untold(Call& call, const Consolidated& report);

}  // namespace nammo::cli
