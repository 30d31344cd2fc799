#pragma once

#include <optional>
#include <string>

#include "cli/call.h"

namespace nammo::cli {

// Where the hook of git for a store goes.
struct HookPlace {
  std::string file;
  std::string folder;  // from the root of the working tree to the store
};

// For the store in the folder `root`, which need not be there yet. Empty after an error
// message: no git, no repository, or another hook is there.
[[nodiscard]] std::optional<HookPlace> find_hook(Call& call, const std::string& root);

// An exit status; kFailed after an error message.
[[nodiscard]] int write_hook(Call& call, const HookPlace& place, Language language);

}  // namespace nammo::cli
