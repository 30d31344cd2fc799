#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/call.h"
#include "cli/store_lock.h"
#include "nammo/edit.h"

namespace nammo::cli {

// What one command changes in the store: all of it or, where anything is wrong with
// it, nothing. Nobody else's change is overwritten, and nothing is written that `check`
// refuses (trap T25). Paths are relative to the store.
class StoreWriter {
 public:
  // Holds the store's lock from now on. Empty after an error message: then kFailed.
  [[nodiscard]] static std::optional<StoreWriter> open(Call& call, std::chrono::seconds wait = {});

  // A whole text for a file, which may be new.
  void put(const std::string& path, std::string text);
  // Edits of a file that is there, or was put. False after an error message.
  [[nodiscard]] bool edit(const std::string& path, std::span<const Edit> edits);
  // `check` must have no error in that file either, although it is not changed.
  void must_pass(const std::string& path);
  // The text of a file as it stands now, with what was changed so far; empty when
  // there is none that can be read.
  [[nodiscard]] std::optional<std::string> text(const std::string& path) const;
  // The store as it will be, for as long as nothing more is changed.
  [[nodiscard]] std::unique_ptr<FileReader> files() const;

  // Checks the changed files where they will stand, and writes those that differ from
  // what is there. An exit status: kDone; kBadNews after the findings of check, and
  // nothing is written; kFailed after an error message, which says what was written.
  [[nodiscard]] int write();

 private:
  struct Change {
    std::optional<std::string> before;  // empty: the file is not there
    std::string after;
  };
  StoreWriter(Call& call, std::unique_ptr<Lock> lock) : call_(&call), lock_(std::move(lock)) {}
  [[nodiscard]] std::optional<std::string> on_disk(const std::string& path) const;
  [[nodiscard]] std::map<std::string, std::string> texts() const;
  [[nodiscard]] bool passes_check(const FileReader& files) const;
  [[nodiscard]] bool unchanged_since() const;
  [[nodiscard]] int write_files() const;

  Call* call_;
  std::unique_ptr<Lock> lock_;
  std::map<std::string, Change> changes_;
  std::vector<std::string> must_pass_;
};

}  // namespace nammo::cli
