#include "cli/kept_index.h"

#include "cli/call.h"

namespace nammo::cli {
namespace {

constexpr const char* kIgnored = ".nammo/.gitignore";

// Why something could not be written is nobody's matter: then it is read anew next time.
void keep(Call& call, const std::string& path, const std::string& bytes) {
  const World& world = call.world();
  const FileKind own = call.files().kind(".nammo");
  if (own != FileKind::directory && own != FileKind::missing) return;  // a link would lead out of the store
  if (world.make_folder(call.root() + "/.nammo/index")) return;
  const bool ignored = call.files().kind(kIgnored) != FileKind::missing;
  if (!ignored && world.write_file(call.root() + "/" + kIgnored, "*\n")) return;
  static_cast<void>(world.write_file(call.root() + "/" + path, bytes));
}

}  // namespace

FilingIndex open_index(Call& call) {
  return FilingIndex{call.files(), [&call](const std::string& path, const std::string& bytes) { keep(call, path, bytes); }};
}

}  // namespace nammo::cli
