#include "cli/subcommands.h"

#include <algorithm>
#include <utility>

namespace nammo::cli {

void Subcommands::add(Options& options, const std::string& name, const Message& summary, std::unique_ptr<Command> command) {
  all_.emplace_back().command = std::move(command);
  One& one = all_.back();
  Options below = options.command(name, one.given, summary);
  one.command->declare(below);
}

Command* Subcommands::chosen() const {
  const auto found = std::find_if(all_.begin(), all_.end(), [](const One& one) { return one.given; });
  return found == all_.end() ? nullptr : found->command.get();
}

}  // namespace nammo::cli
