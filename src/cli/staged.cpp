#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "cli/git.h"

namespace nammo::cli {
namespace {

struct Entry {
  FileKind kind = FileKind::regular;
  std::string blob;  // git's name of its content
};
using Entries = std::map<std::string, Entry>;

// The files of the index alone, with their texts there.
class IndexFiles final : public FileReader {
 public:
  // `texts`: of the files that look different in `folder`.
  IndexFiles(const FileReader& folder, Entries entries, std::map<std::string, std::string> texts)
      : folder_(folder), entries_(std::move(entries)), texts_(std::move(texts)) {}

  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override {
    const FileKind found = kind(path);
    if (found == FileKind::missing) return {ReadFailure::missing, {}, {}};
    if (found != FileKind::regular) return {ReadFailure::wrong_kind, {}, {}};
    const auto text = texts_.find(path);
    if (text == texts_.end()) return folder_.read(path, limit);
    if (text->second.size() > limit) return {ReadFailure::too_large, {}, {}};
    return {ReadFailure::none, text->second, {}};
  }

  [[nodiscard]] ListResult list(const std::string& path) const override {
    ListResult result;
    const std::string prefix = path.empty() ? "" : path + "/";
    auto at = entries_.lower_bound(prefix);
    while (at != entries_.end() && at->first.starts_with(prefix)) {
      const auto slash = at->first.find('/', prefix.size());
      const std::string name = at->first.substr(prefix.size(), slash == std::string::npos ? slash : slash - prefix.size());
      result.entries.push_back({name, slash == std::string::npos ? at->second.kind : FileKind::directory});
      constexpr char kBehindSlash = '/' + 1;
      at = slash == std::string::npos ? std::next(at) : entries_.lower_bound(prefix + name + kBehindSlash);
    }
    if (result.entries.empty() && !path.empty()) result.failure = ReadFailure::missing;
    std::sort(result.entries.begin(), result.entries.end(),
              [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
    return result;
  }

  [[nodiscard]] FileKind kind(const std::string& path) const override {
    const auto found = entries_.find(path);
    if (found != entries_.end()) return found->second.kind;
    const std::string prefix = path.empty() ? "" : path + "/";
    const auto inside = entries_.lower_bound(prefix);
    return inside != entries_.end() && inside->first.starts_with(prefix) ? FileKind::directory : FileKind::missing;
  }

 private:
  const FileReader& folder_;
  Entries entries_;
  std::map<std::string, std::string> texts_;
};

FileKind kind_of(std::string_view mode) {
  if (mode.starts_with("100")) return FileKind::regular;
  return mode == "120000" ? FileKind::link : FileKind::other;
}

// Lines of `git ls-files -s -z`: "100644 <blob> <stage>\t<path>". Of a file in conflict
// the one of this branch stands for all.
Entries entries_of(std::string_view listed, std::vector<std::string>& unmerged) {
  Entries entries;
  for (const std::string_view line : split_at_nul(listed)) {
    const auto blob = line.find(' ') + 1;
    const auto stage = line.find(' ', blob) + 1;
    const std::string path(line.substr(stage + 2));
    const char number = line[stage];
    if (number != '0' && (unmerged.empty() || unmerged.back() != path)) unmerged.push_back(path);
    if (number == '0' || number == '2') {
      entries[path] = {kind_of(line.substr(0, blob - 1)), std::string(line.substr(blob, stage - 1 - blob))};
    }
  }
  return entries;
}

// What `git cat-file --batch` prints for blobs: "<blob> blob <size>\n<bytes>\n" each.
std::vector<std::string> texts_of(std::string_view batch) {
  std::vector<std::string> texts;
  while (!batch.empty()) {
    const auto line = batch.find('\n');
    const std::string_view head = batch.substr(0, line);
    std::size_t size = 0;
    std::from_chars(head.data() + head.rfind(' ') + 1, head.data() + head.size(), size);
    texts.emplace_back(batch.substr(line + 1, size));
    batch.remove_prefix(std::min(line + size + 2, batch.size()));
  }
  return texts;
}

// The texts of those regular files whose path is among `differing`.
std::optional<std::map<std::string, std::string>> fetch(const Git& git, const Entries& entries, std::string_view differing) {
  std::set<std::string> paths;
  for (const std::string_view path : split_at_nul(differing)) {
    const auto found = entries.find(std::string(path));
    if (found != entries.end() && found->second.kind == FileKind::regular) paths.emplace(path);
  }
  std::map<std::string, std::string> texts;
  if (paths.empty()) return texts;
  std::string blobs;
  for (const std::string& path : paths) blobs += entries.at(path).blob + "\n";
  const auto batch = git.run({"cat-file", "--batch"}, blobs);
  if (!batch) return std::nullopt;
  auto next = paths.begin();
  for (std::string& text : texts_of(*batch)) texts.emplace(*next++, std::move(text));
  return texts;
}

}  // namespace

std::optional<Staged> read_staged(Call& call) {
  const auto git = Git::open(call);
  if (!git) return std::nullopt;
  const auto listed = git->run({"ls-files", "-s", "-z"});
  const auto differing = listed ? git->run({"diff-files", "--name-only", "--relative", "-z"}) : std::nullopt;
  const auto changed = differing ? git->run({"diff", "--cached", "--name-only", "--no-renames", "--relative", "-z"}) : std::nullopt;
  if (!changed) return std::nullopt;
  Staged staged;
  Entries entries = entries_of(*listed, staged.unmerged);
  auto texts = fetch(*git, entries, *differing);
  if (!texts) return std::nullopt;
  for (const std::string_view path : split_at_nul(*changed)) {
    const bool there = entries.contains(std::string(path));
    if (there) staged.changed.emplace_back(path);
    staged.removes = staged.removes || !there;
  }
  staged.files = std::make_unique<IndexFiles>(call.files(), std::move(entries), std::move(*texts));
  return staged;
}

}  // namespace nammo::cli
