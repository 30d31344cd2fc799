#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "model/reading.h"
#include "model/take.h"
#include "yaml/tree.h"

namespace nammo::model {

// A key of a mapping and what becomes of its value. The schema knows which keys
// there may be; a key without a field is passed over.
template <typename T>
struct Field {
  std::string_view key;
  void (*read)(T& target, const yaml::Node& value, const Reading& reading);
};

template <typename T, std::size_t N>
void read_fields(const yaml::Node& mapping, const Field<T> (&fields)[N], T& target, const Reading& reading) {
  if (!mapping.is_mapping()) return;
  mapping.each_pair([&](const yaml::Node& key, const yaml::Node& value) {
    const auto name = key.text();
    for (const auto& field : fields) {
      if (field.key == name) return field.read(target, value, reading);
    }
  });
}

// Each mapping of a list, as f(node). Anything else in it is passed over.
template <typename F>
void each_mapping(const yaml::Node& list, F&& f) {
  if (!list || !list.is_sequence()) return;
  for (const auto& entry : list) {
    if (entry.is_mapping()) f(entry);
  }
}

// A list of mappings; each entry keeps its place.
template <typename T, std::size_t N>
void read_entries(const yaml::Node& list, const Field<T> (&fields)[N], std::vector<T>& out, const Reading& reading) {
  each_mapping(list, [&](const yaml::Node& node) {
    T entry{};
    read_fields(node, fields, entry, reading);
    entry.place = node.place();
    out.push_back(std::move(entry));
  });
}

template <typename T, typename M>
T owner_of(M T::*);
template <auto Member>
using Owner = decltype(owner_of(Member));

// The reader of a field that is a plain value of its own type.
template <auto Member>
void value(Owner<Member>& target, const yaml::Node& node, const Reading&) {
  take(node, target.*Member);
}

// The same with a second member for the place of the value.
template <auto Member, auto PlaceMember>
void placed_value(Owner<Member>& target, const yaml::Node& node, const Reading&) {
  if (take(node, target.*Member)) target.*PlaceMember = node.place();
}

}  // namespace nammo::model
