#include "base/spare_memory.h"

#include <cstdlib>
#include <new>

namespace nammo {

void need_memory(std::size_t bytes) {
  void* volatile block = std::malloc(bytes);  // volatile: else a compiler leaves the pair out
  if (block == nullptr) throw std::bad_alloc();
  std::free(block);
}

}  // namespace nammo
