#include "cli/git_hook.h"

#include <filesystem>

#include "base/catalogue/cli.h"
#include "cli/command.h"
#include "nammo/new_store.h"

namespace nammo::cli {

namespace fs = std::filesystem;

std::optional<HookPlace> find_hook(Call& call, const std::string& root) {
  fs::path there(root);
  while (there.has_relative_path() && call.world().open_folder(there.string())->kind("") != FileKind::directory) there = there.parent_path();
  const auto git = call.world().run_program({"git", "-C", there.string(), "rev-parse", "--show-prefix", "--git-path", "hooks"}, "");
  const auto end = git.out.find('\n');
  if (!git.succeeded() || end == std::string::npos) {
    const std::string why = git.started ? git.err : git.reason;
    call.complain(say(msg::cli_no_repository, printable(root), printable(why.substr(0, why.find('\n')))), say(msg::cli_no_repository_help));
    return std::nullopt;
  }
  HookPlace place;
  place.folder = (fs::path(git.out.substr(0, end)) / fs::path(root).lexically_relative(there)).lexically_normal().string();
  while (place.folder.ends_with('/')) place.folder.pop_back();
  if (place.folder == ".") place.folder.clear();
  std::string hooks = git.out.substr(end + 1);
  hooks.erase(hooks.find_last_not_of('\n') + 1);
  place.file = (there / hooks / "pre-commit").lexically_normal().string();
  if (call.world().read_file(place.file, kMaxFileSize).failure == ReadFailure::missing) return place;
  call.complain(say(msg::cli_hook_there, printable(place.file)), say(msg::cli_hook_there_help));
  return std::nullopt;
}

int write_hook(Call& call, const HookPlace& place, Language language) {
  auto failed = call.world().make_folder(place.file.substr(0, place.file.rfind('/')));
  if (!failed) failed = call.world().write_file(place.file, pre_commit_hook(place.folder, language));
  if (!failed) {
    const auto chmod = call.world().run_program({"chmod", "+x", place.file}, "");
    if (chmod.succeeded()) return kDone;
    failed = chmod.started ? chmod.err : chmod.reason;
  }
  call.complain(say(msg::cli_write_failed, printable(place.file), printable(*failed)), say(msg::cli_hook_failed_help));
  return kFailed;
}

}  // namespace nammo::cli
