#include "cli/change.h"

namespace nammo::cli {
namespace {

class New final : public Command {
 public:
  void declare(Options& options) override {
    made_.add(options, "report", msg::cli_new_report_sum, make_new_report());
  }

  int run(Call& call) override {
    return made_.chosen()->run(call);
  }

 private:
  Subcommands made_;
};

}  // namespace

std::unique_ptr<Command> make_new() { return std::make_unique<New>(); }

}  // namespace nammo::cli
