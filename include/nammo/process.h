#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nammo {

// What another program did.
struct ProgramResult {
  bool started = false;  // false: there is no such program, or it may not be run
  int status = 0;        // its exit status; 128 and the signal that ended it
  std::string out;       // what it wrote to stdout and stderr, wholly
  std::string err;
  std::string reason;    // the system's words, where it was not started

  [[nodiscard]] bool succeeded() const noexcept { return started && status == 0; }
};

// Runs a program found by PATH with these words (the first is its name), hands it
// `input` on stdin and waits for its end. A program that reads no input is no error.
[[nodiscard]] ProgramResult run_program(const std::vector<std::string>& words, std::string_view input);

// Runs a program on the terminal that this one has, with its streams, and waits for its
// end. Meanwhile Ctrl-C is the program's alone. `out` and `err` stay empty.
[[nodiscard]] ProgramResult run_on_terminal(const std::vector<std::string>& words);

}  // namespace nammo
