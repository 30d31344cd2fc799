#pragma once

#include <span>
#include <string>

#include "nammo/mail.h"
#include "nammo/reminders.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// Digests one after the other in plain lines, each fit to be pasted to its officer;
// empty where there is none. The same as Markdown.
[[nodiscard]] std::string reminders_text(const Store& store, std::span<const Digest> digests, Instant now,
                                         Language language);
[[nodiscard]] std::string reminders_markdown(const Store& store, std::span<const Digest> digests, Instant now,
                                             Language language);

// An array of digests: officer, name, email, audience, reports. A report: report, org,
// area, period, state, due, returned_due, deadline, rung (minutes from the deadline,
// null for a return and for one that is not reached), told. Null for what there is not.
[[nodiscard]] std::string reminders_json(const Store& store, std::span<const Digest> digests);

// The digest as a message to `officer`. Its Message-ID follows from the reminders in
// it alone, so that one which is handed over twice is known to be the same.
[[nodiscard]] Mail mail_of(const Store& store, const Officer& officer, const Digest& digest, const std::string& from,
                           Instant now, Language language);

// Whose report nobody can be reminded of, and where an officer is missing.
[[nodiscard]] Text unaddressed_text(const Store& store, const Unaddressed& unaddressed);

}  // namespace nammo
