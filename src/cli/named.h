#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace nammo::cli {

// Commands as they are declared, by their names.

// Whether it is nammo itself.
[[nodiscard]] bool is_top(const CLI::App& command);

// Those below it, as "add" and "list" of "area".
[[nodiscard]] std::vector<const CLI::App*> subcommands_of(const CLI::App& command);

// "area list"; empty for nammo itself.
[[nodiscard]] std::string path_of(const CLI::App& command);

}  // namespace nammo::cli
