#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/call.h"
#include "nammo/diagnostic.h"

namespace nammo::cli {

// The words that open `file` in the editor of VISUAL or EDITOR, as git runs it; at
// `line`, where it is over 0 and the editor is one whose way to say so is known.
[[nodiscard]] std::vector<std::string> editor_words(const std::string& editor, const std::string& file, int line);

// A copy of a report for an editor, below .nammo/edit at the path that it has in the
// store: what its first line says of the schema leads to a copy of that. Beside it lies
// what it began with. Both are emptied when they are no longer needed.
class Draft {
 public:
  Draft(Call& call, const std::string& file);

  [[nodiscard]] const std::string& path() const { return path_; }  // absolute
  // Empty when there is none.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string base() const;
  // False after an error message.
  [[nodiscard]] bool begin(const std::string& text, const std::string& base) const;
  void drop() const;

 private:
  [[nodiscard]] bool put(const std::string& path, const std::string& text) const;

  Call* call_;
  std::string path_;
};

}  // namespace nammo::cli
