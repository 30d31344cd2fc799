#pragma once

#include <optional>
#include <string>

#include "nammo/time.h"

namespace nammo {

// One message of plain text.
struct Mail {
  std::string to_name;     // may be empty
  std::string to_address;  // "a@example.org"
  std::string from;        // "a@example.org" or "Name <a@example.org>"; empty: the mail command fills it in
  std::string subject;
  std::string message_id;  // without "<" and ">": the same for the same message
  Instant date{};
  std::string body;        // lines of UTF-8
};

// True for an address that a header can carry: ASCII of the form a@b without blanks,
// control characters, commas, or anything that RFC 5322 would read as something else.
[[nodiscard]] bool is_mail_address(const std::string& address);

// True for what `from` of a message may be.
[[nodiscard]] bool is_mail_sender(const std::string& from);

// The message as RFC 5322 and MIME have it, names and subject as in RFC 2047, the body
// in base64, for the stdin of a program that takes what sendmail takes; lines end in LF.
// Empty when a name, an address or the subject holds a CR, LF or other control
// character, or an address is none: then nothing may be sent.
[[nodiscard]] std::optional<std::string> mail_text(const Mail& mail, const Zone& zone);

}  // namespace nammo
