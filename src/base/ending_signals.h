#pragma once

#include <array>
#include <csignal>

namespace nammo {

// The signals by which a person, a terminal or the system asks a program to end.
inline constexpr std::array kEndingSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT};

// While it lives, those signals wait, so that what this thread has begun on the disk is
// ended or taken away before they end the program. For short work in the only thread.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

 private:
  sigset_t before_;
};

}  // namespace nammo
