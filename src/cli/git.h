#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/call.h"

namespace nammo::cli {

// What git knows of the store. All paths are relative to the store.
class Git {
 public:
  // Empty after an error message: there is no git, or the store is in no repository.
  [[nodiscard]] static std::optional<Git> open(Call& call);

  // What `git WORDS` prints, run in the store; empty where it fails, without a word.
  [[nodiscard]] std::optional<std::string> ask(std::vector<std::string> words) const;
  // What `git WORDS` prints, run in the store. Empty after an error message.
  [[nodiscard]] std::optional<std::string> run(std::vector<std::string> words, const std::string& input = {}) const;

 private:
  [[nodiscard]] ProgramResult start(std::vector<std::string> words, const std::string& input) const;
  explicit Git(Call& call) : call_(&call) {}
  Call* call_;
};

// The parts of a text that a NUL ends, as git prints lists with -z.
[[nodiscard]] std::vector<std::string_view> split_at_nul(std::string_view text);

// What the next commit holds: git's index.
struct Staged {
  std::unique_ptr<FileReader> files;  // the store as it will be then; reads from the call's files
  std::vector<std::string> changed;   // files of it that differ from the last commit
  bool removes = false;               // files that the last commit has are gone
  std::vector<std::string> unmerged;  // files with a conflict that nobody has settled
};
// Empty after an error message.
[[nodiscard]] std::optional<Staged> read_staged(Call& call);

}  // namespace nammo::cli
