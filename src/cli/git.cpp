#include "cli/git.h"

#include <utility>

#include "base/catalogue/cli.h"

namespace nammo::cli {

std::optional<Git> Git::open(Call& call) {
  const Git git(call);
  if (!git.run({"rev-parse", "--git-dir"})) return std::nullopt;
  return git;
}

ProgramResult Git::start(std::vector<std::string> words, const std::string& input) const {
  words.insert(words.begin(), {"git", "-C", call_->root()});
  return call_->world().run_program(words, input);
}

std::optional<std::string> Git::ask(std::vector<std::string> words) const {
  ProgramResult result = start(std::move(words), {});
  return result.succeeded() ? std::optional{std::move(result.out)} : std::nullopt;
}

std::optional<std::string> Git::run(std::vector<std::string> words, const std::string& input) const {
  const std::string command = words.front();
  ProgramResult result = start(std::move(words), input);
  if (result.succeeded()) return std::move(result.out);
  const std::string& reason = result.started ? result.err : result.reason;
  const std::string line = reason.substr(0, reason.find('\n'));
  call_->complain(say(msg::cli_git_failed, command, printable(line)), say(msg::cli_git_failed_help, printable(call_->root())));
  return std::nullopt;
}

std::vector<std::string_view> split_at_nul(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find('\0'), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace nammo::cli
