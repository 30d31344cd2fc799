#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/evidence.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/store.h"

namespace nammo {

// Who has sent what (DESIGN sections 5 and 8).

struct StatusQuestion {
  AreaId area;                  // with its whole subtree
  std::vector<Period> periods;  // of one kind, in order of time; one or a range
  OrgId org;                    // empty: every organisation
};

// A report that is there and that nobody expects, because of its organisation,
// its area, or the dates of either. It is listed and never counted.
struct UnexpectedReport {
  ReportTypeId report;  // empty: no type of the regime has such periods
  OrgId org;
  AreaId area;
  Period period;
  Filing filing;
  Standing standing;  // as of one that is never due
};

struct Status {
  StatusQuestion question;
  Instant now{};
  // Every expected report (no posts) of the question's periods, as it stands at
  // `now`; sorted by area, report, org as bytes, then by period.
  std::vector<Delivery> deliveries;
  std::vector<UnexpectedReport> unexpected;  // in the same order
  std::optional<GitEvidence> evidence;  // where it was asked for
  int unreadable = 0;  // reports and reviews whose file is there and cannot be read
};

// Reads the reports that are expected, those that nobody expects, and no other
// file. What cannot be read is in `diagnostics`, counted in `unreadable`, and the
// report counts as a draft.
[[nodiscard]] Status read_status(const FileReader& files, const Store& store, const StatusQuestion& question,
                                 Instant now, Diagnostics& diagnostics);

// Numbers of obligations. Always: expected = on_time + late + missing + not_yet_due,
// and received = on_time + late. Returned and nil ones are among the received.
struct StatusCounts {
  int expected = 0;
  int received = 0;
  int on_time = 0;
  int late = 0;
  int returned = 0;
  int nil = 0;
  int missing = 0;
  int not_yet_due = 0;

  friend bool operator==(const StatusCounts&, const StatusCounts&) = default;
};
[[nodiscard]] StatusCounts count_status(std::span<const Delivery> deliveries);

struct LevelCounts {
  LevelId level;
  StatusCounts counts;
};
// Top level first; only levels of which something is expected.
[[nodiscard]] std::vector<LevelCounts> count_by_level(const Store& store, std::span<const Delivery> deliveries);

// What the report says of itself: nil or not. Empty where at `now` there is no
// report, or none that can be read.
[[nodiscard]] std::optional<bool> says_nil(const Filing& filing, Instant now);

// Who answers for the report: on the day of its due the lead of that organisation
// in the area, else the deputy; empty when there is neither. Without a due, on the
// day in the period's name.
[[nodiscard]] OfficerId responsible_officer(const Store& store, const Obligation& obligation);

}  // namespace nammo
