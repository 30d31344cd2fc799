#pragma once

#include <optional>
#include <string>

namespace nammo {

// The bytes of a file that a library or another program made, or why it could not.
struct MadeFile {
  std::optional<std::string> bytes;
  std::string reason;       // the words of the system or of the program
  std::string no_program{};  // the program that is not on this machine
};

}  // namespace nammo
