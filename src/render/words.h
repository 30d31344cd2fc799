#pragma once

#include <string>

#include "nammo/report.h"
#include "nammo/schedule.h"
#include "nammo/text.h"

namespace nammo {

// The codes of a report as people read them (DESIGN section 3); empty for "none given".
[[nodiscard]] std::string word(MatterSeverity severity, Language language);
[[nodiscard]] std::string word(Breadth breadth, Language language);
[[nodiscard]] std::string word(Stance stance, Language language);
[[nodiscard]] std::string word(MatterStatus status, Language language);
[[nodiscard]] std::string word(MatterFlag flag, Language language);
[[nodiscard]] std::string word(ProposalKind kind, Language language);
[[nodiscard]] std::string word(ProposalStatus status, Language language);
[[nodiscard]] std::string word(DirectiveProgress progress, Language language);
[[nodiscard]] std::string word(DialogueStage stage, Language language);
[[nodiscard]] std::string word(ModelStatus status, Language language);
// How an obligation stands: "chưa nộp (quá hạn)".
[[nodiscard]] std::string word(State state, Language language);

}  // namespace nammo
