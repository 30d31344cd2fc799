#include "base/spare_memory.h"

#include <execinfo.h>

#include <array>
#include <cstdlib>
#include <new>

namespace nammo {
namespace {

// Where memory is limited, a stack that has to grow ends the program before anything can be said.
[[gnu::noinline]] void claim_stack() {
  constexpr std::size_t kPage = 4096;
  constexpr std::size_t kDeepest = 48 * kPage;  // every command runs with a stack of so much
  need_memory(kDeepest);
  std::array<volatile char, kDeepest> pages;
  for (std::size_t at = 0; at < pages.size(); at += kPage) pages[at] = 0;
}

// The C library looks for its unwinder when an exception first passes through one of its calls,
// such as pthread_once(), and aborts where there is no memory for that any more.
void claim_unwinder() {
  void* here = nullptr;
  static_cast<void>(::backtrace(&here, 1));
}

}  // namespace

void claim_memory() {
  claim_stack();
  claim_unwinder();
}

void need_memory(std::size_t bytes) {
  void* volatile block = std::malloc(bytes);  // volatile: else a compiler leaves the pair out
  if (block == nullptr) throw std::bad_alloc();
  std::free(block);
}

}  // namespace nammo
