#pragma once

#include <memory>
#include <optional>
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

// Makes the folder `.nammo` of the store at `root` of the real disk where there is none,
// with a .gitignore that hides it from git. A link in its place is refused: it would lead
// out of the store. The reason when it failed.
[[nodiscard]] std::optional<std::string> make_own_folder(const std::string& root);

// Takes the lock of that store, `.nammo/lock`, without waiting; makes that folder.
[[nodiscard]] LockResult lock_store(const std::string& root);

}  // namespace nammo
