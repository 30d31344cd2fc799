#include "nammo/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ratio>
#include <utility>

namespace nammo {
namespace {

ReadFailure failure_of(int error) {
  switch (error) {
    case ENOENT: case ENOTDIR: case ENAMETOOLONG: return ReadFailure::missing;
    case ELOOP: return ReadFailure::wrong_kind;  // O_NOFOLLOW met a link
    case EACCES: case EPERM: return ReadFailure::denied;
    default: return ReadFailure::failed;
  }
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  if (S_ISDIR(mode)) return FileKind::directory;
  if (S_ISLNK(mode)) return FileKind::link;
  return FileKind::other;
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const noexcept { return fd_; }

 private:
  int fd_;
};

template <typename Result>
Result failed(int error) {
  Result result;
  result.failure = failure_of(error);
  result.reason = std::strerror(error);
  return result;
}

// Reads until the end or one byte more than `limit`, into `room` bytes to begin with. The size that a regular file
// was said to have does not decide; but a read that gave so many, and could have given more, has come to the end.
ReadResult read_all(int fd, std::size_t room, std::size_t limit, std::optional<std::size_t> size) {
  ReadResult result;
  result.text.resize(std::min(room, limit) + 1);
  std::size_t used = 0;
  for (;;) {
    const auto got = ::read(fd, result.text.data() + used, result.text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed<ReadResult>(errno);
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > limit) return {ReadFailure::too_large, {}, {}};
    if (used == size && used < result.text.size()) break;
    if (used == result.text.size()) result.text.resize(std::min(used * 2, limit + 1));
  }
  result.text.resize(used);
  return result;
}

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * std::nano::den + time.tv_nsec;
}

// Disks keep times in steps of up to two seconds.
constexpr std::chrono::nanoseconds kCoarsest = std::chrono::seconds(2);

bool is_settled(const FileStamp& stamp) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::nanoseconds(std::max(stamp.modified, stamp.changed)) + kCoarsest < now;
}

class DiskReader final : public FileReader {
 public:
  explicit DiskReader(std::string root) : root_(std::move(root)) {}

  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override {
    // O_NONBLOCK: opening a FIFO must not wait for somebody to write into it.
    const Descriptor file(::open(full(path).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (file.get() < 0) return failed<ReadResult>(errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return failed<ReadResult>(errno);
    if (!S_ISREG(status.st_mode)) return {ReadFailure::wrong_kind, {}, {}};
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > limit) return {ReadFailure::too_large, {}, {}};
    return read_all(file.get(), size, limit, size);
  }

  [[nodiscard]] ListResult list(const std::string& path) const override {
    DIR* folder = ::opendir(full(path).c_str());
    if (folder == nullptr && errno == ENAMETOOLONG) return {ReadFailure::failed, {}, std::strerror(errno)};
    if (folder == nullptr) return failed<ListResult>(errno);
    ListResult result;
    errno = 0;
    while (const dirent* entry = ::readdir(folder)) {
      const std::string name = entry->d_name;
      if (name != "." && name != "..") result.entries.push_back({name, kind_of_entry(path, *entry)});
      errno = 0;
    }
    const int error = errno;
    ::closedir(folder);
    if (error != 0) return failed<ListResult>(error);
    std::sort(result.entries.begin(), result.entries.end(),
              [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
    return result;
  }

  [[nodiscard]] FileKind kind(const std::string& path) const override {
    struct stat status {};
    if (::lstat(full(path).c_str(), &status) != 0) return FileKind::missing;
    return kind_of(status.st_mode);
  }

  [[nodiscard]] std::optional<FileStamp> stamp(const std::string& path) const override {
    struct stat status {};
    if (::lstat(full(path).c_str(), &status) != 0) {
      return failure_of(errno) == ReadFailure::missing ? std::optional<FileStamp>{FileStamp{}} : std::nullopt;
    }
    const FileStamp stamp{static_cast<std::uint64_t>(status.st_size), status.st_ino, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
    return S_ISREG(status.st_mode) && is_settled(stamp) ? std::optional{stamp} : std::nullopt;
  }

 private:
  [[nodiscard]] std::string full(const std::string& path) const {
    return path.empty() ? root_ : root_ + "/" + path;
  }

  [[nodiscard]] FileKind kind_of_entry(const std::string& folder, const dirent& entry) const {
    switch (entry.d_type) {
      case DT_REG: return FileKind::regular;
      case DT_DIR: return FileKind::directory;
      case DT_LNK: return FileKind::link;
      case DT_UNKNOWN: return kind(folder.empty() ? entry.d_name : folder + "/" + entry.d_name);
      default: return FileKind::other;
    }
  }

  std::string root_;
};

}  // namespace

ReadResult read_named_file(const std::string& path, std::size_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return failed<ReadResult>(errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failed<ReadResult>(errno);
  if (S_ISDIR(status.st_mode)) return {ReadFailure::wrong_kind, {}, std::strerror(EISDIR)};
  const auto size = S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) : 0;
  return read_all(file.get(), std::max(size, std::size_t{4096}), limit, std::nullopt);
}

std::unique_ptr<FileReader> open_folder(std::string root) {
  return std::make_unique<DiskReader>(std::move(root));
}

}  // namespace nammo
