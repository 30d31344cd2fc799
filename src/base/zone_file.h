#pragma once

#include <string_view>

namespace nammo {

// Whether the bytes are a whole file of the zone database (TZif, RFC 8536), so that date/tz,
// which ends the program over some that are not, may be given it.
[[nodiscard]] bool is_zone_file(std::string_view bytes);

}  // namespace nammo
