#include "bench/measure.h"

#include <algorithm>
#include <chrono>

namespace nammo::bench {

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

std::pair<double, double> paired(int rounds, const std::function<void()>& work, const std::function<void()>& bare) {
  std::vector<double> ours;
  std::vector<double> theirs;
  for (int i = 0; i < rounds; ++i) {
    theirs.push_back(milliseconds(bare));
    ours.push_back(milliseconds(work));
  }
  return {median(ours), median(theirs)};
}

}  // namespace nammo::bench
