#pragma once

#include <vector>

#include "nammo/file_system.h"
#include "nammo/schedule.h"

namespace nammo {

// Those of some old reports that must be read whole. Old reports are many, and nearly
// all of them came: one that says so itself (model/glance.h), and of which there is no
// review, is left out.
[[nodiscard]] std::vector<Obligation> not_plainly_come(const FileReader& files, std::vector<Obligation> reports,
                                                       Instant now);

}  // namespace nammo
