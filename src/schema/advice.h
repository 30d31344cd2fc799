#pragma once

#include <string>
#include <string_view>

#include "nammo/text.h"
#include "yaml/tree.h"

namespace nammo::schema {

// What to write instead of a scalar that is not the number that it should be:
// "write 1234 …" for 1.234, the number without its quotes, and so on. `whole` where
// no decimals are allowed.
[[nodiscard]] Text advise_number(const yaml::Node& scalar, bool whole);
// The same for true and false ("no", "có").
[[nodiscard]] Text advise_boolean(const yaml::Node& scalar);
// The date that "9/5/2024" or "2024-5-9" may have meant; empty when none.
[[nodiscard]] std::string guess_date(std::string_view text);
// Likewise for "2024-05-08 16:40", taken in Vietnam's time.
[[nodiscard]] std::string guess_instant(std::string_view text);

}  // namespace nammo::schema
