#include "render/shipped_files.h"

namespace nammo {

std::string_view shipped_file(std::string_view name) { return bytes_of(kShippedFiles, name); }

}  // namespace nammo
