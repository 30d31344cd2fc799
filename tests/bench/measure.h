#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace nammo::bench {

// A line of the table; a limit of 0 is none.
struct Row {
  std::string what;
  double value;
  double limit;
  std::string unit;
};

[[nodiscard]] double milliseconds(const std::function<void()>& work);
[[nodiscard]] double median(std::vector<double> values);
// `work` and `bare` by turns; the medians of both.
[[nodiscard]] std::pair<double, double> paired(int rounds, const std::function<void()>& work, const std::function<void()>& bare);

}  // namespace nammo::bench
