#include "cli/evidence.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>
#include <vector>

#include "base/catalogue/cli.h"
#include "cli/git.h"

namespace nammo::cli {
namespace {

constexpr char kCommitMark = '\x01';

std::string main_branch(const Git& git) {
  for (const std::string name : {"main", "master"}) {
    if (git.ask({"rev-parse", "--verify", "--quiet", "refs/heads/" + name})) return name;
  }
  for (const std::string name : {"refs/remotes/origin/HEAD", "HEAD"}) {
    auto branch = git.ask({"rev-parse", "--abbrev-ref", name});
    if (!branch) continue;
    while (branch->ends_with('\n')) branch->pop_back();
    return *branch;
  }
  return "HEAD";
}

// Of each added file the earliest time among `listed`, as log_words() asks for.
void note_earliest(std::string_view listed, const std::function<std::optional<Instant>&(const std::string&)>& time_of) {
  Instant at{};
  for (std::string_view part : split_at_nul(listed)) {
    if (part.starts_with(kCommitMark)) {
      std::int64_t seconds = 0;
      std::from_chars(part.data() + 1, part.data() + part.size(), seconds);
      at = Instant{std::chrono::seconds{seconds}};
      continue;
    }
    if (part.starts_with('\n')) part.remove_prefix(1);
    if (part.empty()) continue;
    std::optional<Instant>& time = time_of(std::string(part));
    time = time ? std::min(*time, at) : at;
  }
}

std::vector<std::string> log_words(std::vector<std::string> which, const std::vector<std::string>& paths) {
  std::vector<std::string> words{"log", "-z", "--diff-filter=A", "--no-renames", "--name-only", "--relative",
                                 std::string("--format=") + kCommitMark + "%ct"};
  words.insert(words.end(), which.begin(), which.end());
  words.push_back("--");
  words.insert(words.end(), paths.begin(), paths.end());
  return words;
}

}  // namespace

std::optional<GitEvidence> read_evidence(Call& call, const AreaId& area, std::span<const Period> periods, std::string branch) {
  const auto git = Git::open(call);
  if (!git) return std::nullopt;
  GitEvidence evidence;
  evidence.branch = branch.empty() ? main_branch(*git) : std::move(branch);
  std::vector<std::string> paths;
  for (const Period& period : periods) paths.push_back(":(glob)areas/" + area.str() + "/**/reports/*/" + to_string(period) + ".yaml");
  const auto first = git->run(log_words({"--all"}, paths));
  const auto reached = first ? git->run(log_words({"--first-parent", "--diff-merges=first-parent", "--end-of-options", evidence.branch}, paths))
                             : std::nullopt;
  if (!reached) return std::nullopt;
  note_earliest(*first, [&](const std::string& path) -> std::optional<Instant>& { return evidence.files[path].first; });
  note_earliest(*reached, [&](const std::string& path) -> std::optional<Instant>& { return evidence.files[path].reached; });
  if (git->ask({"rev-parse", "--is-shallow-repository"}) == "true\n") call.remark(say(msg::cli_shallow_history));
  return evidence;
}

}  // namespace nammo::cli
