#include "cli/new_form.h"

#include <algorithm>

#include "cli/change.h"
#include "cli/choices.h"
#include "nammo/deliveries.h"

namespace nammo::cli {

std::optional<int> NewForm::prepare(Call& call, const std::string& officer) {
  if (const auto refused = load(call, officer)) return refused;
  const ReportKey& key = report_.key();
  subject_.head = {report_.type().id, key.org, key.area, key.period, {}};
  if (const auto refused = take_obligation(call)) return refused;
  if (const auto refused = take_officer(call, officer)) return refused;
  look_around(call);
  return std::nullopt;
}

std::optional<int> NewForm::load(Call& call, const std::string& officer) {
  store_ = report_.store();
  Diagnostics findings;
  load_catalog(call.files(), *store_, findings);
  load_officers(call.files(), *store_, findings);
  if (call.refuse_broken_settings(findings)) return kNoStore;
  if (!knows_officer(call, *store_, officer)) return kWrongCall;
  return std::nullopt;
}

// A report that nobody expects has no form, nor has one of a time to come.
std::optional<int> NewForm::take_obligation(Call& call) {
  const ReportKey& key = report_.key();
  for (const Obligation& one : expand(report_.type(), key.period, key.area, *store_)) {
    if (one.kind == ObligationKind::report && one.org == key.org && one.area == key.area) subject_.owed = one;
  }
  if (key.period.kind == PeriodKind::adhoc) {
    Diagnostics ignored;
    Filing filing = load_filing(call.files(), *store_, key.area, key.org, key.period, ignored);
    filing.exists = true;
    subject_.owed = expand_adhoc(report_.type(), key, filing, nullptr, *store_, report_.now());
  }
  if (!subject_.owed) return refuse_unexpected(call);
  if (subject_.owed->window.start <= report_.now()) return std::nullopt;
  return report_.refuse_ahead(call, subject_.owed->window.start);
}

std::optional<int> NewForm::refuse_unexpected(Call& call) const {
  const ReportKey& key = report_.key();
  const Area* area = store_->areas.find(key.area);
  const auto window = window_of(report_.type(), key.period, *store_);
  if (area != nullptr && window && area->until && !area->valid_on(day_of(store_->zone.to_local(window->end)))) {
    call.complain(say(msg::cli_new_closed, named(*area), format_date(*area->until), to_string(key.period)), say(msg::cli_new_closed_help));
  } else {
    call.complain(say(msg::cli_nobody_expects, report_.file()), say(msg::cli_nothing_due_help));
  }
  return kBadNews;
}

std::optional<int> NewForm::take_officer(Call& call, const std::string& officer) {
  subject_.head.officer = OfficerId{officer};
  if (!officer.empty()) return std::nullopt;
  const Area* area = store_->areas.find(report_.key().area);
  const Instant moment = subject_.owed->due == kNeverDue ? report_.now() : subject_.owed->due;
  const Date day = day_of(store_->zone.to_local(moment));
  for (const Role role : {Role::lead, Role::deputy}) {
    const Assignment* held = area == nullptr ? nullptr : area->assigned(report_.key().org, role, day);
    if (held == nullptr) continue;
    subject_.head.officer = held->officer;
    return std::nullopt;
  }
  call.complain(say(msg::cli_new_nobody, report_.key().area.str(), report_.key().org.str(), format_date(day)), say(msg::cli_new_nobody_help));
  return kBadNews;
}

// The report of the period before, and those from directly below and beside.
void NewForm::look_around(Call& call) {
  const ReportKey& key = report_.key();
  Diagnostics ignored;  // of reports that nobody asked about
  if (const Period before = advance(key.period, -1); before != key.period) {
    previous_ = load_filing(call.files(), *store_, key.area, key.org, before, ignored);
    if (previous_.report) subject_.previous = &*previous_.report;
  }
  const auto& gathers = subject_.owed->step == nullptr ? std::vector<OrgId>{} : subject_.owed->step->gathers;
  for (const Obligation& one : expand(report_.type(), key.period, key.area, *store_)) {
    const bool below = one.org == key.org && parent_of(one.area) == key.area;
    const bool beside = one.area == key.area && std::find(gathers.begin(), gathers.end(), one.org) != gathers.end();
    if (one.kind != ObligationKind::report || (!below && !beside)) continue;
    auto came = load_delivery(call.files(), *store_, report_.type(), {one.area, one.org, key.period, false}, report_.now(), ignored);
    if (came) came_.push_back(std::move(*came));
  }
  for (const Delivery& one : came_) subject_.came.push_back(&one);
}

}  // namespace nammo::cli
