#include "model/open_document.h"

#include <utility>

#include "base/catalogue/model.h"
#include "base/unicode.h"
#include "yaml/read.h"

namespace nammo::model {
namespace {

void report_failure(ReadFailure failure, const std::string& reason, const std::string& path,
                    Diagnostics& diagnostics, std::size_t limit = kMaxFileSize) {
  const auto add = [&](const char* code, Text message, Text help) {
    diagnostics.error(code, {path, {}}, std::move(message), std::move(help));
  };
  switch (failure) {
    case ReadFailure::none: return;
    case ReadFailure::missing: return add("file-kind", say(msg::file_missing), say(msg::file_missing_help));
    case ReadFailure::wrong_kind: return add("file-kind", say(msg::file_wrong_kind), say(msg::file_wrong_kind_help));
    case ReadFailure::too_large: return add("file-size", say(msg::file_too_large, limit >> 20U), say(msg::file_too_large_help));
    case ReadFailure::denied:
      return add("file-kind", say(msg::file_denied), say(msg::file_unreadable_help));
    case ReadFailure::failed:
      return add("file-kind", say(msg::file_unreadable, printable(reason)), say(msg::file_unreadable_help));
  }
}

}  // namespace

std::optional<std::string> read_bytes(const FileReader& files, const std::string& path, Need need,
                                      Diagnostics& diagnostics, std::size_t limit) {
  ReadResult result = files.read(path, limit);
  if (result.failure == ReadFailure::none) return std::move(result.text);
  if (need == Need::required || result.failure != ReadFailure::missing) {
    report_failure(result.failure, result.reason, path, diagnostics, limit);
  }
  return std::nullopt;
}

std::optional<yaml::Tree> read_tree(std::string bytes, const std::string& path, schema::FileType type,
                                    Diagnostics& diagnostics) {
  auto tree = yaml::read(std::move(bytes), path, diagnostics);
  if (tree) schema::schema_for(type).validate(*tree, path, diagnostics);
  return tree;
}

Document open_document(const FileReader& files, const std::string& path, schema::FileType type, Need need,
                       Diagnostics& diagnostics) {
  const auto errors = diagnostics.errors();
  auto bytes = read_bytes(files, path, need, diagnostics);
  if (!bytes) return {diagnostics.errors() > errors, std::nullopt};
  return {true, read_tree(std::move(*bytes), path, type, diagnostics)};
}

std::vector<FolderEntry> list_folder(const FileReader& files, const std::string& path, Diagnostics& diagnostics) {
  const auto kind = files.kind(path);  // also missing where it cannot be seen; then listing tells why
  if (kind != FileKind::directory && kind != FileKind::missing) {
    report_failure(ReadFailure::wrong_kind, {}, path, diagnostics);
    return {};
  }
  ListResult listed = files.list(path);
  if (listed.failure != ReadFailure::missing) report_failure(listed.failure, listed.reason, path, diagnostics);
  std::erase_if(listed.entries, [](const FolderEntry& entry) { return is_passed_over(entry.name); });
  return std::move(listed.entries);
}

bool is_passed_over(std::string_view name) {
  return name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp");
}

}  // namespace nammo::model
