#pragma once

#include <string>
#include <vector>

#include "cli/world.h"

namespace nammo::cli {

// Runs one command line (without the program's name) and returns its exit status.
[[nodiscard]] int run(std::vector<std::string> arguments, World& world);

// What to say when an exception reaches main(): a bug, or exhausted memory.
[[nodiscard]] std::string bug_message(const std::string& reason);

}  // namespace nammo::cli
