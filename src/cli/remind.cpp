#include <algorithm>
#include <utility>

#include "cli/choices.h"
#include "cli/command.h"
#include "cli/hand_over.h"
#include "cli/store_lock.h"
#include "nammo/mail.h"
#include "nammo/reminders.h"

namespace nammo::cli {
namespace {

class RemindCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.add("A", area_, msg::cli_arg_area);
    options.add("--officer O", officer_, msg::cli_opt_remind_officer);
    options.add("--mail COMMAND", way_.mail, msg::cli_opt_mail);
    options.add("--mail-from ADDRESS", way_.from, msg::cli_opt_mail_from);
    options.add("--dry-run", way_.dry_run, msg::cli_opt_dry_run);
    options.add("--format F", way_.format, msg::cli_opt_remind_format);
    options.add("-o,--output FILE", way_.output, msg::cli_opt_output);
  }

  int run(Call& call) override {
    if (const auto refused = choose_format(call, way_.format, way_.output, {"text", "md", "json", "ics"})) return *refused;
    if (const auto refused = refuse_options(call)) return *refused;
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    const auto now = call.now();
    const auto area = now ? call.find_area(area_) : std::nullopt;
    if (!area) return kWrongCall;
    load_regime(call.files(), *store, findings);
    load_calendars(call, *store, calendars_for_reminders(store->regime, *now, store->zone), findings);
    load_areas(call.files(), *area, *store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    load_officers(call.files(), *store, officers_);
    if (!knows_officer(call, *store, officer_)) return kWrongCall;
    return way_.dry_run ? tell(call, *store, *area, *now) : tell_alone(call, *store, *area, *now);
  }

 private:
  std::optional<int> refuse_options(Call& call) const {
    if (way_.mail.empty() && !way_.from.empty()) {
      call.complain(say(msg::cli_mail_from_alone), say(msg::cli_mail_from_alone_help));
      return kWrongCall;
    }
    if (!way_.from.empty() && !is_mail_sender(way_.from)) {
      call.complain(say(msg::cli_mail_from_bad, printable(way_.from)), say(msg::cli_mail_from_bad_help));
      return kWrongCall;
    }
    if (way_.mail.empty() || (way_.format == "text" && way_.output.empty())) return std::nullopt;
    call.complain(say(msg::cli_mail_is_text), say(msg::cli_mail_is_text_help));
    return kWrongCall;
  }

  // Two runs at once would tell everything twice.
  int tell_alone(Call& call, const Store& store, const AreaId& area, Instant now) {
    const auto lock = take_lock(call);
    return lock ? tell(call, store, area, now) : kFailed;
  }

  int tell(Call& call, const Store& store, const AreaId& area, Instant now) {
    Diagnostics findings;
    const auto log = load_sent_log(call.files(), findings);
    if (!log) {
      call.show(findings);
      call.complain(say(msg::cli_log_unreadable), say(msg::cli_log_unreadable_help));
      return kFailed;
    }
    const Reminders reminders = find_reminders(call.files(), store, {area, OfficerId{officer_}}, now, *log, findings);
    const bool silent = reminders.digests.empty() && reminders.unaddressed.empty();
    const bool broken = reminders.unreadable > 0 || officers_.has_errors();
    findings.append(std::move(officers_));
    if (!silent) remark(call, store, reminders, *log, findings);
    const int status = HandOver(call, store, way_, now).tell(reminders);
    return status == kDone && broken ? kBadNews : status;
  }

  // What may be wrong with what is told; said only when something is, so that cron
  // does not send it every half hour.
  void remark(Call& call, const Store& store, const Reminders& reminders, const SentLog& log, Diagnostics& findings) const {
    for (const int line : log.odd_lines()) call.remark(say(msg::cli_log_line, kSentLogFile, line));
    std::set<int> years;
    const auto add = [&](const OwedReport& report) { add_due_years(store, report.delivery.obligation, years); };
    for (const Digest& digest : reminders.digests) std::for_each(digest.reports.begin(), digest.reports.end(), add);
    for (const Unaddressed& one : reminders.unaddressed) add(one.report);
    warn_of_calendars(call, store, years);
    findings.sort();
    if (!findings.items().empty()) call.show(findings);
  }

  std::string area_;
  std::string officer_;
  HandOverWay way_;
  // What is wrong with files of officers: who has such a file is told by text, under
  // the name of the file, and all others as ever.
  Diagnostics officers_;
};

}  // namespace

std::unique_ptr<Command> make_remind() { return std::make_unique<RemindCommand>(); }

}  // namespace nammo::cli
