#include "cli/progress_bar.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace nammo::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{1000};
constexpr milliseconds kBetween{100};
constexpr std::size_t kWidth = 30;  // in characters

}  // namespace

ProgressBar::ProgressBar(std::ostream& terminal, std::function<milliseconds()> ticks, std::function<std::string()> caption,
                         std::function<void(bool)> stands)
    : terminal_(terminal), ticks_(std::move(ticks)), caption_(std::move(caption)), stands_(std::move(stands)) {}

ProgressBar::~ProgressBar() { end(); }

void ProgressBar::begin(std::size_t reports) {
  expected_ = reports;
  done_ = 0;
  if (next_.load() == milliseconds::max()) next_ = ticks_() + kPatience;
}

void ProgressBar::passed(std::size_t reports) {
  const std::size_t done = done_ += reports;
  if (ticks_() < next_.load()) return;
  const std::lock_guard lock(drawing_);
  draw(done);
}

void ProgressBar::end() {
  if (!drawn_) return;
  terminal_ << kWipeLine << std::flush;
  stands_(false);
  drawn_ = false;
}

void ProgressBar::draw(std::size_t done) {
  const milliseconds now = ticks_();
  if (now < next_.load()) return;  // another thread was faster
  const std::size_t of = std::max({expected_, done, std::size_t{1}});
  const std::size_t full = done * kWidth / of;
  stands_(true);
  terminal_ << kWipeLine << caption_() << " [" << std::string(full, '#') << std::string(kWidth - full, '.') << "] "
            << done * 100 / of << '%' << std::flush;
  next_ = now + kBetween;
  drawn_ = true;
}

}  // namespace nammo::cli
