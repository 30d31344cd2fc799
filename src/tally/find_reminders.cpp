#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "nammo/deliveries.h"
#include "nammo/reminders.h"
#include "nammo/status.h"
#include "tally/load_deliveries.h"
#include "tally/plainly_come.h"
#include "tally/reminder_periods.h"

namespace nammo {
namespace {

struct Reader {
  const FileReader& files;
  const Store& store;
  const ReminderQuestion& question;
  Instant now;
  const SentLog& sent;
};

// What one person is told if anything in it `speaks` now.
struct Pending {
  std::vector<OwedReport> reports;
  bool speaks = false;
};
using PendingDigests = std::map<std::pair<OfficerId, Audience>, Pending>;

// ---- the reports ----------------------------------------------------------

std::vector<Delivery> load_reports(const Reader& r, const ReportType& type, Diagnostics& diagnostics) {
  if (type.period == PeriodKind::adhoc) {
    const DueQuestion question{reminder_days(type, r.now, r.store.zone), r.question.root, type.id, {}, {}, {}};
    return load_due(r.files, r.store, question, r.now, diagnostics);
  }
  std::vector<Obligation> reports;
  std::vector<Obligation> old;  // due before today: whoever owed one was told of it while it was read whole
  const Instant morning = r.store.zone.to_instant(start_of(day_of(r.store.zone.to_local(r.now))));
  for (const Period& period : reminder_periods(type, r.store, r.now)) {
    for (Obligation& o : expand(type, period, r.question.root, r.store)) {
      if (o.kind == ObligationKind::report) (o.due < morning ? old : reports).push_back(std::move(o));
    }
  }
  old = not_plainly_come(r.files, std::move(old), r.now);
  std::move(old.begin(), old.end(), std::back_inserter(reports));
  return load_deliveries(r.files, r.store, std::move(reports), r.now, diagnostics);
}

// Only what is said of files that cannot be read at all: the rest is for `check`.
void keep_unreadable(const Delivery& delivery, std::set<std::string>& files, Reminders& reminders) {
  const Obligation& o = delivery.obligation;
  if (delivery.filing.unreadable) files.insert(report_path(o.area, o.org, o.period));
  if (delivery.filing.review_unreadable) files.insert(review_path(o.area, o.org, o.period));
  reminders.unreadable += count_unreadable(delivery.filing);
}

void append_about(const std::set<std::string>& files, const Diagnostics& found, Diagnostics& diagnostics) {
  for (const Diagnostic& finding : found.items()) {
    if (files.contains(finding.where.file)) diagnostics.add(finding);
  }
}

// ---- who is told ------------------------------------------------------------

struct Addressee {
  AreaId area;        // in which an officer is looked for; empty: above a top area
  OfficerId officer;  // empty: there is none
};

Addressee addressee_of(const Store& store, const Obligation& obligation, Audience audience) {
  if (audience == Audience::officer) return {obligation.area, responsible_officer(store, obligation)};
  Obligation above = obligation;
  above.area = parent_of(obligation.area);
  return {above.area, responsible_officer(store, above)};
}

std::optional<Rung> latest_reached(const std::vector<Rung>& rungs, Audience audience, Instant now) {
  std::optional<Rung> latest;
  for (const Rung& rung : rungs) {
    if (rung.audience == audience && rung.at <= now) latest = rung;
  }
  return latest;
}

// When the quiet hours end that hold `now`; empty outside of them.
std::optional<Instant> quiet_until(const ReportType& type, Instant now, const Zone& zone) {
  if (!type.quiet || type.quiet->from == type.quiet->to) return std::nullopt;
  const LocalTime local = zone.to_local(now);
  const Date today = day_of(local);
  const auto time = local - start_of(today);
  const auto [from, to] = *type.quiet;
  const bool overnight = from > to;
  const bool quiet = overnight ? time >= from || time < to : time >= from && time < to;
  if (!quiet) return std::nullopt;
  const Date morning = overnight && time >= from ? plus_days(today, 1) : today;
  return zone.to_instant(start_of(morning) + to);
}

// In the quiet hours only what is due before they end can be told with any use.
bool is_held(const ReportType& type, const Delivery& delivery, Instant now, const Zone& zone) {
  const auto until = quiet_until(type, now, zone);
  const Instant deadline = deadline_of(delivery);
  return until && !(deadline > now && deadline <= *until);
}

void address(const Reader& r, const ReportType& type, const Delivery& delivery, Audience audience,
             PendingDigests& pending, Reminders& reminders) {
  const auto rung = latest_reached(rungs_of(type, delivery, r.now), audience, r.now);
  if (!rung && audience == Audience::supervisor) return;
  const Addressee who = addressee_of(r.store, delivery.obligation, audience);
  if (who.area.empty() || (!r.question.officer.empty() && who.officer != r.question.officer)) return;
  const bool told = rung && r.sent.holds(reminder_key(delivery, *rung, who.officer, r.store.zone));
  const bool speaks = rung && !told && !is_held(type, delivery, r.now, r.store.zone);
  if (who.officer.empty()) {
    if (speaks) reminders.unaddressed.push_back({{delivery, rung, false}, who.area});
    return;
  }
  Pending& one = pending[{who.officer, audience}];
  one.reports.push_back({delivery, rung, told});
  one.speaks = one.speaks || speaks;
}

// ---- what a digest holds -------------------------------------------------------

Date day_due(const OwedReport& report, const Zone& zone) { return day_of(zone.to_local(deadline_of(report.delivery))); }

// What is due later than the last day of which a rung speaks can wait.
void cut_at_last_day(std::vector<OwedReport>& reports, const Zone& zone) {
  std::optional<Date> last;
  for (const OwedReport& report : reports) {
    if (report.rung) last = std::max(last.value_or(day_due(report, zone)), day_due(report, zone));
  }
  std::erase_if(reports, [&](const OwedReport& report) { return !report.rung && (!last || day_due(report, zone) > *last); });
}

// 0 sent back, 1 overdue, 2 ahead; within these by urgency.
auto urgency(const OwedReport& report, Instant now) {
  const Instant deadline = deadline_of(report.delivery);
  const bool overdue = deadline <= now;
  const int group = report.delivery.standing.state == State::returned ? 0 : overdue ? 1 : 2;
  const auto distance = overdue ? now - deadline : deadline - now;
  return std::tuple(group, distance, report.delivery.obligation.report, report.delivery.obligation.area);
}

void add_digests(PendingDigests&& pending, const Reader& r, Reminders& reminders) {
  for (auto& [key, one] : pending) {
    if (!one.speaks) continue;
    cut_at_last_day(one.reports, r.store.zone);
    std::stable_sort(one.reports.begin(), one.reports.end(), [&](const OwedReport& a, const OwedReport& b) {
      return urgency(a, r.now) < urgency(b, r.now);
    });
    reminders.digests.push_back({key.first, key.second, std::move(one.reports)});
  }
}

}  // namespace

Reminders find_reminders(const FileReader& files, const Store& store, const ReminderQuestion& question, Instant now,
                         const SentLog& sent, Diagnostics& diagnostics) {
  const Reader r{files, store, question, now, sent};
  Reminders reminders;
  PendingDigests pending;
  std::set<std::string> unreadable;
  Diagnostics found;
  for (const ReportType& type : store.regime.types) {
    if (type.remind.empty()) continue;
    for (const Delivery& delivery : load_reports(r, type, found)) {
      keep_unreadable(delivery, unreadable, reminders);
      if (!is_owed(delivery.standing)) continue;
      address(r, type, delivery, Audience::officer, pending, reminders);
      address(r, type, delivery, Audience::supervisor, pending, reminders);
    }
  }
  append_about(unreadable, found, diagnostics);
  add_digests(std::move(pending), r, reminders);
  return reminders;
}

}  // namespace nammo
