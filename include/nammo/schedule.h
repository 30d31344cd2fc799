#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/area.h"
#include "nammo/period.h"
#include "nammo/regime.h"
#include "nammo/report.h"
#include "nammo/store.h"
#include "nammo/time.h"

namespace nammo {

// ---- working days -------------------------------------------------------

// A working Saturday counts; a day off or of the weekend does not. A year whose
// calendar is not loaded has only weekends.
[[nodiscard]] bool is_working_day(Date day, const Store& store);

// ---- windows and dues ---------------------------------------------------

// The half-open time span [start, end) that a period of a report type covers.
struct Window {
  Instant start{};
  Instant end{};
  friend bool operator==(const Window&, const Window&) = default;
};

// True for a period of the kind of `type`; for a once report, of its own id.
[[nodiscard]] bool is_period_of(const ReportType& type, const Period& period);

// The window of `period`, moved with the holidays where the regime says so
// (`closes` windows only; DESIGN section 5). A regular type without a rule has
// calendar periods. Empty for ad hoc periods and for a rule that does not fit the
// kind of period.
[[nodiscard]] std::optional<Window> window_of(const ReportType& type, const Period& period,
                                              const Store& store);

struct Due {
  Instant nominal{};
  Instant effective{};
  Date nominal_day{};
};
// The due of the step (or post) `step` of `type`. Empty without a due rule.
[[nodiscard]] std::optional<Due> due_of(const ReportType& type, const Step& step,
                                        const Period& period, const Store& store);

// The hour that the office sets itself, moved like the step; empty without one.
[[nodiscard]] std::optional<Instant> target_of(const ReportType& type, const Step& step,
                                               const Period& period, const Store& store);

// The regular period of `type` whose window holds `moment`; empty for ad hoc
// and once types.
[[nodiscard]] std::optional<Period> period_at(const ReportType& type, Instant moment,
                                              const Store& store);

// The periods of a regular `type` that a longer one of window `span` is made of, in
// order of time: those whose window ends within it, after its start and not after
// its end; weeks, which lie across such bounds, where the nominal due of the last
// step falls, not before the start and before the end (trap T10).
[[nodiscard]] std::vector<Period> periods_within(const ReportType& type, const Window& span, const Store& store);

// The years whose calendars the dues and windows of `period` may depend on, so
// those to load: also the neighbours of a due close to the turn of a year. None
// where days off move nothing.
[[nodiscard]] std::vector<int> calendar_years(const ReportType& type, const Period& period);
// The years in which the dues of `period` fall nominally: those whose calendar
// must be confirmed. None where days off move nothing.
[[nodiscard]] std::vector<int> due_years(const ReportType& type, const Period& period);

// A step that is not due after a step before it which feeds it (a lower level of
// its organisation, or what it `gathers`): `regime-cascade`.
struct CascadeBreak {
  const Step* feeding = nullptr;  // both into the report type
  const Step* step = nullptr;
};
// In the order of the steps, by their nominal dues.
[[nodiscard]] std::vector<CascadeBreak> cascade_breaks(const ReportType& type, const Settings& settings);

// ---- obligations --------------------------------------------------------

enum class ObligationKind { report, post };

// One expected report (or post): DESIGN section 2, principle 3.
struct Obligation {
  ReportTypeId report;
  OrgId org;
  AreaId area;
  Period period;
  ObligationKind kind = ObligationKind::report;
  Window window;
  Instant due_nominal{};
  Instant due{};  // effective
  std::optional<Instant> target;
  std::vector<RecipientId> to;
  const Step* step = nullptr;  // into the store's regime

  friend bool operator==(const Obligation&, const Obligation&) = default;
};

// True when the regime's `since` and `until` hold that day, the day of a nominal due.
[[nodiscard]] bool in_force(const ReportType& type, Date day);
// True when `area` lies in the scope of `type` on that day (level not asked).
[[nodiscard]] bool in_scope(const ReportType& type, const Area& area, Date day);

// The obligations of one report type and regular (or once) period in the subtree
// of `root` (all areas when it is empty), sorted by due, report, org, area as
// bytes. Reports and posts both. None when the period has no window.
[[nodiscard]] std::vector<Obligation> expand(const ReportType& type, const Period& period,
                                             const AreaId& root, const Store& store);

// Later than every moment of a store: the due of an ad hoc report of which nothing
// says until when it must come. It is never late.
inline constexpr Instant kNeverDue{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31}};

// The obligation of an ad hoc report, which exists when at `now` its file is there
// or a review asks for it (DESIGN 5). Due when the request says; else `first` after
// it occurred, or `written` when the report continues another. `continued` is that
// one, for a report that does not repeat when it occurred; may be null. The window
// is the day in the period's name.
[[nodiscard]] std::optional<Obligation> expand_adhoc(const ReportType& type, const ReportKey& key,
                                                     const Filing& filing, const Report* continued,
                                                     const Store& store, Instant now);

// The first organisation of nammo.yaml with a report due from `area` for that
// period, else for a period that its figures are taken from (`figures_from`); empty
// when there is none.
[[nodiscard]] OrgId first_organisation(const ReportType& type, const Period& period, const AreaId& area,
                                       const Store& store);

// ---- what a person types for a period ------------------------------------

struct ChosenPeriod {
  const ReportType* type = nullptr;
  Period period;
};
// `2024-W19`, `W19` (of the year of `now`), `2024-05`, a date (the window that
// holds it), `this`, `last`; nothing: the period due today at the level of
// `area`, else the last that was due (DESIGN 8). A date, `this`, `last` and
// nothing mean the shortest regular type; an empty `org` stands for any. Empty,
// with a sentence in `problem` that shows examples, when it names no period of
// the regime.
[[nodiscard]] std::optional<ChosenPeriod> choose_period(std::string_view typed, const AreaId& area,
                                                        const OrgId& org, const Store& store, Instant now,
                                                        Text& problem);

// ---- states -------------------------------------------------------------

enum class State { upcoming, draft, missing, late, submitted, returned, accepted };
enum class Timeliness { on_time, late, missing, not_yet_due };

// How an obligation stands at a moment (DESIGN section 5).
struct Standing {
  State state = State::upcoming;
  Timeliness timeliness = Timeliness::not_yet_due;
  std::optional<Instant> submitted;     // the time that counts; empty when nothing was submitted
  std::optional<Instant> returned_due;  // the due of the return in force or last answered
  bool counts = false;                  // in figures and texts: submitted, late, accepted
  std::string because;                  // why it was returned, while it is
};
[[nodiscard]] Standing standing_of(const Obligation& obligation, const Filing& filing, Instant now);
// The same where nothing is ever due: what lies there at `now`, and no more.
[[nodiscard]] Standing standing_without_due(const Filing& filing, Instant now);

// An obligation with what was delivered for it and how that stands.
struct Delivery {
  Obligation obligation;
  Filing filing;
  Standing standing;
};

// "upcoming", "draft" … as in JSON.
[[nodiscard]] std::string_view to_string(State state);

}  // namespace nammo
