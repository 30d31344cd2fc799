#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'model'; their texts stand in model.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/model.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
