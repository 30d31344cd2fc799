#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'base'; their texts stand in base.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/base.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
