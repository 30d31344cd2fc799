#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'intake'; their texts stand in intake.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/intake.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
