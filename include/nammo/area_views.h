#pragma once

#include <optional>
#include <string>

#include "nammo/ids.h"
#include "nammo/store.h"
#include "nammo/text.h"
#include "nammo/time.h"

namespace nammo {

// Which areas a view shows, as of a day.
struct AreaView {
  AreaId root;              // with all that lies below it; empty: every area
  Date day{};
  LevelId level;            // empty: every level
  bool invalid_too = false;  // also areas that are not valid on that day
};

// The areas as an indented tree, siblings in natural order.
[[nodiscard]] std::string area_tree_text(const Store& store, const AreaView& view, Language language);
// One row an area: id, name, level, since, until, code, lead (of the first
// organisation that has one on that day). Text for a terminal, CSV, or JSON.
[[nodiscard]] std::string area_list_text(const Store& store, const AreaView& view);
[[nodiscard]] std::string area_list_csv(const Store& store, const AreaView& view);
[[nodiscard]] std::string area_list_json(const Store& store, const AreaView& view);
// Everything about one area as of a day: its dates, its officers, what it continues.
[[nodiscard]] std::string area_text(const Store& store, const AreaId& id, Date day, Language language);

}  // namespace nammo
