#pragma once

#include <nlohmann/json.hpp>

#include <string>

#include "nammo/report.h"

namespace nammo {

using Json = nlohmann::ordered_json;

// Indented by two, UTF-8 as it is but for characters that nobody sees, which stand as \uXXXX;
// bytes that are none replaced; ends with a line end.
[[nodiscard]] std::string json_text(const Json& value);

// With the decimals that it has.
[[nodiscard]] inline Json json_number(const Decimal& value) { return Json::parse(to_string(value), nullptr, false); }

}  // namespace nammo
