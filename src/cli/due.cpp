#include <array>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/listed.h"
#include "nammo/calendar_file.h"
#include "nammo/deliveries.h"
#include "nammo/due_views.h"

namespace nammo::cli {
namespace {

constexpr int kDaysAhead = 7;
// Longer ranges are a slip of the finger, and would take all memory.
constexpr int kMostDays = 20 * 366;

constexpr std::array kStates{State::upcoming,  State::draft,    State::missing, State::late,
                             State::submitted, State::returned, State::accepted};

class DueCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.add("A", area_, msg::cli_arg_area);
    options.add("--from DATE", from_, msg::cli_opt_from);
    options.add("--to DATE", to_, msg::cli_opt_to);
    options.add("--officer O", officer_, msg::cli_opt_officer);
    options.add("--report T", report_, msg::cli_opt_report);
    options.add("--org ORG", org_, msg::cli_opt_only_org);
    options.add("--state S", state_, msg::cli_opt_state);
    options.add("--explain", explain_, msg::cli_opt_explain);
    options.add("--format F", format_, msg::cli_opt_due_format);
    options.add("-o,--output FILE", output_, msg::cli_opt_output);
  }

  int run(Call& call) override {
    if (const auto refused = choose_format(call, format_, output_, {"text", "md", "csv", "json", "ics"})) return *refused;
    if (const auto refused = refuse_options(call)) return *refused;
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    const auto now = call.now();
    if (!now || !knows_organisation(call, *store, org_)) return kWrongCall;
    DueQuestion question{{}, {}, ReportTypeId{report_}, OrgId{org_}, OfficerId{officer_}, state()};
    if (!choose_days(call, *store, question.days)) return kWrongCall;
    const auto area = call.find_area(area_);
    if (!area) return kWrongCall;
    question.root = *area;
    load_regime(call.files(), *store, findings);
    load_calendars(call, *store, calendars_for(question, store->regime), findings);
    load_areas(call.files(), *area, *store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    return knows_names(call, *store) ? answer(call, *store, question, *now) : kWrongCall;
  }

 private:
  std::optional<int> refuse_options(Call& call) const {
    if (!state_.empty()) {
      const auto refused = refuse_choice(call, "--state", state_,
                                         {"upcoming", "draft", "missing", "late", "submitted", "returned", "accepted"});
      if (refused) return refused;
    }
    if (!explain_ || format_ == "text" || format_ == "md") return std::nullopt;
    call.complain(say(msg::cli_explain_for_people), say(msg::cli_explain_for_people_help));
    return kWrongCall;
  }

  [[nodiscard]] std::optional<State> state() const {
    for (const State one : kStates) {
      if (to_string(one) == state_) return one;
    }
    return std::nullopt;
  }

  bool choose_days(Call& call, const Store& store, DayRange& days) const {
    const auto from = call.day(store, from_);
    if (!from) return false;
    const auto to = to_.empty() ? std::optional{plus_days(*from, kDaysAhead)} : call.day(store, to_);
    if (!to) return false;
    days = {*from, *to};
    const auto length = std::chrono::sys_days{*to} - std::chrono::sys_days{*from};
    if (length.count() >= 0 && length.count() < kMostDays) return true;
    const bool backwards = length.count() < 0;
    call.complain(say(backwards ? msg::cli_days_backwards : msg::cli_days_too_many, format_date(*from), format_date(*to)),
                  say(backwards ? msg::cli_days_backwards_help : msg::cli_days_too_many_help));
    return false;
  }

  bool knows_names(Call& call, Store& store) const {
    if (!report_.empty() && store.regime.find(ReportTypeId{report_}) == nullptr) {
      const auto names = listed(store.regime.types, [](const ReportType& type) { return type.id.str(); });
      call.complain(say(msg::cli_unknown_report, printable(report_)), say(msg::cli_known_are, names));
      return false;
    }
    list_officers(call.files(), store);
    return knows_officer(call, store, officer_);
  }

  int answer(Call& call, const Store& store, const DueQuestion& question, Instant now) const {
    warn_of_calendars(call, store, calendars_to_confirm(question, store.regime));
    Diagnostics findings;
    const auto deliveries = load_due(call.files(), store, question, now, findings);
    findings.sort();
    if (!findings.items().empty()) call.show(findings);
    const DueView view{deliveries, question.root, question.days,
                       from_.empty() && to_.empty() ? RangeOrigin::assumed : RangeOrigin::chosen, now,
                       explain_ ? Reasons::shown : Reasons::hidden, call.language()};
    const int status = call.deliver(text_of(store, view), output_);
    return status == kDone && findings.has_errors() ? kBadNews : status;
  }

  [[nodiscard]] std::string text_of(const Store& store, const DueView& view) const {
    if (format_ == "csv") return due_csv(store, view.deliveries);
    if (format_ == "json") return due_json(store, view.deliveries);
    if (format_ == "ics") {
      return calendar_file(store, officer_events(store, view.deliveries, view.now), view.now, view.language);
    }
    return format_ == "md" ? due_markdown(store, view) : due_text(store, view);
  }

  std::string area_;
  std::string from_;
  std::string to_;
  std::string officer_;
  std::string report_;
  std::string org_;
  std::string state_;
  std::string format_;
  std::string output_;
  bool explain_ = false;
};

}  // namespace

std::unique_ptr<Command> make_due() { return std::make_unique<DueCommand>(); }

}  // namespace nammo::cli
