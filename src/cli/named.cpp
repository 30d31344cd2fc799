#include "cli/named.h"

#include <CLI/App.hpp>

namespace nammo::cli {

bool is_top(const CLI::App& command) { return command.get_parent() == nullptr; }

std::vector<const CLI::App*> subcommands_of(const CLI::App& command) {
  return command.get_subcommands([](const CLI::App*) { return true; });
}

std::string path_of(const CLI::App& command) {
  if (is_top(command)) return {};
  const std::string parent = path_of(*command.get_parent());
  return parent.empty() ? command.get_name() : parent + " " + command.get_name();
}

}  // namespace nammo::cli
