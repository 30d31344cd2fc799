#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/call.h"

namespace nammo::cli {

// Asks on the terminal until the answer is one that `take` has nothing to say against;
// an empty answer is `usual`. Empty when there is no more input. What was answered is
// kept by `take` alone, so that Ctrl-C leaves nothing behind.
using Take = std::function<Text(const std::string& answer)>;
[[nodiscard]] bool ask(Call& call, const Text& question, const std::string& usual, const Take& take);

// One line of input without blanks at its ends; empty at its end.
[[nodiscard]] std::optional<std::string> ask_line(Call& call, const Text& question, const std::string& usual = {});

}  // namespace nammo::cli
