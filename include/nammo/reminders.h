#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/rungs.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/time.h"

namespace nammo {

// Who must be told what at a moment (DESIGN 4 and 8). Reminders follow from the state
// of the reports, not from the hours at which somebody asks: however seldom or often
// that is, a rung is told once, and of the rungs that were passed by only the latest.

// ---- what was told before -----------------------------------------------------

inline constexpr const char* kSentLogFile = ".nammo/sent.log";

// What names a reminder: report, org, area, period, deadline, rung, audience and
// officer, with a space between. The deadline is in it, so that a due which moves is
// told anew; so is the officer, so that one who takes over is told, too.
[[nodiscard]] std::string reminder_key(const Delivery& delivery, const Rung& rung, const OfficerId& officer,
                                       const Zone& zone);

// The log of the reminders that were handed over, one line each: the time, the key,
// and the way (`text`, `mail` …).
class SentLog {
 public:
  SentLog() = default;
  // Takes the lines of `text`; one that is not in this form says nothing.
  explicit SentLog(std::string_view text);
  SentLog(const SentLog&) = delete;
  SentLog& operator=(const SentLog&) = delete;
  SentLog(SentLog&&) = default;
  SentLog& operator=(SentLog&&) = default;
  ~SentLog() = default;

  [[nodiscard]] bool holds(std::string_view key) const { return keys_.contains(key); }
  // The numbers, from 1, of the lines that are not in this form.
  [[nodiscard]] const std::vector<int>& odd_lines() const { return odd_lines_; }

 private:
  std::vector<char> text_;  // that the keys look into; its bytes stay where they are when it is moved
  std::unordered_set<std::string_view> keys_;
  std::vector<int> odd_lines_;
};

// The log of the store; an empty one where there is no file. Empty, with an error in
// `diagnostics`, when its bytes cannot be had: then nothing is known to be told.
[[nodiscard]] std::optional<SentLog> load_sent_log(const FileReader& files, Diagnostics& diagnostics);

// ---- what must be told ----------------------------------------------------------

// A report that somebody owes.
struct OwedReport {
  Delivery delivery;
  std::optional<Rung> rung;  // the latest that was reached; empty: none yet, it is due on the last day of the digest
  bool told = false;         // that rung was handed over before
};

// All that one person must be told at once.
struct Digest {
  OfficerId officer;
  Audience audience = Audience::officer;  // supervisor: of what others owe
  // What was sent back, then what is overdue, the latest first, then what is due, the
  // nearest first.
  std::vector<OwedReport> reports;
};

// A report of whose rung there is nobody to tell: neither lead nor deputy of that
// organisation on the day of the due, in the area or, for a supervisor, above it.
struct Unaddressed {
  OwedReport report;
  AreaId area;  // that has nobody
};

struct Reminders {
  std::vector<Digest> digests;           // by officer, own reports first
  std::vector<Unaddressed> unaddressed;  // each is told once, too, under an empty officer
  int unreadable = 0;                    // reports and reviews that are there and cannot be read
};

struct ReminderQuestion {
  AreaId root;        // with all that lies below it; empty: everything
  OfficerId officer;  // empty: everybody
};

// The years whose calendars must be loaded before reminders are found.
[[nodiscard]] std::set<int> calendars_for_reminders(const Regime& regime, Instant now, const Zone& zone);

// What must be told at `now`: of every report type with `remind`, the reports of the
// last `lookback` periods that are over and of those that have begun or have a rung
// reached; ad hoc ones due in as many weeks. A digest is there when one of its rungs
// was not told; it names everything that its officer owes until the end of the last
// day on which something in it is due. In the quiet hours only what is due before
// they end. A supervisor is the lead, else the deputy, of the area above; a top area
// has none.
[[nodiscard]] Reminders find_reminders(const FileReader& files, const Store& store, const ReminderQuestion& question,
                                       Instant now, const SentLog& sent, Diagnostics& diagnostics);

// The lines that say that a digest, or that nobody, was told at `now`.
[[nodiscard]] std::string sent_lines(const Digest& digest, Instant now, const Zone& zone, std::string_view way);
[[nodiscard]] std::string sent_lines(const Unaddressed& unaddressed, Instant now, const Zone& zone);

}  // namespace nammo
