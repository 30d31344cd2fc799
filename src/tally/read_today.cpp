#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "nammo/deliveries.h"
#include "nammo/rungs.h"
#include "nammo/today.h"
#include "tally/load_deliveries.h"
#include "tally/plainly_come.h"
#include "tally/reminder_periods.h"
#include "tally/post_standing.h"

namespace nammo {
namespace {

// What comes next is looked for in ever longer stretches of days; the longest holds a
// due of every regular report.
constexpr int kAhead[] = {8, 40, 400};

using InHand = std::set<std::pair<ReportTypeId, Period>>;

struct Reader {
  const FileReader& files;
  const Store& store;
  const TodayQuestion& question;
  Instant now;
  Date day;
};

Date day_at(const Reader& r, Instant moment) { return day_of(r.store.zone.to_local(moment)); }

// The organisation that asks and those that it gathers; one empty id for all.
std::vector<OrgId> organisations_of(const Reader& r) {
  std::vector<OrgId> organisations{r.question.org};
  if (r.question.org.empty()) return organisations;
  for (const ReportType& type : r.store.regime.types) {
    for (const Step& step : type.steps) {
      if (step.org == r.question.org) organisations.insert(organisations.end(), step.gathers.begin(), step.gathers.end());
    }
  }
  std::sort(organisations.begin(), organisations.end());
  organisations.erase(std::unique(organisations.begin(), organisations.end()), organisations.end());
  return organisations;
}

bool is_asked(const std::vector<OrgId>& organisations, const OrgId& org) {
  return std::any_of(organisations.begin(), organisations.end(), [&](const OrgId& one) { return one.empty() || one == org; });
}

// ---- the day, and the periods of which something is due on it -----------------------

std::vector<Obligation> due_between(const Reader& r, const DayRange& days, const std::vector<OrgId>& organisations) {
  std::vector<Obligation> due;
  for (const OrgId& org : organisations) {
    auto more = expand_due({days, r.question.area, {}, org, {}, {}}, r.store);
    std::move(more.begin(), more.end(), std::back_inserter(due));
  }
  std::stable_sort(due.begin(), due.end(), due_before);
  return due;
}

// Those of the first day from `from` on which something is due.
std::vector<Obligation> nearest_due(const Reader& r, Date from, const std::vector<OrgId>& organisations) {
  auto due = due_between(r, {from, from}, organisations);
  for (const int ahead : kAhead) {
    if (due.empty()) due = due_between(r, {from, plus_days(from, ahead)}, organisations);
  }
  if (due.empty()) return due;
  const Date first = day_at(r, due.front().due);
  std::erase_if(due, [&](const Obligation& o) { return day_at(r, o.due) != first; });
  return due;
}

void read_period(const Reader& r, const Period& period, const std::vector<OrgId>& organisations, const InHand& in_hand,
                 Today& today, Diagnostics& diagnostics) {
  for (const OrgId& org : organisations) {
    Status status = read_status(r.files, r.store, {r.question.area, {period}, org}, r.now, diagnostics);
    for (Delivery& delivery : status.deliveries) {
      if (in_hand.contains({delivery.obligation.report, period})) today.hours.push_back(std::move(delivery));
    }
    std::move(status.unexpected.begin(), status.unexpected.end(), std::back_inserter(today.unexpected));
  }
}

void add_posts(const Reader& r, const std::vector<OrgId>& organisations, const InHand& in_hand, Today& today,
               Diagnostics& diagnostics) {
  for (const auto& [type, period] : in_hand) {
    for (Obligation& o : expand(*r.store.regime.find(type), period, r.question.area, r.store)) {
      if (o.kind != ObligationKind::post || !is_asked(organisations, o.org)) continue;
      today.hours.push_back(load_post(r.files, std::move(o), r.now, diagnostics));
    }
  }
}

void read_hours(const Reader& r, const std::vector<OrgId>& organisations, const InHand& in_hand, Today& today,
                Diagnostics& diagnostics) {
  std::set<Period> periods;
  for (const auto& [type, period] : in_hand) periods.insert(period);
  for (const Period& period : periods) read_period(r, period, organisations, in_hand, today, diagnostics);
  add_posts(r, organisations, in_hand, today, diagnostics);
}

// ---- what is left from before -----------------------------------------------------

// Takes what is still owed, and of the findings those of files that cannot be read: the
// rest of an older report is for `check`.
void keep_owed(std::vector<Delivery>&& before, const Diagnostics& found, Today& today, Diagnostics& diagnostics) {
  std::set<std::string> readable;
  for (Delivery& delivery : before) {
    const Obligation& o = delivery.obligation;
    if (!delivery.filing.unreadable) readable.insert(report_path(o.area, o.org, o.period));
    if (!delivery.filing.review_unreadable) readable.insert(review_path(o.area, o.org, o.period));
    if (is_owed(delivery.standing)) today.earlier.push_back(std::move(delivery));
  }
  for (const Diagnostic& finding : found.items()) {
    if (!readable.contains(finding.where.file)) diagnostics.add(finding);
  }
}

void read_earlier(const Reader& r, const std::vector<OrgId>& organisations, const InHand& in_hand, Today& today,
                  Diagnostics& diagnostics) {
  const Instant morning = r.store.zone.to_instant(start_of(r.day));
  std::vector<Obligation> before;
  for (const ReportType& type : r.store.regime.types) {
    if (type.period == PeriodKind::adhoc) continue;
    for (const Period& period : reminder_periods(type, r.store, r.now)) {
      if (in_hand.contains({type.id, period})) continue;
      for (Obligation& o : expand(type, period, r.question.area, r.store)) {
        const bool report = o.kind == ObligationKind::report && is_asked(organisations, o.org);
        if (report && o.due < morning) before.push_back(std::move(o));
      }
    }
  }
  Diagnostics found;
  before = not_plainly_come(r.files, std::move(before), r.now);
  keep_owed(load_deliveries(r.files, r.store, std::move(before), r.now, found), found, today, diagnostics);
}

// ---- ad hoc reports -----------------------------------------------------------------

struct Adhoc {
  std::vector<Delivery> deliveries;
  Diagnostics found;
};

Adhoc read_adhoc(const Reader& r, const std::vector<OrgId>& organisations) {
  Adhoc adhoc;
  for (const ReportType& type : r.store.regime.types) {
    if (type.period != PeriodKind::adhoc) continue;
    for (const OrgId& org : organisations) {
      auto more = load_due(r.files, r.store, {reminder_days(type, r.now, r.store.zone), r.question.area, type.id, org, {}, {}},
                           r.now, adhoc.found);
      std::move(more.begin(), more.end(), std::back_inserter(adhoc.deliveries));
    }
  }
  return adhoc;
}

// The first day from today on which an ad hoc report is due.
std::optional<Date> nearest_day(const Reader& r, const std::vector<Delivery>& adhoc) {
  std::optional<Date> nearest;
  for (const Delivery& delivery : adhoc) {
    const Date day = day_at(r, delivery.obligation.due);
    if (day >= r.day) nearest = std::min(nearest.value_or(day), day);
  }
  return nearest;
}

// One that is due later than the day that is shown waits for its own.
void add_adhoc(const Reader& r, Adhoc&& adhoc, Date shown, Today& today, Diagnostics& diagnostics) {
  std::vector<Delivery> others;
  for (Delivery& delivery : adhoc.deliveries) {
    const Date day = day_at(r, delivery.obligation.due);
    if (day == shown) {
      today.hours.push_back(std::move(delivery));
    } else {
      others.push_back(std::move(delivery));
    }
  }
  keep_owed(std::move(others), adhoc.found, today, diagnostics);
  std::erase_if(today.earlier, [&](const Delivery& delivery) { return day_at(r, delivery.obligation.due) >= r.day; });
}

void sort_by_due(std::vector<Delivery>& deliveries) {
  std::stable_sort(deliveries.begin(), deliveries.end(),
                   [](const Delivery& a, const Delivery& b) { return due_before(a.obligation, b.obligation); });
}

}  // namespace

std::set<int> calendars_for_today(const Regime& regime, Instant now, const Zone& zone) {
  const Date day = day_of(zone.to_local(now));
  const int ahead = 2 * *std::rbegin(kAhead);  // the next day, and the one after it
  std::set<int> years = calendars_for({{day, plus_days(day, ahead)}, {}, {}, {}, {}, {}}, regime);
  for (const ReportType& type : regime.types) years.merge(reminder_calendars(type, now, zone));
  return years;
}

Today read_today(const FileReader& files, const Store& store, const TodayQuestion& question, Instant now,
                 Diagnostics& diagnostics) {
  Today today;
  today.question = question;
  today.now = now;
  today.day = day_of(store.zone.to_local(now));
  const Reader r{files, store, question, now, today.day};
  const auto organisations = organisations_of(r);
  Adhoc adhoc = read_adhoc(r, organisations);
  const auto due = nearest_due(r, r.day, organisations);
  const auto adhoc_day = nearest_day(r, adhoc.deliveries);
  const Date never = day_at(r, kNeverDue);
  const Date shown = std::min(due.empty() ? never : day_at(r, due.front().due), adhoc_day.value_or(never));
  today.is_due = shown == today.day;
  today.shown = shown == never ? today.day : shown;
  InHand in_hand;
  for (const Obligation& o : due) {
    if (day_at(r, o.due) == shown) in_hand.emplace(o.report, o.period);
  }
  read_hours(r, organisations, in_hand, today, diagnostics);
  add_adhoc(r, std::move(adhoc), shown, today, diagnostics);
  read_earlier(r, organisations, in_hand, today, diagnostics);
  const auto later = nearest_due(r, plus_days(today.shown, 1), organisations);
  if (!later.empty()) today.after = later.front().due;
  sort_by_due(today.hours);
  sort_by_due(today.earlier);
  return today;
}

}  // namespace nammo
