#pragma once

#include <memory>

#include "cli/command.h"

namespace nammo::cli {

[[nodiscard]] std::unique_ptr<Command> make_edit();

}  // namespace nammo::cli
