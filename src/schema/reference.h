#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace nammo::schema {

// What "#", "#/definitions/date" … names in `document`; null when it names nothing
// there. A JSON pointer in a fragment of an address: "%25", "~1" and "~0" are escapes.
[[nodiscard]] const nlohmann::ordered_json* resolve(const nlohmann::ordered_json& document,
                                                    std::string_view reference);

}  // namespace nammo::schema
