#pragma once

#include <chrono>
#include <memory>

#include "cli/call.h"

namespace nammo::cli {

// The one lock of the store; asked for again until it is free, for as long as `wait`.
// Null after an error message.
[[nodiscard]] std::unique_ptr<Lock> take_lock(Call& call, std::chrono::seconds wait = {});

}  // namespace nammo::cli
