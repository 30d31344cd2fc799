#pragma once

#include <optional>
#include <span>
#include <string>

#include "cli/call.h"
#include "nammo/evidence.h"
#include "nammo/ids.h"
#include "nammo/period.h"

namespace nammo::cli {

// What the history of git says of the reports of these periods in the subtree of `area`.
// `branch`: the main one; empty: main or master, else the default branch of origin, else
// the one that is checked out. Empty after an error message.
[[nodiscard]] std::optional<GitEvidence> read_evidence(Call& call, const AreaId& area, std::span<const Period> periods,
                                                       std::string branch);

}  // namespace nammo::cli
