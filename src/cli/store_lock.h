#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "cli/call.h"

namespace nammo::cli {

// The one lock of the store; asked for again until it is free, for as long as `wait`.
// Null after an error message.
[[nodiscard]] std::unique_ptr<Lock> take_lock(Call& call, std::chrono::seconds wait = {});

inline constexpr int kLongestWait = 3600;  // seconds
// The seconds of --wait as typed; nothing is none. Empty for anything but 0 to kLongestWait.
[[nodiscard]] std::optional<std::chrono::seconds> parse_wait(const std::string& typed);

}  // namespace nammo::cli
