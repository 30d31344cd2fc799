#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/ending_signals.h"
#include "base/write_all.h"
#include "nammo/file_system.h"

namespace nammo {
namespace {

bool sync_folder(const std::string& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool done = ::fsync(fd) == 0;
  ::close(fd);
  return done;
}

// The mode of the file that is replaced, else that of a new file.
mode_t mode_for(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 07777U;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

bool fill(int fd, const std::string& path, std::string_view text) {
  return write_all(fd, text) && ::fchmod(fd, mode_for(path)) == 0 && ::fsync(fd) == 0;
}

// The system's words, when the end of the file is not on the disk.
std::optional<std::string> close_appended(int fd, bool appended) {
  const int error = errno;
  if (::close(fd) == 0 && appended) return std::nullopt;
  return std::strerror(appended ? errno : error);
}

}  // namespace

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::optional<std::string> make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error && !std::filesystem::is_directory(path, error) && !error) error = std::make_error_code(std::errc::not_a_directory);
  if (!error) return std::nullopt;
  return std::strerror(error.value());
}

std::optional<std::string> append_file(const std::string& path, std::string_view text) {
  constexpr mode_t kMode = 0666;  // what the umask leaves of it
  const int fd = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kMode);
  if (fd < 0) return std::strerror(errno);
  return close_appended(fd, write_all(fd, text) && ::fsync(fd) == 0);
}

std::optional<std::string> write_file(const std::string& path, std::string_view text) {
  const auto slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  // Hidden: what a killed run leaves is passed over by `check`.
  std::string temporary = (slash == std::string::npos ? "" : folder) + ".nammo-XXXXXX";
  const HeldSignals held;
  const int fd = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (fd < 0) return std::strerror(errno);
  const bool filled = fill(fd, path, text);
  int error = errno;
  if (::close(fd) == 0 && filled && ::rename(temporary.c_str(), path.c_str()) == 0) {
    if (sync_folder(folder)) return std::nullopt;
    return std::strerror(errno);
  }
  if (filled) error = errno;
  ::unlink(temporary.c_str());
  return std::strerror(error);
}

}  // namespace nammo
