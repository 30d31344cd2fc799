#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'cli'; their texts stand in edit.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/edit.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
