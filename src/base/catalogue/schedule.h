#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'schedule'; their texts stand in schedule.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/schedule.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
