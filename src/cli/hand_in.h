#pragma once

#include <optional>

#include "cli/one_report.h"

namespace nammo::cli {

// Handing in a report that was read: the exit status, after an error message, where it
// cannot be handed in now.
[[nodiscard]] std::optional<int> refuse_hand_in(Call& call, const OneReport& report);

// Puts its time into the report's file, for the writer to write. `again`: what was taken in
// before a return gave way to it. Empty after an error message.
enum class HandedIn { first, again };
[[nodiscard]] std::optional<HandedIn> put_hand_in(OneReport& report);

}  // namespace nammo::cli
