#include <algorithm>
#include <utility>

#include "nammo/file_system.h"

namespace nammo {
namespace {

class Overlay : public FileReader {
 public:
  Overlay(const FileReader& below, const std::map<std::string, std::string>& files) : below_(below), files_(files) {}

  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return below_.read(path, limit);
    if (found->second.size() > limit) return {ReadFailure::too_large, {}, {}};
    return {ReadFailure::none, found->second, {}};
  }

  [[nodiscard]] ListResult list(const std::string& path) const override {
    ListResult result = below_.list(path);
    const std::string prefix = path.empty() ? "" : path + "/";
    for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at) {
      const auto rest = at->first.substr(prefix.size());
      const auto slash = rest.find('/');
      add(result, {rest.substr(0, slash), slash == std::string::npos ? FileKind::regular : FileKind::directory});
    }
    return result;
  }

  [[nodiscard]] FileKind kind(const std::string& path) const override {
    if (files_.contains(path)) return FileKind::regular;
    const auto inside = files_.lower_bound(path + "/");
    if (inside != files_.end() && inside->first.starts_with(path + "/")) return FileKind::directory;
    return below_.kind(path);
  }

  [[nodiscard]] std::optional<FileStamp> stamp(const std::string& path) const override {
    return files_.contains(path) ? std::nullopt : below_.stamp(path);
  }

 private:
  static void add(ListResult& result, FolderEntry entry) {
    if (result.failure == ReadFailure::missing) result = {};
    const auto place = std::lower_bound(result.entries.begin(), result.entries.end(), entry.name,
                                        [](const FolderEntry& a, const std::string& name) { return a.name < name; });
    if (place == result.entries.end() || place->name != entry.name) result.entries.insert(place, std::move(entry));
  }

  const FileReader& below_;
  const std::map<std::string, std::string>& files_;
};

struct Owned {
  std::map<std::string, std::string> texts;
};

// With texts of its own, which are there before the view of them.
class OwningOverlay final : private Owned, public Overlay {
 public:
  OwningOverlay(const FileReader& below, std::map<std::string, std::string> files) : Owned{std::move(files)}, Overlay(below, texts) {}
};

}  // namespace

std::unique_ptr<FileReader> overlay(const FileReader& below, std::map<std::string, std::string> files) {
  return std::make_unique<OwningOverlay>(below, std::move(files));
}

std::unique_ptr<FileReader> overlay_view(const FileReader& below, const std::map<std::string, std::string>& files) {
  return std::make_unique<Overlay>(below, files);
}

}  // namespace nammo
