#pragma once

#include <nlohmann/json.hpp>

#include <string>

#include "nammo/report.h"

namespace nammo {

using Json = nlohmann::ordered_json;

// Indented by two, UTF-8 as it is, bytes that are none replaced; ends with a line end.
[[nodiscard]] inline std::string json_text(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// With the decimals that it has.
[[nodiscard]] inline Json json_number(const Decimal& value) { return Json::parse(to_string(value), nullptr, false); }

}  // namespace nammo
