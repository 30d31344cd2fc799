#pragma once

#include <cstddef>

namespace nammo {

// Throws std::bad_alloc where so many bytes are not to be had. For libraries in C that end
// the program when memory is short, or go on without it: asked before they begin.
void need_memory(std::size_t bytes);

}  // namespace nammo
