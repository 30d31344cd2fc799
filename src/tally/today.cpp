#include "nammo/today.h"

#include <algorithm>
#include <utility>

#include "nammo/rungs.h"

namespace nammo {
namespace {

bool is_post(const Delivery& delivery) { return delivery.obligation.kind == ObligationKind::post; }

bool owes(const Delivery& delivery) { return !is_post(delivery) && is_owed(delivery.standing); }

// Whose report the clerk's own is made from.
bool has_come(const Delivery& delivery) { return !is_post(delivery) && !owes(delivery); }

// What names a report on the command line; the organisation where another one would
// be taken for it.
NextCommand about(NextCommand::Why why, const std::string& command, const Delivery& delivery, const Today& today,
                  const Store& store) {
  const Obligation& o = delivery.obligation;
  NextCommand next{why, command, {today.question.area.str(), to_string(o.period)}};
  const ReportType* type = store.regime.find(o.report);
  if (type != nullptr && first_organisation(*type, o.period, today.question.area, store) != o.org) {
    next.arguments.insert(next.arguments.end(), {"--org", o.org.str()});
  }
  return next;
}

// A report is written once something has come that it can be made from.
bool can_compose(const Delivery& own, const Today& today) {
  bool fed = false;
  for (const Delivery& other : today.hours) {
    if (is_post(other) || is_own(today.question, other.obligation)) continue;
    if (other.obligation.period != own.obligation.period) continue;
    if (has_come(other)) return true;
    fed = true;
  }
  return !fed;
}

}  // namespace

OrgId speaking_organisation(const Store& store, const AreaId& id, Date day) {
  const Area* area = store.areas.find(id);
  if (area == nullptr || !area->valid_on(day)) return {};
  for (const Organisation& organisation : store.settings.organisations) {
    for (const ReportType& type : store.regime.types) {
      const bool reports = std::any_of(type.steps.begin(), type.steps.end(), [&](const Step& step) {
        return step.org == organisation.id && step.level == area->level;
      });
      if (reports && in_force(type, day) && in_scope(type, *area, day)) return organisation.id;
    }
  }
  return {};
}

bool is_own(const TodayQuestion& question, const Obligation& obligation) {
  return obligation.area == question.area && (question.org.empty() || obligation.org == question.org);
}

std::optional<Instant> next_hour(const Today& today) {
  std::optional<Instant> next;
  const auto take = [&](Instant moment) {
    if (moment > today.now) next = std::min(next.value_or(moment), moment);
  };
  for (const Delivery& delivery : today.hours) {
    if (is_post(delivery) ? delivery.standing.submitted.has_value() : !owes(delivery)) continue;
    if (delivery.obligation.target) take(*delivery.obligation.target);
    take(delivery.obligation.due);
    if (!is_post(delivery)) take(deadline_of(delivery));
  }
  return next ? next : today.after;
}

std::vector<const Delivery*> owed_today(const Today& today, const Store& store, Side side) {
  std::vector<const Delivery*> owed;
  const auto take = [&](const Delivery& delivery) {
    const bool asked = owes(delivery) && is_own(today.question, delivery.obligation) == (side == Side::own);
    if (asked && day_of(store.zone.to_local(deadline_of(delivery))) <= today.day) owed.push_back(&delivery);
  };
  std::for_each(today.hours.begin(), today.hours.end(), take);
  std::for_each(today.earlier.rbegin(), today.earlier.rend(), take);
  return owed;
}

std::vector<Debtor> debtors_of(const Today& today, const Store& store) {
  std::vector<Debtor> debtors;
  for (const Delivery* delivery : owed_today(today, store, Side::others)) {
    const OfficerId officer = responsible_officer(store, delivery->obligation);
    auto found = std::find_if(debtors.begin(), debtors.end(), [&](const Debtor& one) { return one.officer == officer; });
    if (found == debtors.end()) found = debtors.insert(found, Debtor{officer, {}});
    found->owed.push_back(delivery);
  }
  return debtors;
}

NextCommand next_command(const Today& today, const Store& store, const std::string& broken) {
  if (!broken.empty()) return {NextCommand::Why::mend, "check", {broken}};
  const auto own = owed_today(today, store, Side::own);
  for (const Delivery* one : own) {
    const Obligation& o = one->obligation;
    const bool begun = one->standing.state == State::returned || is_drafted(one->filing, today.now);
    if (begun) return {NextCommand::Why::finish, "check", {report_path(o.area, o.org, o.period)}};
    if (!can_compose(*one, today)) break;  // first what it is made from
    return about(NextCommand::Why::compose, "report", *one, today, store);
  }
  const auto others = owed_today(today, store, Side::others);
  const Delivery* owed = !others.empty() ? others.front() : !own.empty() ? own.front() : nullptr;
  if (owed != nullptr) return about(NextCommand::Why::chase, "status", *owed, today, store);
  return {NextCommand::Why::look, "due", {today.question.area.str()}};
}

}  // namespace nammo
