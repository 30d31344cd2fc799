#pragma once

#include <cstddef>
#include <functional>

namespace nammo {

// Calls work(0) to work(parts - 1), each once, in as many threads as there are parts; where
// the machine gives fewer threads, the caller's own does what is left. Returns when all
// have ended; then throws what the first of them threw.
void at_once(std::size_t parts, const std::function<void(std::size_t part)>& work);

}  // namespace nammo
