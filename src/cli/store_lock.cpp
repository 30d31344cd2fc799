#include "cli/store_lock.h"

#include <algorithm>
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

std::optional<std::chrono::seconds> parse_wait(const std::string& typed) {
  const bool digits = std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || typed.size() > 4) return std::nullopt;
  const std::chrono::seconds wait{typed.empty() ? 0 : std::stoi(typed)};
  return wait.count() <= kLongestWait ? std::optional{wait} : std::nullopt;
}

}  // namespace nammo::cli
