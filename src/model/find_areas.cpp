#include <algorithm>
#include <utility>

#include "nammo/store.h"
#include "nammo/store_files.h"

namespace nammo {
namespace {

bool has_area_file(const FileReader& files, const std::string& id) {
  return files.kind(area_path(AreaId{id})) == FileKind::regular;
}

// The areas below `folder` ("areas/…") for which `wanted` holds, in order.
template <typename Wanted>
void collect(const FileReader& files, const std::string& parent, Wanted&& wanted, std::vector<AreaId>& found) {
  for (const FolderEntry& entry : files.list(parent.empty() ? "areas" : "areas/" + parent).entries) {
    if (entry.kind != FileKind::directory) continue;
    const std::string id = parent.empty() ? entry.name : parent + "/" + entry.name;
    if (!is_area_id(id)) continue;
    if (wanted(id) && has_area_file(files, id)) found.emplace_back(id);
    collect(files, id, wanted, found);
  }
}

}  // namespace

std::vector<AreaId> find_areas(const FileReader& files, std::string_view typed) {
  std::vector<AreaId> found;
  if (typed.empty()) {
    for (const FolderEntry& entry : files.list("areas").entries) {
      const bool area = entry.kind == FileKind::directory && is_area_id(entry.name);
      if (area && has_area_file(files, entry.name)) found.emplace_back(entry.name);
    }
    return found;
  }
  const std::string tail(typed);
  if (!is_area_id(tail)) return {};
  if (has_area_file(files, tail)) return {AreaId{tail}};
  collect(files, {}, [&](const std::string& id) { return id.ends_with("/" + tail); }, found);
  return found;
}

}  // namespace nammo
