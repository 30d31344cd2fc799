#pragma once

#include <nlohmann/json_fwd.hpp>

#include "yaml/tree.h"

namespace nammo::schema {

// A JSON value as a tree: every scalar has exactly one reading. All its places
// are the whole of its text.
[[nodiscard]] yaml::Tree tree_of(const nlohmann::ordered_json& value);

}  // namespace nammo::schema
