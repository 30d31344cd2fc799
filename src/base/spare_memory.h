#pragma once

#include <cstddef>

namespace nammo {

// Throws std::bad_alloc where so many bytes are not to be had. For libraries in C that end
// the program when memory is short, or go on without it: asked before they begin.
void need_memory(std::size_t bytes);

// Takes at the start of a program what it cannot be told to lack later, or throws std::bad_alloc:
// the stack of its deepest calls, and what unwinds the C library's own.
void claim_memory();

}  // namespace nammo
