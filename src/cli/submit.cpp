#include <CLI/App.hpp>

#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/one_report.h"
#include "nammo/review_views.h"

namespace nammo::cli {
namespace {

class Submit final : public Command {
 public:
  void declare(CLI::App& app, Language language) override { report_.declare(app, language); }

  int run(Call& call) override {
    if (const auto refused = report_.find(call)) return *refused;
    if (const auto refused = report_.read(call)) return *refused;
    if (const auto refused = refuse(call)) return *refused;
    const bool sent = report_.delivery().standing.submitted.has_value();
    const int status = sent ? report_.leave(call) : hand_in(call);
    if (status == kDone) explain(call);
    return status;
  }

 private:
  [[nodiscard]] std::optional<int> refuse(Call& call) const {
    const Delivery& delivery = report_.delivery();
    const Zone& zone = report_.store().zone;
    if (delivery.obligation.window.start > report_.now()) {
      call.complain(say(msg::cli_period_ahead, to_string(report_.key().period), format_instant(delivery.obligation.window.start, zone)),
                    say(msg::cli_period_ahead_help));
      return kBadNews;
    }
    const Review* review = report_.review();
    if (review == nullptr || review->state != ReviewState::returned) return std::nullopt;
    if (delivery.standing.state == State::returned) {
      const auto said = [&](Language language) { return review_line(report_.store(), *review, language); };
      call.complain(say(msg::cli_unchanged_since_return, report_.file(), Text{said(Language::vi), said(Language::en)}),
                    say(msg::cli_unchanged_since_return_help));
      return kBadNews;
    }
    // What is sent in the same second would not count as sent again (DESIGN 5).
    if (review->at == report_.now()) return report_.refuse_moment(call, report_.review_file(), "at", review->at);
    return std::nullopt;
  }

  int hand_in(Call& call) {
    const std::string at = format_instant(report_.now(), report_.store().zone);
    std::vector<Edit> edits{{Edit::Kind::set, {std::string("submitted")}, plain_value(at), "officer"}};
    const bool stale = was_received_before_return();
    if (stale) edits.push_back({Edit::Kind::remove, {std::string("received")}});
    if (!report_.writer().edit(report_.file(), edits)) return kBadNews;
    const int status = report_.write(call, report_.file());
    if (status == kDone && stale) call.print("  " + say_in(call.language(), msg::cli_received_dropped) + "\n");
    return status;
  }

  // What was taken in then is not what is sent now. The return that makes it give way
  // (DESIGN 5) is gone as soon as this one is accepted.
  [[nodiscard]] bool was_received_before_return() const {
    const Review* review = report_.review();
    const auto& received = report_.report().received;
    return received && review != nullptr && review->state == ReviewState::returned && received->at <= review->at;
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
