#include "schema/json_tree.h"

#include <nlohmann/json.hpp>

#include <string>

namespace nammo::schema {
namespace {

using Json = nlohmann::ordered_json;
using yaml::Kind;
using yaml::Style;

void add(const Json& value, std::size_t end, yaml::Tree& tree) {
  if (value.is_string()) {
    tree.add_scalar(value.get_ref<const std::string&>(), Style::json_text, 0, end);
  } else if (!value.is_structured()) {
    tree.add_scalar(value.dump(), Style::json, 0, end);
  } else {
    const auto collection = tree.open(value.is_array() ? Kind::sequence : Kind::mapping, 0);
    for (const auto& item : value.items()) {
      if (value.is_object()) tree.add_scalar(item.key(), Style::json_text, 0, end);
      add(item.value(), end, tree);
    }
    tree.close(collection, end);
  }
}

}  // namespace

yaml::Tree tree_of(const Json& value) {
  yaml::Tree tree;
  auto source = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  add(value, source.size(), tree);
  tree.set_source(std::move(source));
  return tree;
}

}  // namespace nammo::schema
