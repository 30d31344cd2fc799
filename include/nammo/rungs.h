#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "nammo/regime.h"
#include "nammo/schedule.h"
#include "nammo/time.h"

namespace nammo {

// The moments at which somebody is told of a report that has not come: the rungs of
// the regime's `remind`, and a report that was sent back (DESIGN 4).

enum class Audience : std::uint8_t {
  officer,    // who answers for the area
  supervisor  // who answers for the area above it
};

struct Rung {
  Audience audience = Audience::officer;
  std::optional<Minutes> offset;  // from the deadline, negative before it; empty: the return itself
  Instant at{};

  friend bool operator==(const Rung&, const Rung&) = default;
};

// "-24h", "+0h", "+90m": as reporting.yaml gives it.
[[nodiscard]] std::string offset_name(Minutes offset);

// Until when the report must come now: its due, or the later one that a return gave.
[[nodiscard]] Instant deadline_of(const Delivery& delivery);

// True while something is owed: nothing was submitted, or it was sent back.
[[nodiscard]] bool is_owed(const Standing& standing);

// True when at `now` a report is there that nobody submitted: a draft, one that was
// edited after it was sent back, or a file that cannot be read.
[[nodiscard]] bool is_drafted(const Filing& filing, Instant now);

// The rungs of a report in order of time, those ahead of `now` too. After a return:
// that return, and the rungs of the later deadline that come after it, because what
// was in is not owed before. Of one that is never due: the return alone. A post has
// none.
[[nodiscard]] std::vector<Rung> rungs_of(const ReportType& type, const Delivery& delivery, Instant now);

}  // namespace nammo
