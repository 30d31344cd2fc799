#include "cli/choices.h"
#include "cli/command.h"
#include "cli/listed.h"
#include "cli/one_report.h"
#include "cli/typed_moment.h"
#include "nammo/assignments.h"
#include "nammo/review_views.h"

namespace nammo::cli {
namespace {

// Who answers for the area above; at the top, for the area itself.
std::string reviewers(const OneReport& report) {
  const Store& store = report.store();
  const Area* above = store.areas.find(parent_of(report.key().area));
  if (above == nullptr) above = store.areas.find(report.key().area);
  if (above == nullptr) return {};
  std::vector<Assignment> holding;
  const Date today = day_of(store.zone.to_local(report.now()));
  for (const Assignment& one : above->officers) {
    if (holds_on(one, today)) holding.push_back(one);
  }
  return listed(holding, [](const Assignment& one) { return one.officer.str(); });
}

// What accepting and sending back have in common: the review that comes to stand beside
// the report, in the place of an older one.
class Judge : public Command {
 public:
  explicit Judge(std::string_view name) : name_(name) {}

  void declare(Options& options) override {
    report_.declare(options);
    options.add("--by OFFICER", by_, msg::cli_opt_by);
  }

  int run(Call& call) override {
    if (const auto refused = report_.find(call)) return *refused;
    if (!knows_judge(call)) return kWrongCall;
    if (const auto refused = refuse_words(call)) return *refused;
    if (const auto refused = report_.read(call)) return *refused;
    if (const auto refused = refuse_unsent(call)) return *refused;
    Review review;
    review.by = OfficerId{by_};
    review.at = report_.now();
    review.content = report_.content();
    review.file = report_.review_file();
    fill(review);
    if (says_the_same(review)) return report_.leave(call);
    report_.writer().put(review.file, review_text(review, report_.store().zone));
    const int status = report_.write(call, review.file);
    if (status == kDone && report_.review() != nullptr) {
      const std::string old = review_line(report_.store(), *report_.review(), call.language());
      call.print("  " + say_in(call.language(), msg::cli_review_replaced, old) + "\n");
    }
    return status;
  }

 protected:
  // What was typed beside the report and the officer.
  [[nodiscard]] virtual std::optional<int> refuse_words(Call&) { return std::nullopt; }
  // The decision, its reason and its due.
  virtual void fill(Review& review) = 0;

  [[nodiscard]] OneReport& report() { return report_; }
  // True when the older review is of the content as it is.
  [[nodiscard]] bool is_of_this(const Review& old) const { return old.content == report_.content(); }

 private:
  bool knows_judge(Call& call) const {
    if (!by_.empty()) return knows_officer(call, report_.store(), by_);
    const std::string names = reviewers(report_);
    call.complain(say(msg::cli_needs_by, name_), names.empty() ? say(msg::cli_unknown_officer_help) : say(msg::cli_needs_by_help, names));
    return false;
  }

  std::optional<int> refuse_unsent(Call& call) const {
    if (report_.delivery().standing.submitted) return std::nullopt;
    call.complain(report_.report().submitted ? say(msg::cli_not_sent_again, report_.file()) : say(msg::cli_not_sent, report_.file()),
                  say(msg::cli_not_sent_help, report_.as_typed()));
    return kBadNews;
  }

  bool says_the_same(const Review& review) const {
    const Review* old = report_.review();
    return old != nullptr && old->state == review.state && is_of_this(*old) && old->because == review.because &&
           old->due == review.due;
  }

  std::string_view name_;
  std::string by_;
  OneReport report_;
};

class Accept final : public Judge {
 public:
  Accept() : Judge("accept") {}

 private:
  // The time that a request or an answered return gave goes on to count: the report was
  // judged by it, and a review is the only place where it stands (DESIGN 5).
  void fill(Review& review) override {
    review.state = ReviewState::accepted;
    report().writer().must_pass(report().file());
    const Review* old = report().review();
    if (old != nullptr && !(old->state == ReviewState::returned && is_of_this(*old))) review.due = old->due;
  }
};

class Return final : public Judge {
 public:
  Return() : Judge("return") {}

  void declare(Options& options) override {
    Judge::declare(options);
    options.add("--because TEXT", because_, msg::cli_opt_because);
    options.add("--due T", due_, msg::cli_opt_return_due);
  }

 private:
  std::optional<int> refuse_words(Call& call) override {
    if (because_.find_first_not_of(" \t\n") == std::string::npos) {
      call.complain(say(msg::cli_needs_because), say(msg::cli_needs_because_help));
      return kWrongCall;
    }
    if (due_.empty()) return std::nullopt;
    until_ = parse_typed_moment(due_, report().store().zone, report().now());
    if (until_ && *until_ > report().now()) return std::nullopt;
    const Zone& zone = report().store().zone;
    call.complain(until_ ? say(msg::cli_due_past, format_instant(*until_, zone), format_instant(report().now(), zone))
                         : say(msg::cli_bad_due, printable(due_)),
                  say(msg::cli_bad_due_help));
    return kWrongCall;
  }

  // Without a due of its own, that of the same return, or of a request that is still ahead.
  void fill(Review& review) override {
    review.state = ReviewState::returned;
    review.because = because_;
    review.due = until_;
    const Review* old = report().review();
    if (until_ || old == nullptr || !old->due) return;
    const bool same = old->state == ReviewState::returned && is_of_this(*old);
    const bool ahead = old->state == ReviewState::requested && *old->due > report().now();
    if (same || ahead) review.due = old->due;
  }

  std::string because_;
  std::string due_;
  std::optional<Instant> until_;
};

}  // namespace

std::unique_ptr<Command> make_accept() { return std::make_unique<Accept>(); }
std::unique_ptr<Command> make_return() { return std::make_unique<Return>(); }

}  // namespace nammo::cli
