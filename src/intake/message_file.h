#pragma once

#include "intake/message.h"
#include "nammo/intake.h"

namespace nammo::intake {

// Who a message is from, once that is known.
struct Identity {
  const ReportType* type = nullptr;
  const Area* area = nullptr;
  Period period;
  OrgId org;
  OfficerId officer;
  std::optional<Instant> submitted;
};
// The file for a message that was taken apart: its text, where its lines come from, and what
// was filled in. Empty after an error: no field is given and the store has none to fall back on.
[[nodiscard]] std::optional<MessageReport> write_message(const MessageParts& message, const Identity& identity, const std::string& file,
                                                         const Store& store, Diagnostics& diagnostics);

}  // namespace nammo::intake
