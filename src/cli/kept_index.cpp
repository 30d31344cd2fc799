#include "cli/kept_index.h"

#include "cli/call.h"

namespace nammo::cli {
namespace {

// Why something could not be written is nobody's matter: then it is read anew next time.
void keep(Call& call, const std::string& path, const std::string& bytes) {
  const World& world = call.world();
  if (world.make_own_folder(call.root()) || world.make_folder(call.root() + "/.nammo/index")) return;
  static_cast<void>(world.write_file(call.root() + "/" + path, bytes));
}

}  // namespace

FilingIndex open_index(Call& call) {
  return FilingIndex{call.files(), [&call](const std::string& path, const std::string& bytes) { keep(call, path, bytes); }};
}

}  // namespace nammo::cli
