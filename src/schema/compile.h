#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/rule.h"

namespace nammo::schema {

// Compiles the text of a JSON Schema. Empty, with the reason in `problem`, when it
// goes beyond the subset: an unknown keyword or format is never passed over.
[[nodiscard]] std::optional<Compiled> compile_rules(std::string_view json, std::string& problem);

}  // namespace nammo::schema
