#pragma once

#include <cstddef>

namespace nammo {

// Told how far a long reading of reports is; by itself it does nothing. `begin` and
// `end` come from one thread, `passed` from several at once.
class Progress {
 public:
  virtual ~Progress() = default;
  virtual void begin(std::size_t /*reports*/) {}   // so many are looked for
  virtual void passed(std::size_t /*reports*/) {}  // so many more were
  virtual void end() {}
};

}  // namespace nammo
