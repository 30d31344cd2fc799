#include "cli/command.h"

namespace nammo::cli {
namespace {

class Version final : public Command {
 public:
  void declare(Options&) override {}
  int run(Call& call) override {
    call.print("nammo " NAMMO_VERSION "\n");
    return kDone;
  }
};

}  // namespace

std::unique_ptr<Command> make_version() { return std::make_unique<Version>(); }

}  // namespace nammo::cli
