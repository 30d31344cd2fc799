#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/world.h"
#include "nammo/text.h"

namespace nammo::cli {

// Runs one command line (without the program's name) and returns its exit status.
[[nodiscard]] int run(std::vector<std::string> arguments, World& world);

// Says that memory is exhausted, without needing any; returns the exit status for it.
int complain_of_memory(std::ostream& err, Language language);

// What to say when another exception reaches main(): a bug.
[[nodiscard]] std::string bug_message(const std::string& reason);

}  // namespace nammo::cli
