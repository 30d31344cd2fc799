#pragma once

#include "base/catalogue/message.h"

// The messages of the floor 'schema'; their texts stand in schema.def.
namespace nammo::msg {
#define NAMMO_MESSAGE(name, vi, en) inline constexpr Message name{#name, vi, en};
#include "base/catalogue/schema.def"
#undef NAMMO_MESSAGE
}  // namespace nammo::msg
