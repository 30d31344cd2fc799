#include <mutex>
#include <utility>

#include "nammo/file_system.h"

namespace nammo {
namespace {

class Watched final : public FileReader {
 public:
  Watched(const FileReader& below, FileSeen seen) : below_(below), seen_(std::move(seen)) {}

  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override {
    ReadResult result = below_.read(path, limit);
    if (result.failure != ReadFailure::none) return result;
    const std::lock_guard<std::mutex> one_at_a_time(mutex_);
    seen_(path, result.text);
    return result;
  }
  [[nodiscard]] ListResult list(const std::string& path) const override { return below_.list(path); }
  [[nodiscard]] FileKind kind(const std::string& path) const override { return below_.kind(path); }

 private:
  const FileReader& below_;
  FileSeen seen_;
  mutable std::mutex mutex_;
};

}  // namespace

std::unique_ptr<FileReader> watched(const FileReader& below, FileSeen seen) {
  return std::make_unique<Watched>(below, std::move(seen));
}

}  // namespace nammo
