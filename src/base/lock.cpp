#include "nammo/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

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

// The reason when it could not be made.
std::string make_private_folder(const std::string& folder) {
  if (::mkdir(folder.c_str(), kFolderMode) != 0) {
    struct stat status {};
    if (errno != EEXIST || ::lstat(folder.c_str(), &status) != 0) return std::strerror(errno);
    return S_ISDIR(status.st_mode) ? "" : std::strerror(ENOTDIR);  // nor a link to one, outside of the store
  }
  return write_file(folder + "/.gitignore", "*\n").value_or("");
}

}  // namespace

LockResult lock_store(const std::string& root) {
  LockResult result;
  const std::string folder = root + "/.nammo";
  result.reason = make_private_folder(folder);
  if (!result.reason.empty()) return result;
  const int fd = ::open((folder + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kFileMode);
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
