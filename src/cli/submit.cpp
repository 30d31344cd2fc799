#include <string>

#include "cli/command.h"
#include "cli/hand_in.h"
#include "nammo/review_views.h"

namespace nammo::cli {
namespace {

class Submit final : public Command {
 public:
  void declare(Options& options) override { report_.declare(options); }

  int run(Call& call) override {
    if (const auto refused = report_.find(call)) return *refused;
    if (const auto refused = report_.read(call)) return *refused;
    if (const auto refused = refuse_hand_in(call, report_)) return *refused;
    const bool sent = report_.delivery().standing.submitted.has_value();
    const int status = sent ? report_.leave(call) : hand_in(call);
    if (status == kDone) explain(call);
    return status;
  }

 private:
  int hand_in(Call& call) {
    const auto handed = put_hand_in(report_);
    if (!handed) return kBadNews;
    const int status = report_.write(call, report_.file());
    if (status == kDone && *handed == HandedIn::again) call.print("  " + say_in(call.language(), msg::cli_received_dropped) + "\n");
    return status;
  }

  void explain(Call& call) const {
    const auto line = [&](const std::string& text) { call.print("  " + text + "\n"); };
    const Standing& standing = report_.delivery().standing;
    const auto& received = report_.report().received;
    if (received && standing.submitted == received->at) line(say_in(call.language(), msg::cli_received_counts));
    const Review* review = report_.review();
    if (review == nullptr || review->state != ReviewState::accepted || standing.state == State::accepted) return;
    line(say_in(call.language(), msg::cli_acceptance_fell, review_line(report_.store(), *review, call.language()),
                report_.as_typed()));
  }

  OneReport report_;
};

}  // namespace

std::unique_ptr<Command> make_submit() { return std::make_unique<Submit>(); }

}  // namespace nammo::cli
