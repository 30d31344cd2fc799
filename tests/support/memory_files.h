#pragma once

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "nammo/file_system.h"

namespace nammo::test {

// A folder in memory, for tests. It records which files were read and which
// folders were listed, so that a test can say what a command may touch.
class MemoryFiles final : public FileReader {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  void put(const std::string& path, std::string text) { files_[path] = std::move(text); }
  // The file, or the folder with all in it.
  void remove(const std::string& path) {
    std::erase_if(files_, [&](const auto& file) { return file.first == path || file.first.starts_with(path + "/"); });
  }
  void put_kind(const std::string& path, FileKind kind) { odd_[path] = kind; }  // a link, a FIFO …
  void deny(const std::string& path) { denied_.insert(path); }
  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }
  [[nodiscard]] std::set<std::string> read_files() const { return read_; }
  [[nodiscard]] std::set<std::string> listed_folders() const { return listed_; }

  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override {
    note(read_, path);
    if (denied_.contains(path)) return {ReadFailure::denied, {}, "Permission denied"};
    const FileKind what = kind(path);
    if (what == FileKind::missing) return {ReadFailure::missing, {}, "No such file or directory"};
    if (what != FileKind::regular) return {ReadFailure::wrong_kind, {}, {}};
    const std::string& text = files_.at(path);
    if (text.size() > limit) return {ReadFailure::too_large, {}, {}};
    return {ReadFailure::none, text, {}};
  }

  [[nodiscard]] ListResult list(const std::string& path) const override {
    note(listed_, path);
    if (denied_.contains(path)) return {ReadFailure::denied, {}, "Permission denied"};
    if (kind(path) != FileKind::directory) return {ReadFailure::missing, {}, "No such file or directory"};
    ListResult result;
    std::map<std::string, FileKind> entries;
    const std::string prefix = path.empty() ? "" : path + "/";
    const auto collect = [&](const auto& all, auto kind_of) {
      for (auto at = all.lower_bound(prefix); at != all.end() && at->first.starts_with(prefix); ++at) {
        const auto rest = at->first.substr(prefix.size());
        const auto slash = rest.find('/');
        const bool below = slash != std::string::npos;
        entries.emplace(below ? rest.substr(0, slash) : rest, below ? FileKind::directory : kind_of(at->second));
      }
    };
    collect(files_, [](const std::string&) { return FileKind::regular; });
    collect(odd_, [](FileKind what) { return what; });
    for (const auto& [name, what] : entries) result.entries.push_back({name, what});
    return result;
  }

  [[nodiscard]] FileKind kind(const std::string& path) const override {
    if (const auto odd = odd_.find(path); odd != odd_.end()) return odd->second;
    if (files_.contains(path)) return FileKind::regular;
    if (path.empty()) return FileKind::directory;
    const auto inside = [&](const auto& map) {
      const auto next = map.lower_bound(path + "/");
      return next != map.end() && next->first.starts_with(path + "/");
    };
    return inside(files_) || inside(odd_) ? FileKind::directory : FileKind::missing;
  }

 private:
  void note(std::set<std::string>& where, const std::string& path) const {
    const std::scoped_lock lock(mutex_);
    where.insert(path);
  }

  std::map<std::string, std::string> files_;
  std::map<std::string, FileKind> odd_;
  std::set<std::string> denied_;
  mutable std::mutex mutex_;
  mutable std::set<std::string> read_;
  mutable std::set<std::string> listed_;
};

}  // namespace nammo::test
