#include <algorithm>

#include "cli/candidates.h"
#include "cli/command.h"
#include "cli/completion_scripts.h"

namespace nammo::cli {
namespace {

// The shells ask for candidates by "nammo completion --candidates WORD…", which
// app.cpp answers: the words are not those of this command.
class CompletionCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.add("SHELL", shell_, msg::cli_arg_shell);
  }

  int run(Call& call) override {
    for (const CompletionScript& script : kCompletionScripts) {
      if (script.shell != shell_) continue;
      call.print(script.text);
      return kDone;
    }
    call.complain(say(msg::cli_shells_are, printable(shell_)), say(msg::cli_shells_help));
    return kWrongCall;
  }

 private:
  std::string shell_;
};

}  // namespace

std::unique_ptr<Command> make_completion() { return std::make_unique<CompletionCommand>(); }

}  // namespace nammo::cli
