#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'rules'; their texts stand in rules.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/rules.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
