#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'yaml'; their texts stand in yaml.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/yaml.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
