#include "cli/store_lock.h"

#include <thread>

#include "base/catalogue/cli.h"
#include "cli/command.h"

namespace nammo::cli {
namespace {

constexpr std::chrono::milliseconds kPause{50};

}  // namespace

std::unique_ptr<Lock> take_lock(Call& call, std::chrono::seconds wait) {
  LockResult held = call.world().lock_store(call.root());
  for (auto waited = kPause; held.busy && waited <= wait; waited += kPause) {
    std::this_thread::sleep_for(kPause);
    held = call.world().lock_store(call.root());
  }
  if (held.lock) return std::move(held.lock);
  call.complain(held.busy ? say(msg::cli_store_busy) : say(msg::cli_lock_failed, printable(held.reason)),
                held.busy ? say(msg::cli_store_busy_help) : say(msg::cli_lock_failed_help));
  return nullptr;
}

}  // namespace nammo::cli
