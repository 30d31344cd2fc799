#include "base/shipped_file.h"

#include <stdexcept>
#include <string>

namespace nammo {

std::string_view bytes_of(std::span<const ShippedFile> files, std::string_view name) {
  for (const ShippedFile& file : files) {
    if (file.name == name) return file.bytes;
  }
  throw std::logic_error(std::string(name) + " is not shipped");
}

}  // namespace nammo
