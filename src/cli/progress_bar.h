#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <iosfwd>
#include <mutex>
#include <string>
#include <string_view>

#include "nammo/progress.h"

namespace nammo::cli {

// What takes the line from a terminal.
inline constexpr std::string_view kWipeLine = "\r\x1b[K";

// Shows on a terminal how far a long reading is: one line that is drawn over, from a
// second after the first reading began, and wiped when a reading ends.
class ProgressBar final : public Progress {
 public:
  // `caption`: what stands before the bar. `ticks`: the time that passes. Both are
  // asked by the threads that read. `stands`: told when the line is there, and when it is not.
  ProgressBar(std::ostream& terminal, std::function<std::chrono::milliseconds()> ticks, std::function<std::string()> caption,
              std::function<void(bool)> stands = [](bool) {});
  ~ProgressBar() override;

  void begin(std::size_t reports) override;
  void passed(std::size_t reports) override;
  void end() override;

 private:
  void draw(std::size_t done);

  std::ostream& terminal_;
  std::function<std::chrono::milliseconds()> ticks_;
  std::function<std::string()> caption_;
  std::function<void(bool)> stands_;
  std::size_t expected_ = 0;
  std::atomic<std::size_t> done_ = 0;
  std::atomic<std::chrono::milliseconds> next_ = std::chrono::milliseconds::max();  // not drawn before
  std::mutex drawing_;
  bool drawn_ = false;
};

}  // namespace nammo::cli
