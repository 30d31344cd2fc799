#pragma once

#include <string>
#include <string_view>

#include "nammo/area.h"
#include "nammo/store.h"

namespace nammo {

// The files of areas and officers that are not there yet.

// "areas/thuan-thanh/ho/area.yaml", "officers/nguyen-van-a.yaml"
[[nodiscard]] std::string area_path(const AreaId& area);
[[nodiscard]] std::string officer_path(const OfficerId& officer);

// Their texts as a careful person writes them: the schema for the editor, the keys in
// the order of the manual, quotes where YAML needs them. What is empty has no line, nor
// has a `brief` that is the name, nor an account of state none. `file` and `place` do not count.
[[nodiscard]] std::string area_file(const Area& area);
[[nodiscard]] std::string officer_file(const Officer& officer);

// The id that a name suggests: "Khu phố 6" -> "khu-pho-6", at most 40 characters; empty
// where it has neither Latin letters nor digits.
[[nodiscard]] std::string id_from(std::string_view name);
// True for two ways to write one name: capitals, the form of Unicode and blanks at the
// ends do not count (trap T23).
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

}  // namespace nammo
