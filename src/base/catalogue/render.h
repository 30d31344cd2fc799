#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'render'; their texts stand in render.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/render.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
