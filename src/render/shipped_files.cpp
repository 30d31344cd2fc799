#include "render/shipped_files.h"

#include <stdexcept>
#include <string>

namespace nammo {

std::string_view shipped_file(std::string_view name) {
  for (const auto& file : kShippedFiles) {
    if (file.name == name) return file.bytes;
  }
  throw std::logic_error(std::string(name) + " is not shipped");
}

}  // namespace nammo
