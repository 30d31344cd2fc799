#pragma once

#include <string>
#include <vector>

namespace nammo::bench {

// What a program took from its start to its end.
struct Cost {
  double milliseconds = 0;
  double megabytes = 0;  // the most memory that it held at once
};

// Runs a program, found in PATH, with its standard output in `output`. Ends the
// benchmark where the program fails. A program is charged at least the most memory that
// the benchmark itself held before: what is measured for its memory comes first.
Cost run(std::vector<std::string> words, const std::string& output = "/dev/null");

}  // namespace nammo::bench
