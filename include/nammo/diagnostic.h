#pragma once

#include <span>
#include <string>
#include <vector>

#include "nammo/text.h"

namespace nammo {

// A stretch of a file. Lines and columns count from 1, columns in characters;
// the end is the first place after it. All 0 means "the file as a whole".
struct Place {
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

// A value with the place from which it was read.
template <typename T>
struct Placed {
  T value{};
  Place place;

  friend bool operator==(const Placed&, const Placed&) = default;
};

// A place in a file of the store. `file` is relative to the store, with '/'.
struct Location {
  std::string file;
  Place place;

  friend auto operator<=>(const Location&, const Location&) = default;
};

enum class Severity { warning, error };

// Another place that belongs to a finding, such as the first of two equal keys.
struct Related {
  Location where;
  Text message;
};

// One finding, as a value. `code` is stable; `help` says what to do and may be
// empty. Nothing prints it until the command line does.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  Location where;
  Text message;
  Text help;
  std::vector<Related> related;
};

// Collects findings in the order found. A function that takes one and returns
// an empty optional has added at least one error.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(std::string code, Location where, Text message, Text help = {});
  void warning(std::string code, Location where, Text message, Text help = {});
  // Takes over all findings of `other`, after its own.
  void append(Diagnostics&& other);
  // Puts them in the order in which they are shown: file, line, column, code.
  void sort();

  [[nodiscard]] bool has_errors() const noexcept { return errors_ > 0; }
  [[nodiscard]] int errors() const noexcept { return errors_; }
  [[nodiscard]] int warnings() const noexcept {
    return static_cast<int>(items_.size()) - errors_;
  }
  [[nodiscard]] std::span<const Diagnostic> items() const noexcept { return items_; }

 private:
  std::vector<Diagnostic> items_;
  int errors_ = 0;
};

}  // namespace nammo
