#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nammo {

// What stands at a path. Links are never followed.
enum class FileKind : std::uint8_t { missing, regular, directory, link, other };

// Why a file or folder could not be read.
enum class ReadFailure : std::uint8_t { none, missing, wrong_kind, too_large, denied, failed };

struct ReadResult {
  ReadFailure failure = ReadFailure::none;
  std::string text;    // the bytes of the file; empty on failure
  std::string reason;  // the system's own words, where it gave any
};

struct FolderEntry {
  std::string name;
  FileKind kind = FileKind::missing;

  friend bool operator==(const FolderEntry&, const FolderEntry&) = default;
};

struct ListResult {
  ReadFailure failure = ReadFailure::none;
  std::vector<FolderEntry> entries;  // sorted by name as bytes; never "." and ".."
  std::string reason;
};

// Tells a file from any other that ever stood at its path: nobody writes into it without
// changing one of these. All 0: nothing stands there.
struct FileStamp {
  std::uint64_t size = 0;
  std::uint64_t inode = 0;
  std::int64_t modified = 0;  // nanoseconds since 1970, as the disk keeps them
  std::int64_t changed = 0;   // the same of what the system says about it, its bytes too

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// The largest file that nammo reads, in bytes: of people's files, and of what it
// wrote itself below published/.
inline constexpr std::size_t kMaxFileSize = std::size_t{1} << 20;
inline constexpr std::size_t kMaxPublishedSize = std::size_t{64} << 20;

// Read-only access to one folder. Every path is relative to it, with '/'; the
// empty path is the folder itself. Safe to use from several threads at once.
class FileReader {
 public:
  virtual ~FileReader() = default;
  // Reads a regular file of at most `limit` bytes.
  [[nodiscard]] virtual ReadResult read(const std::string& path,
                                        std::size_t limit = kMaxFileSize) const = 0;
  [[nodiscard]] virtual ListResult list(const std::string& path) const = 0;
  [[nodiscard]] virtual FileKind kind(const std::string& path) const = 0;
  // Empty where it tells nothing: no regular file, or one that was changed so lately, or
  // by its clock only later, that a disk with a coarse clock might not show the next change.
  [[nodiscard]] virtual std::optional<FileStamp> stamp(const std::string& /*path*/) const { return std::nullopt; }
};

// The folder `root` of the real disk.
[[nodiscard]] std::unique_ptr<FileReader> open_folder(std::string root);

// The bytes of what a person named on the command line: a file, at the end of links too,
// or a pipe, of at most `limit` bytes.
[[nodiscard]] ReadResult read_named_file(const std::string& path, std::size_t limit = kMaxFileSize);

// The folder `below` with other texts for some of its files, and with files that are
// not there yet: as it will be once they are written. `below` must outlive it.
[[nodiscard]] std::unique_ptr<FileReader> overlay(const FileReader& below, std::map<std::string, std::string> files);
// The same with files that may still come to `files`, which must outlive it too.
[[nodiscard]] std::unique_ptr<FileReader> overlay_view(const FileReader& below, const std::map<std::string, std::string>& files);

// The folder `below`, telling of each file that is read: `seen` gets its path and bytes,
// one call at a time. `below` must outlive it.
using FileSeen = std::function<void(const std::string& path, std::string_view bytes)>;
[[nodiscard]] std::unique_ptr<FileReader> watched(const FileReader& below, FileSeen seen);

// Puts `text` into the file at `path` of the real disk: a temporary file in the
// same folder, fsync, rename, fsync of the folder. On failure the system's words
// for the reason, and nothing has changed.
[[nodiscard]] std::optional<std::string> write_file(const std::string& path, std::string_view text);

// Makes the folder at `path` of the real disk, with those above it, where they are not
// there. The system's words on failure: also where a file stands in the way.
[[nodiscard]] std::optional<std::string> make_folder(const std::string& path);

// Puts `text` at the end of the file at `path` of the real disk, which is made where
// it is not there; on the disk when it returns. The system's words on failure: then
// a part of it may stand there. A link is not followed.
[[nodiscard]] std::optional<std::string> append_file(const std::string& path, std::string_view text);

}  // namespace nammo
