#include <CLI/App.hpp>

#include <algorithm>

#include "cli/change.h"
#include "cli/choices.h"
#include "cli/one_report.h"
#include "nammo/deliveries.h"
#include "nammo/text_form.h"

namespace nammo::cli {
namespace {

class NewReport final : public Command {
 public:
  void declare(CLI::App& app, Language language) override {
    report_.declare(app, language);
    app.add_option("--officer", officer_, say_in(language, msg::cli_opt_new_officer))->type_name("ID");
    app.add_flag("--text", text_, say_in(language, msg::cli_opt_new_text));
    app.add_option("-o,--output", output_, say_in(language, msg::cli_opt_new_output))->type_name("FILE");
  }

  int run(Call& call) override {
    if (!output_.empty() && !text_) {
      call.complain(say(msg::cli_new_output), say(msg::cli_new_output_help));
      return kWrongCall;
    }
    if (const auto refused = report_.find(call)) return *refused;
    Store store = report_.store();
    if (const auto refused = load(call, store)) return *refused;
    FormSubject subject{{type(store).id, report_.key().org, report_.key().area, report_.key().period, {}}};
    if (const auto refused = take_obligation(call, store, subject)) return *refused;
    if (const auto refused = take_officer(call, store, subject)) return *refused;
    look_around(call, store, subject);
    if (text_) return call.deliver(text_form(store, subject, call.language()), output_);
    return write(call, store, subject);
  }

 private:
  std::optional<int> load(Call& call, Store& store) {
    Diagnostics findings;
    load_catalog(call.files(), store, findings);
    load_officers(call.files(), store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    if (!knows_officer(call, store, officer_)) return kWrongCall;
    return std::nullopt;
  }

  [[nodiscard]] const ReportType& type(const Store& store) const {
    const auto& types = store.regime.types;
    return *std::find_if(types.begin(), types.end(), [&](const ReportType& one) { return is_period_of(one, report_.key().period); });
  }

  // A report that nobody expects has no form, nor has one of a time to come.
  std::optional<int> take_obligation(Call& call, const Store& store, FormSubject& subject) const {
    const ReportKey& key = report_.key();
    for (const Obligation& one : expand(type(store), key.period, key.area, store)) {
      if (one.kind == ObligationKind::report && one.org == key.org && one.area == key.area) subject.owed = one;
    }
    if (key.period.kind == PeriodKind::adhoc) {
      Diagnostics ignored;
      Filing filing = load_filing(call.files(), store, key.area, key.org, key.period, ignored);
      filing.exists = true;
      subject.owed = expand_adhoc(type(store), key, filing, nullptr, store, report_.now());
    }
    if (!subject.owed) return refuse_unexpected(call, store);
    if (subject.owed->window.start <= report_.now()) return std::nullopt;
    call.complain(say(msg::cli_period_ahead, to_string(key.period), format_instant(subject.owed->window.start, store.zone)),
                  say(msg::cli_period_ahead_help));
    return kBadNews;
  }

  std::optional<int> refuse_unexpected(Call& call, const Store& store) const {
    const ReportKey& key = report_.key();
    const Area* area = store.areas.find(key.area);
    const auto window = window_of(type(store), key.period, store);
    if (area != nullptr && window && area->until && !area->valid_on(day_of(store.zone.to_local(window->end)))) {
      call.complain(say(msg::cli_new_closed, named(*area), format_date(*area->until), to_string(key.period)), say(msg::cli_new_closed_help));
    } else {
      call.complain(say(msg::cli_nobody_expects, report_.file()), say(msg::cli_nothing_due_help));
    }
    return kBadNews;
  }

  std::optional<int> take_officer(Call& call, const Store& store, FormSubject& subject) const {
    subject.head.officer = OfficerId{officer_};
    if (!officer_.empty()) return std::nullopt;
    const Area* area = store.areas.find(report_.key().area);
    const Instant moment = subject.owed->due == kNeverDue ? report_.now() : subject.owed->due;
    const Date day = day_of(store.zone.to_local(moment));
    for (const Role role : {Role::lead, Role::deputy}) {
      const Assignment* held = area == nullptr ? nullptr : area->assigned(report_.key().org, role, day);
      if (held == nullptr) continue;
      subject.head.officer = held->officer;
      return std::nullopt;
    }
    call.complain(say(msg::cli_new_nobody, report_.key().area.str(), report_.key().org.str(), format_date(day)), say(msg::cli_new_nobody_help));
    return kBadNews;
  }

  // The report of the period before, and those from directly below and beside.
  void look_around(Call& call, const Store& store, FormSubject& subject) {
    const ReportKey& key = report_.key();
    Diagnostics ignored;  // of reports that nobody asked about
    if (const Period before = advance(key.period, -1); before != key.period) {
      previous_ = load_filing(call.files(), store, key.area, key.org, before, ignored);
      if (previous_.report) subject.previous = &*previous_.report;
    }
    const auto& gathers = subject.owed->step == nullptr ? std::vector<OrgId>{} : subject.owed->step->gathers;
    for (const Obligation& one : expand(type(store), key.period, key.area, store)) {
      const bool below = one.org == key.org && parent_of(one.area) == key.area;
      const bool beside = one.area == key.area && std::find(gathers.begin(), gathers.end(), one.org) != gathers.end();
      if (one.kind != ObligationKind::report || (!below && !beside)) continue;
      auto came = load_delivery(call.files(), store, type(store), {one.area, one.org, key.period, false}, report_.now(), ignored);
      if (came) came_.push_back(std::move(*came));
    }
    for (const Delivery& one : came_) subject.came.push_back(&one);
  }

  int write(Call& call, const Store& store, const FormSubject& subject) {
    if (const auto refused = report_.lock(call)) return *refused;
    if (call.files().kind(report_.file()) != FileKind::missing) {
      call.complain(say(msg::cli_new_there, report_.file()), say(msg::cli_new_there_help, report_.as_typed()));
      return kBadNews;
    }
    report_.writer().put(report_.file(), yaml_form(store, subject, call.language()));
    return report_.write(call, report_.file());
  }

  OneReport report_;
  std::string officer_;
  bool text_ = false;
  std::string output_;
  Filing previous_;
  std::vector<Delivery> came_;
};

}  // namespace

std::unique_ptr<Command> make_new_report() { return std::make_unique<NewReport>(); }

}  // namespace nammo::cli
