#include "cli/choices.h"
#include "cli/command.h"
#include "nammo/today.h"
#include "nammo/today_views.h"

namespace nammo::cli {
namespace {

class TodayCommand final : public Command {
 public:
  void declare(Options& options) override {
    options.add("A", area_, msg::cli_arg_area);
    options.add("--org ORG", org_, msg::cli_opt_org);
    options.add("--format F", format_, msg::cli_opt_today_format);
    options.add("-o,--output FILE", output_, msg::cli_opt_output);
  }

  int run(Call& call) override {
    if (const auto refused = choose_format(call, format_, output_, {"text", "md"})) return *refused;
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    const auto now = call.now();
    if (!now || !knows_organisation(call, *store, org_)) return kWrongCall;
    const auto area = call.find_area(area_);
    if (!area) return kWrongCall;
    load_regime(call.files(), *store, findings);
    load_calendars(call, *store, calendars_for_today(store->regime, *now, store->zone), findings);
    load_areas(call.files(), *area, *store, findings);
    load_officers(call.files(), *store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    const Date day = day_of(store->zone.to_local(*now));
    const OrgId org = org_.empty() ? speaking_organisation(*store, *area, day) : OrgId{org_};
    return answer(call, *store, {*area, org}, *now);
  }

 private:
  int answer(Call& call, const Store& store, const TodayQuestion& question, Instant now) const {
    Diagnostics findings;
    const Today today = read_today(call.files(), store, question, now, findings);
    findings.sort();
    warn_of_calendars(call, store, years_of(store, today));
    const Language language = call.language();
    const int status = call.deliver(format_ == "md" ? today_markdown(store, today, findings.items(), language)
                                                    : today_text(store, today, findings.items(), language),
                                    output_);
    return status == kDone && findings.has_errors() ? kBadNews : status;
  }

  // The years on whose calendars the hours that are shown depend.
  static std::set<int> years_of(const Store& store, const Today& today) {
    std::set<int> years;
    for (const Delivery& delivery : today.hours) add_due_years(store, delivery.obligation, years);
    return years;
  }

  std::string area_;
  std::string org_;
  std::string format_;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_today() { return std::make_unique<TodayCommand>(); }

}  // namespace nammo::cli
