#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace nammo {

using Json = nlohmann::ordered_json;

// Indented by two, UTF-8 as it is, bytes that are none replaced; ends with a line end.
[[nodiscard]] inline std::string json_text(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace nammo
