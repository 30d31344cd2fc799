#include "base/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace nammo {

TemporaryFile::TemporaryFile(std::string_view suffix) {
  std::error_code error;
  // cppcheck-suppress useInitializationList ; the error comes with it
  folder_ = std::filesystem::temp_directory_path(error).string();
  if (error) {
    reason_ = error.message();
    return;
  }
  std::string path = folder_ + "/nammo-XXXXXX" + std::string(suffix);
  const int file = ::mkostemps(path.data(), static_cast<int>(suffix.size()), O_CLOEXEC);
  if (file < 0) {
    reason_ = std::generic_category().message(errno);
    return;
  }
  ::close(file);
  path_ = std::move(path);
}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

void TemporaryFile::write(std::string_view bytes) {
  if (path_.empty()) return;
  errno = 0;
  std::ofstream file(path_, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) reason_ = std::generic_category().message(errno == 0 ? EIO : errno);
}

std::optional<std::string> TemporaryFile::read() const {
  std::ifstream file(path_, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  return file.bad() || !file.is_open() ? std::nullopt : std::optional{std::move(bytes)};
}

}  // namespace nammo
