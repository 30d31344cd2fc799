#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/ending_signals.h"

namespace nammo {

// A file of its own in the system's folder for such files, gone with this value, also when
// somebody ends the program: for libraries and programs that take names only.
class TemporaryFile {
 public:
  // Empty, readable by nobody else. `suffix`: ".docx", for whom a name tells the kind.
  explicit TemporaryFile(std::string_view suffix = {});
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  // Puts `bytes` into it.
  void write(std::string_view bytes);

  // The system's words when there is no such file or writing failed; else empty.
  [[nodiscard]] const std::string& reason() const { return reason_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& folder() const { return folder_; }
  // What somebody wrote into it by now. Empty when it cannot be read.
  [[nodiscard]] std::optional<std::string> read() const;

 private:
  HeldSignals held_;
  std::string folder_;
  std::string path_;
  std::string reason_;
};

}  // namespace nammo
