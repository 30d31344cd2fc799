#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "nammo/consolidated.h"

namespace nammo {

// Reads what was filed for each obligation, in their order. Findings come in that
// order too, whatever the number of threads.
[[nodiscard]] std::vector<Delivery> load_deliveries(const FileReader& files, const Store& store,
                                                    std::vector<Obligation> obligations, Instant now,
                                                    Diagnostics& diagnostics);
// The same as one part of a reading that the caller begins and ends.
[[nodiscard]] std::vector<Delivery> load_part(const FileReader& files, const Store& store,
                                              std::vector<Obligation> obligations, Instant now, Progress& progress,
                                              Diagnostics& diagnostics);
// The same for one organisation and period, by what `index` keeps, which it gets what it
// may keep from now on: some of the filings are abridged.
[[nodiscard]] std::vector<Delivery> load_kept(const FileReader& files, const Store& store,
                                              std::vector<Obligation> obligations, Instant now, Progress& progress,
                                              const FilingIndex& index, Diagnostics& diagnostics);
// For so many reports.
inline constexpr std::size_t kWorthAnIndex = 256;

// What `area` itself owes, no post.
[[nodiscard]] std::vector<Obligation> own_obligations(const ReportType& type, const OrgId& org, const Period& period,
                                                      const AreaId& area, const Store& store);
// The reports and reviews among them that could not be read.
[[nodiscard]] int count_unreadable(std::span<const Delivery> deliveries);

// The ad hoc reports of that period in the subtree that is asked about: those that
// are there or were asked for.
[[nodiscard]] std::vector<Delivery> load_adhoc(const FileReader& files, const Store& store,
                                               const Question& question, Instant now, Diagnostics& diagnostics);

// One of them; empty when it is not expected at `now`.
[[nodiscard]] std::optional<Delivery> load_adhoc_report(const FileReader& files, const Store& store,
                                                        const ReportType& type, const ReportKey& key, Instant now,
                                                        Diagnostics& diagnostics);
// True when `org` has a step of that level in `type`.
[[nodiscard]] bool reports_adhoc(const ReportType& type, const LevelId& level, const OrgId& org);

}  // namespace nammo
