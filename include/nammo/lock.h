#pragma once

#include <memory>
#include <string>

namespace nammo {

// Held while one run of nammo writes into a store; let go when it is destroyed, and
// by the system when the program ends in whatever way.
class Lock {
 public:
  Lock() = default;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  virtual ~Lock() = default;
};

struct LockResult {
  std::unique_ptr<Lock> lock;  // null: not got
  bool busy = false;           // another run holds it
  std::string reason;          // the system's words, when it failed otherwise
};

// Takes the lock of the store at `root` of the real disk, `.nammo/lock`, without
// waiting. Makes the folder `.nammo` where there is none, with a .gitignore that
// hides it from git.
[[nodiscard]] LockResult lock_store(const std::string& root);

}  // namespace nammo
