#include "base/at_once.h"

#include <exception>
#include <thread>
#include <vector>

namespace nammo {

void at_once(std::size_t parts, const std::function<void(std::size_t)>& work) {
  if (parts == 0) return;
  std::vector<std::exception_ptr> failures(parts);
  const auto guarded = [&](std::size_t part) {
    try {
      work(part);
    } catch (...) {
      failures[part] = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  others.reserve(parts - 1);
  std::size_t begun = 1;
  try {
    for (; begun < parts; ++begun) others.emplace_back(guarded, begun);
  } catch (const std::exception&) {
    // No more threads, or no memory for one: those that run must not be left behind.
  }
  guarded(0);
  for (; begun < parts; ++begun) guarded(begun);
  for (std::thread& other : others) other.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace nammo
