#pragma once

#include <map>
#include <string>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/tally.h"
#include "nammo/texts.h"

namespace nammo {

// What stands out against the periods before: a hint for people who know more,
// never a judgement.

// With fewer earlier periods there is no usual range, and nothing is new.
inline constexpr int kFewestEarlier = 8;
// A proposal is named from this many periods on.
inline constexpr int kUnansweredPeriods = 3;

// What an entry is about: its topic, else its field; the other one is empty.
struct Subject {
  CodeId topic;
  CodeId field;
  friend auto operator<=>(const Subject&, const Subject&) = default;
};

// ---- the past ---------------------------------------------------------------

// How many of the lowest areas that reported speak of a subject.
struct Mentions {
  int areas = 0;   // in a matter or an opinion
  int uneasy = 0;  // in an opinion that is concerned or frustrated
};

// What is remembered of a report's matters and proposals to know them again.
struct PastMatter {
  AreaId area;
  std::string id;
  std::string case_id;
  Subject subject;
  std::vector<AreaId> from;
  MatterSeverity severity = MatterSeverity::normal;
};
struct PastProposal {
  AreaId area;
  std::string id;
  std::string to;
  std::string text;
  std::vector<AreaId> from;
  bool answered = false;
};

// A period of one organisation, small enough to keep many. Everything is of the
// reports that count.
struct PastPeriod {
  OrgId org;
  Period period;
  std::map<IndicatorId, Total> totals;   // of the asked area's subtree; no `ytd`, which always rises
  std::map<Subject, Mentions> subjects;  // also those that only higher levels speak of, with 0 areas
  int reports = 0;                       // of any level
  int reporting = 0;                     // lowest areas that reported
  int expected = 0;                      // that should have
  int unreadable = 0;                    // files that could not be read as a report or review
  std::vector<PastMatter> matters;
  std::vector<PastProposal> proposals;
};
// Of the report's own organisation and type, without those that it gathers.
[[nodiscard]] PastPeriod remember(const Store& store, const Consolidated& report);

struct Past {
  std::vector<PastPeriod> periods;  // the oldest first; of gathered organisations too
};
// The periods before the question's that its report type looks back to. One period
// is in memory at a time. Where the figures are those of another type, they are
// read only when at least kFewestEarlier periods have a report of their own. `progress`,
// which may be null, is told of each period.
[[nodiscard]] Past read_past(const FileReader& files, const Store& store, const Question& question, Instant now,
                             Progress* progress, Diagnostics& diagnostics);

// ---- what stands out --------------------------------------------------------

// Where the earlier values lie, both ends included: their median and, to either
// side, `factor` times the median of their distances from it. At least a tenth of
// the median; and at least one where whole things or per cent are counted.
struct UsualRange {
  Decimal low;
  Decimal high;
  int periods = 0;  // how many earlier values it rests on
};

// A figure, or the number of areas that speak of a subject, above its usual range.
struct Rise {
  enum class Of { figure, subject, unease };
  Of of = Of::figure;
  const Indicator* indicator = nullptr;  // of a figure; into the store
  Subject subject;                       // of the others
  Decimal value;
  UsualRange usual;
  int reported = 0;  // what the value rests on
  int expected = 0;
};
// A subject of which no report of the earlier periods speaks.
struct NewSubject {
  Subject subject;
  int areas = 0;      // 0: only a higher level speaks of it
  int reporting = 0;  // lowest areas that reported
  int expected = 0;   // that should have
  int periods = 0;    // earlier ones with a report, all of which were looked at
};
// A matter that is graver than in the period before.
struct Worsened {
  Told<Situation> now;
  MatterSeverity before = MatterSeverity::normal;
};
// An open proposal without an answer, raised in several periods.
struct Unanswered {
  Told<Proposal> now;
  int times = 0;  // this period counted
  Period since;   // the first of them that was looked at
};

// Of one organisation. It points into the store and the report.
struct Trend {
  OrgId org;
  int periods = 0;  // earlier ones with a report
  std::vector<Rise> rises;
  std::vector<NewSubject> fresh;
  std::vector<Worsened> worsened;
  std::vector<Unanswered> unanswered;

  [[nodiscard]] bool empty() const;
};

// A total is compared only where at least half of those that should give it did,
// and with earlier ones that rest on at least half as many as it does. What is
// missing is no value, and never zero. A matter is known again by its case or its
// id, else by area and subject; one that is closed is not named. A proposal is
// known by its id, else by area, addressee and text; an answer begins its count anew.
// The report's own organisation first, then those that it gathers, of whose texts
// only those marked `up` are asked where the own report speaks for them.
[[nodiscard]] std::vector<Trend> find_trends(const Store& store, const Consolidated& report, const Past& past);

}  // namespace nammo
