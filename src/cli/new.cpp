#include <CLI/App.hpp>

#include "cli/change.h"

namespace nammo::cli {
namespace {

class New final : public Command {
 public:
  void declare(CLI::App& app, Language language) override {
    app_ = &app;
    add_subcommand(app, language, "report", msg::cli_new_report_sum, make_new_report(), made_);
  }

  int run(Call& call) override {
    if (Command* command = chosen(made_)) return command->run(call);
    call.print(help_of(*app_, call.language()));
    return kWrongCall;
  }

 private:
  CLI::App* app_ = nullptr;
  std::vector<Subcommand> made_;
};

}  // namespace

std::unique_ptr<Command> make_new() { return std::make_unique<New>(); }

}  // namespace nammo::cli
