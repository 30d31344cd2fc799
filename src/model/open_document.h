#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "schema/schema.h"
#include "yaml/tree.h"

namespace nammo::model {

enum class Need { optional, required };

// The bytes of a file of the store. Whatever keeps it from being read is a finding,
// except that an optional one is not there.
[[nodiscard]] std::optional<std::string> read_bytes(const FileReader& files, const std::string& path, Need need,
                                                    Diagnostics& diagnostics, std::size_t limit = kMaxFileSize);

// The tree of the bytes of a file. What its schema finds wrong is in `diagnostics`;
// empty only when the file is no YAML that nammo takes.
[[nodiscard]] std::optional<yaml::Tree> read_tree(std::string bytes, const std::string& path, schema::FileType type,
                                                  Diagnostics& diagnostics);

// What a file that was opened gave.
struct Document {
  bool exists = false;  // something stands there
  std::optional<yaml::Tree> tree;
};
[[nodiscard]] Document open_document(const FileReader& files, const std::string& path, schema::FileType type,
                                     Need need, Diagnostics& diagnostics);

// The entries of a folder that are not passed over. A folder that is not there has
// none; one that cannot be listed is a finding, and a link is never followed.
[[nodiscard]] std::vector<FolderEntry> list_folder(const FileReader& files, const std::string& path,
                                                   Diagnostics& diagnostics);

// True for names that are passed over in every folder: hidden files and the
// backups of editors.
[[nodiscard]] bool is_passed_over(std::string_view name);

}  // namespace nammo::model
