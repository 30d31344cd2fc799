#pragma once

#include <span>
#include <string>

#include "nammo/diagnostic.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/today.h"

namespace nammo {

// The clerk's day on one screen: what is due at what hour and who has sent it; who has
// not, with a message to paste to them; what came in broken; what to type next.
// `findings` are those of read_today, sorted. Officers of whom nothing is loaded stand
// with their ids.

// At most 80 columns wide, the messages at the start of their lines.
[[nodiscard]] std::string today_text(const Store& store, const Today& today, std::span<const Diagnostic> findings,
                                     Language language);
[[nodiscard]] std::string today_markdown(const Store& store, const Today& today, std::span<const Diagnostic> findings,
                                         Language language);

}  // namespace nammo
