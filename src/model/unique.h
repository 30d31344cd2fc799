#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/catalogue/model.h"
#include "model/fields.h"
#include "model/reading.h"
#include "nammo/ids.h"
#include "yaml/tree.h"

namespace nammo::model {

// Each mapping of a list that has an `id`, as f(id, node). An id that stands in the
// list already is a finding with both places, and its entry is passed over.
template <typename F>
void each_unique(const yaml::Node& list, const Reading& reading, F&& f) {
  std::map<std::string, yaml::Node> seen;
  each_mapping(list, [&](const yaml::Node& entry) {
    const auto id = entry.find("id");
    if (!id || !id.is_scalar() || !is_id(id.text())) return;
    const auto [first, fresh] = seen.emplace(std::string(id.text()), id);
    if (fresh) return f(first->first, entry);
    reading.clash("yaml-duplicate-key", id, say(msg::id_twice, in_quotes(id.text())), first->second,
                  say(msg::id_first));
  });
}

}  // namespace nammo::model
