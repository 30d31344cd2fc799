#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/options.h"

namespace nammo::cli {

// What the last of `words` may become, sorted: a command, an option, or what stands in
// its place: an area, a period, an officer, a word that the option knows. Nothing where
// that is a file or a text. `app` has all commands declared; `words` are those after
// "nammo", the last one as far as it is typed.
[[nodiscard]] std::vector<std::string> candidates(const CLI::App& app, std::span<const std::string> words, World& world);

}  // namespace nammo::cli
