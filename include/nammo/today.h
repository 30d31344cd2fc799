#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/regime.h"
#include "nammo/schedule.h"
#include "nammo/status.h"
#include "nammo/store.h"
#include "nammo/time.h"

namespace nammo {

// The day of the clerk who chases, checks and takes in the reports of an area
// (DESIGN 1 and 8).

struct TodayQuestion {
  AreaId area;  // whose clerk asks; with all that lies below it
  OrgId org;    // with the organisations whose reports it gathers; empty: every one
};

// The organisation for which the clerk of an area speaks where none is named: the first
// of nammo.yaml that has to report there on that day; empty when none has.
[[nodiscard]] OrgId speaking_organisation(const Store& store, const AreaId& area, Date day);

struct Today {
  TodayQuestion question;
  Instant now{};
  Date day{};    // of `now` in the store's zone
  Date shown{};  // that day, or the next on which something is due; `day` when nothing is at all
  bool is_due = false;  // something is due on `day` itself
  // The reports and posts, of any day, of every period of which something is due on the
  // day that is shown, and the ad hoc ones due on that day. In the order of due_before.
  std::vector<Delivery> hours;
  // What is owed of other periods, and was due before: within the `lookback` of each
  // report type. In the same order.
  std::vector<Delivery> earlier;
  std::vector<UnexpectedReport> unexpected;  // of the periods of `hours`
  std::optional<Instant> after;  // the first due of a regular report on a later day than the one shown
};

// The years whose calendars must be loaded before a day is read.
[[nodiscard]] std::set<int> calendars_for_today(const Regime& regime, Instant now, const Zone& zone);

// Reads the reports of those periods, and no other file. Of `hours` all findings are
// in `diagnostics`, of `earlier` those of files that cannot be read; an earlier report
// that says plainly that it was submitted is not read whole, so what is wrong in it is
// for `check`.
[[nodiscard]] Today read_today(const FileReader& files, const Store& store, const TodayQuestion& question, Instant now,
                               Diagnostics& diagnostics);

// True for a report of the clerk's own unit, not of one that reports to it.
[[nodiscard]] bool is_own(const TodayQuestion& question, const Obligation& obligation);

// The next moment after `now` at which something of `hours` must be done that is not:
// a due, the later due of a return, or the hour that an office sets itself; else the
// first due after that day. Empty when there is none.
[[nodiscard]] std::optional<Instant> next_hour(const Today& today);

// The reports that are owed and must be in by the end of the day, those of `hours`
// first, then the earlier ones, the latest first; the clerk's own, or those of the units that report to it.
enum class Side : std::uint8_t { own, others };
[[nodiscard]] std::vector<const Delivery*> owed_today(const Today& today, const Store& store, Side side);

// What one officer owes of them. An empty id: nobody answers for them.
struct Debtor {
  OfficerId officer;
  std::vector<const Delivery*> owed;  // into the day
};
// Of the units that report to the clerk's, in the order in which they first owe.
[[nodiscard]] std::vector<Debtor> debtors_of(const Today& today, const Store& store);

// What to type next, chosen by how things stand.
struct NextCommand {
  enum class Why : std::uint8_t {
    mend,     // check: a file cannot be read or is wrong
    finish,   // check: the unit's own report is a draft or was sent back
    compose,  // report: the unit's own report is to be written from what came in
    chase,    // status: somebody owes something
    look      // due: nothing is to be done
  };
  Why why = Why::look;
  std::string command;  // "check", "report", "status" or "due"
  std::vector<std::string> arguments;
};
// `broken`: the file of the first error of the day; empty when there is none.
[[nodiscard]] NextCommand next_command(const Today& today, const Store& store, const std::string& broken);

}  // namespace nammo
