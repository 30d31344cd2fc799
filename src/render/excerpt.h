#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"

namespace nammo {

// A line of a file as it may be printed, with a mark under a stretch of it.
struct Excerpt {
  int line = 0;
  std::string text;
  std::string mark;  // spaces, then "^~~~"
};

// Gives the lines of files, keeping the file that was asked for last, because
// findings come sorted by file.
class Excerpts {
 public:
  explicit Excerpts(const FileReader& files) : files_(files) {}

  // Empty for a place that means the whole file, and where the line cannot be read.
  [[nodiscard]] std::optional<Excerpt> at(const Location& where);

 private:
  void open(const std::string& file);

  const FileReader& files_;
  std::string file_;
  std::string text_;
  std::vector<std::size_t> starts_;  // of the lines of text_
};

}  // namespace nammo
