#include "nammo/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/write_all.h"
#include "nammo/file_system.h"

namespace nammo {
namespace {

// Into what is there: a pipe or a device can neither be replaced nor be half a file.
std::optional<std::string> pour(const std::string& path, std::string_view text) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) return std::strerror(errno);
  const bool poured = write_all(fd, text);
  const int error = errno;
  if (::close(fd) == 0 && poured) return std::nullopt;
  return std::strerror(poured ? errno : error);
}

}  // namespace

std::optional<std::string> write_named_file(const std::string& path, std::string_view text) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) return std::strerror(errno);
    return write_file(path, text);
  }
  if (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode)) return pour(path, text);
  if (S_ISDIR(status.st_mode)) return std::strerror(EISDIR);
  if (!S_ISREG(status.st_mode)) return std::strerror(EINVAL);  // a disk, a socket
  std::error_code error;
  const auto target = std::filesystem::canonical(path, error);
  return error ? std::strerror(error.value()) : write_file(target.string(), text);
}

std::optional<std::string> remove_file(const std::string& path) {
  if (::unlink(path.c_str()) == 0 || errno == ENOENT) return std::nullopt;
  return std::strerror(errno);
}

}  // namespace nammo
