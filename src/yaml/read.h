#pragma once

#include <optional>
#include <string>

#include "nammo/diagnostic.h"
#include "yaml/tree.h"

namespace nammo::yaml {

// Reads one YAML document as DESIGN section 7 allows it. What it refuses is a
// finding with its own code at its exact place, and the result is empty. An empty
// document gives a tree whose root is an empty mapping.
[[nodiscard]] std::optional<Tree> read(std::string source, const std::string& file,
                                       Diagnostics& diagnostics);

// True for text that people may have sent, YAML or not. What keeps it from being read (its
// encoding, control characters, what git left of a conflict) is a finding at its place.
[[nodiscard]] bool is_sound(std::string text, const std::string& file, Diagnostics& diagnostics);

}  // namespace nammo::yaml
