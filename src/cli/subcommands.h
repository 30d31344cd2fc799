#pragma once

#include <deque>
#include <memory>
#include <string>

#include "cli/command.h"

namespace nammo::cli {

// Commands, each with what it takes: those of nammo, or those below one of them, as "area add".
class Subcommands {
 public:
  void add(Options& options, const std::string& name, const Message& summary, std::unique_ptr<Command> command);
  // The one that was typed; null when it was none of them.
  [[nodiscard]] Command* chosen() const;

 private:
  struct One {
    std::unique_ptr<Command> command;
    bool given = false;
  };
  std::deque<One> all_;  // stays where it is: `given` is written when the line is parsed
};

}  // namespace nammo::cli
