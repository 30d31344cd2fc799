#pragma once

#include <string>
#include <string_view>

#include "nammo/edit.h"

namespace nammo::yaml {

enum class Around { block, flow };  // where a scalar stands

// A text as a scalar of one line: as it is where every reader of YAML 1.1 and 1.2
// takes it for the same text, else in double quotes.
[[nodiscard]] std::string quoted(std::string_view text, Around around);
// A value on one line; lists and mappings in brackets and braces.
[[nodiscard]] std::string written(const EditValue& value, Around around);

}  // namespace nammo::yaml
