#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "rules/judged.h"
#include "rules/raw_text.h"
#include "rules/walk.h"

namespace nammo::rules {

// Why a file is read: not at all, to judge another one, or to be judged.
enum class Use : std::uint8_t { none, context, judged };

// What all areas are judged with. Shared by the threads; nothing in it changes.
struct Plan {
  const FileReader& files;
  const RawTextScanner& scanner;
  const Background& background;
  std::set<std::string> hashed;  // files whose hash is asked for
  std::vector<IndicatorId> reconciled;  // the indicators whose claims are compared
  bool reconciles_nil = false;      // a nil report gives one of them as zero
  bool reconciles_entries = false;  // one of them is reckoned from activities
};

struct AreaFindings {
  Diagnostics findings;
  std::vector<DueDay> due_days;
  std::vector<Filing> claims;
  std::vector<std::pair<std::string, std::string>> hashes;  // path, "sha256:…"
};

// Reads the reports and reviews of one area, each once, and judges those that are
// to be judged. `uses`: one for each of area.reports.
[[nodiscard]] AreaFindings judge_area(const Plan& plan, const AreaFiles& area, const std::vector<Use>& uses,
                                      PeriodCache& periods);

}  // namespace nammo::rules
