#include "nammo/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "nammo/file_system.h"

namespace nammo {
namespace {

constexpr mode_t kFolderMode = 0777;  // what the umask leaves of it
constexpr mode_t kFileMode = 0666;

class Flock final : public Lock {
 public:
  explicit Flock(int fd) : fd_(fd) {}
  ~Flock() override { ::close(fd_); }

 private:
  int fd_;
};

std::string folder_of(const std::string& root) { return root + "/.nammo"; }

}  // namespace

std::optional<std::string> make_own_folder(const std::string& root) {
  const std::string folder = folder_of(root);
  if (::mkdir(folder.c_str(), kFolderMode) != 0) {
    struct stat status {};
    if (errno != EEXIST || ::lstat(folder.c_str(), &status) != 0) return std::strerror(errno);
    if (!S_ISDIR(status.st_mode)) return std::strerror(ENOTDIR);
    if (::faccessat(AT_FDCWD, (folder + "/.gitignore").c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0) return std::nullopt;
  }
  return write_file(folder + "/.gitignore", "*\n");
}

LockResult lock_store(const std::string& root) {
  LockResult result;
  if (auto reason = make_own_folder(root)) {
    result.reason = std::move(*reason);
    return result;
  }
  const int fd = ::open((folder_of(root) + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kFileMode);
  if (fd < 0) {
    result.reason = std::strerror(errno);
    return result;
  }
  auto lock = std::make_unique<Flock>(fd);
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) {
    result.lock = std::move(lock);
  } else if (errno == EWOULDBLOCK) {
    result.busy = true;
  } else {
    result.reason = std::strerror(errno);
  }
  return result;
}

}  // namespace nammo
