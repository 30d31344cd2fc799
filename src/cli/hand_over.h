#pragma once

#include <span>
#include <string>

#include "cli/call.h"
#include "nammo/reminders.h"

namespace nammo::cli {

// How reminders reach people.
struct HandOverWay {
  std::string mail;    // a command that takes a message on stdin; empty: print
  std::string from;    // the sender of the messages; may be empty
  std::string format;  // text, md, json or ics
  std::string output;  // a file; empty: stdout
  bool dry_run = false;
};

// Hands reminders over, one digest after the other, and notes each in the log when it
// was: what fails is told by the next run.
class HandOver {
 public:
  HandOver(Call& call, const Store& store, const HandOverWay& way, Instant now)
      : call_(call), store_(store), way_(way), now_(now) {}

  // An exit status. A message that could not be handed over does not keep the others
  // back; a log that cannot be written does.
  [[nodiscard]] int tell(const Reminders& reminders);

 private:
  [[nodiscard]] bool name_unaddressed(const Reminders& reminders);
  [[nodiscard]] bool print(std::span<const Digest> digests);
  [[nodiscard]] bool mail(const Reminders& reminders);
  [[nodiscard]] bool mail_one(const Officer& officer, const Digest& digest);
  [[nodiscard]] bool send(const Officer& officer, const Digest& digest, const std::string& message);
  [[nodiscard]] bool note(const std::string& lines);
  [[nodiscard]] std::string calendar_of(std::span<const Digest> digests) const;
  [[nodiscard]] std::string text_of(std::span<const Digest> digests) const;

  Call& call_;
  const Store& store_;
  const HandOverWay& way_;
  Instant now_;
  bool message_failed_ = false;
};

}  // namespace nammo::cli
