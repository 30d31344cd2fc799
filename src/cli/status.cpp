#include <algorithm>
#include <set>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/evidence.h"
#include "nammo/period_range.h"
#include "nammo/status.h"
#include "nammo/status_views.h"

namespace nammo::cli {
namespace {

const std::string kGit = "git";

class StatusCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.add("A", area_, msg::cli_arg_area);
    options.add("P", period_, msg::cli_arg_periods);
    options.add("--org ORG", org_, msg::cli_opt_only_org);
    options.add("--fail-on WHAT", fail_on_, msg::cli_opt_fail_on);
    options.add("--evidence GIT", evidence_, msg::cli_opt_evidence);
    options.add("--format F", format_, msg::cli_opt_view_format);
    options.add("-o,--output FILE", output_, msg::cli_opt_output);
  }

  int run(Call& call) override {
    if (const auto refused = choose_format(call, format_, output_, {"text", "md", "csv", "json"})) return *refused;
    for (const std::string& what : fail_on_) {
      if (const auto refused = refuse_choice(call, "--fail-on", what, {"late", "missing"})) return *refused;
    }
    if (!evidence_.empty() && evidence_ != kGit && !evidence_.starts_with(kGit + ":")) {
      return *refuse_choice(call, "--evidence", evidence_, {kGit});
    }
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    const auto now = call.now();
    if (!now || !knows_organisation(call, *store, org_)) return kWrongCall;
    const bool lone_word = take_lone_period(call, area_, period_);
    const bool range = period_.find("..") != std::string::npos;  // what is wrong with it says more
    load_regime(call.files(), *store, findings);
    load_calendars(call, *store, years_around(period_, *now, store->zone), findings);
    const auto area = call.find_area(area_);
    if (!area) return kWrongCall;
    load_areas(call.files(), *area, *store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    Text problem;
    const auto periods = choose_periods(period_, *area, OrgId{org_}, *store, *now, problem);
    if (periods) return print_status(call, *store, {*area, *periods, OrgId{org_}}, *now);
    call.complain(lone_word && !range ? say(msg::cli_neither_area_nor_period, printable(period_), problem) : problem);
    return kWrongCall;
  }

 private:
  int print_status(Call& call, const Store& store, const StatusQuestion& question, Instant now) const {
    warn_of_calendars(call, store, years_of(store, question));
    Diagnostics findings;
    Status status = read_status(call.files(), store, question, now, findings);
    findings.sort();
    if (!findings.items().empty()) call.show(findings);
    if (!evidence_.empty()) {
      status.evidence = read_evidence(call, question.area, question.periods, evidence_.substr(std::min(evidence_.size(), kGit.size() + 1)));
      if (!status.evidence) return kFailed;
    }
    const int delivered = call.deliver(text_of(call, store, status), output_);
    if (delivered != kDone) return delivered;
    if (status.unreadable > 0) call.complain(say(msg::cli_unreadable_in_status, status.unreadable));
    return status.unreadable > 0 || fails(status) ? kBadNews : kDone;
  }

  [[nodiscard]] std::set<int> years_of(const Store& store, const StatusQuestion& question) const {
    std::set<int> years;
    for (const ReportType& type : store.regime.types) {
      const bool asked = org_.empty() || std::any_of(type.steps.begin(), type.steps.end(),
                                                     [&](const Step& step) { return step.org == question.org; });
      for (const Period& period : question.periods) {
        if (!asked || !is_period_of(type, period)) continue;
        const auto more = due_years(type, period);
        years.insert(more.begin(), more.end());
      }
    }
    return years;
  }

  [[nodiscard]] std::string text_of(Call& call, const Store& store, const Status& status) const {
    if (format_ == "json") return status_json(store, status);
    if (format_ == "csv") return status_csv(store, status);
    return format_ == "md" ? status_markdown(store, status, call.language()) : status_text(store, status, call.language());
  }

  [[nodiscard]] bool fails(const Status& status) const {
    const StatusCounts counts = count_status(status.deliveries);
    return std::any_of(fail_on_.begin(), fail_on_.end(),
                       [&](const std::string& what) { return (what == "late" ? counts.late : counts.missing) > 0; });
  }

  std::string area_;
  std::string period_;
  std::string org_;
  std::vector<std::string> fail_on_;
  std::string evidence_;  // "git", "git:branch", or nothing
  std::string format_;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_status() { return std::make_unique<StatusCommand>(); }

}  // namespace nammo::cli
