#include "yaml/shape.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace nammo::yaml {
namespace {

using Step = EditPath::value_type;

bool is_null(const Shape& shape) {
  return shape.kind == Kind::scalar && shape.quotes == Shape::Quotes::without &&
         (shape.text.empty() || shape.text == "~" || shape.text == "null");
}

Shape* child(Shape& shape, const Step& step) {
  if (const auto* index = std::get_if<std::size_t>(&step)) {
    return shape.kind == Kind::sequence && *index < shape.items.size() ? &shape.items[*index] : nullptr;
  }
  const auto& key = std::get<std::string>(step);
  const auto found = std::find(shape.keys.begin(), shape.keys.end(), key);
  if (shape.kind != Kind::mapping || found == shape.keys.end()) return nullptr;
  return &shape.items[static_cast<std::size_t>(found - shape.keys.begin())];
}

Shape* find(Shape& root, std::span<const Step> path) {
  Shape* shape = &root;
  for (const Step& step : path) {
    shape = child(*shape, step);
    if (shape == nullptr) return nullptr;
  }
  return shape;
}

// The mapping or list that holds what the path names.
Shape* holder_of(Shape& root, const EditPath& path) {
  return path.empty() ? nullptr : find(root, std::span(path).first(path.size() - 1));
}

bool add_key(const Edit& edit, Shape& holder, Shape value) {
  const auto* key = std::get_if<std::string>(&edit.path.back());
  if (key == nullptr || holder.kind != Kind::mapping) return false;
  const auto sibling = std::find(holder.keys.begin(), holder.keys.end(), edit.after);
  const auto place = sibling == holder.keys.end() ? holder.keys.end() - holder.keys.begin() : sibling - holder.keys.begin() + 1;
  holder.keys.insert(holder.keys.begin() + place, *key);
  holder.items.insert(holder.items.begin() + place, std::move(value));
  return true;
}

bool set(const Edit& edit, Shape& root, Shape value) {
  Shape* holder = holder_of(root, edit.path);
  if (holder == nullptr) return false;
  Shape* old = child(*holder, edit.path.back());
  if (old == nullptr) return add_key(edit, *holder, std::move(value));
  *old = std::move(value);
  return true;
}

bool append(const Edit& edit, Shape& root) {
  Shape* list = find(root, edit.path);
  if (list == nullptr || is_null(*list)) return set(edit, root, shape_of(list_value({edit.value})));
  if (list->kind != Kind::sequence) return false;
  const Shape value = shape_of(edit.value);
  if (std::find(list->items.begin(), list->items.end(), value) == list->items.end()) list->items.push_back(value);
  return true;
}

bool remove(const Edit& edit, Shape& root) {
  Shape* holder = holder_of(root, edit.path);
  if (holder == nullptr) return false;
  const Shape* old = child(*holder, edit.path.back());
  if (old == nullptr) return true;
  const auto place = old - holder->items.data();
  if (holder->kind == Kind::mapping) holder->keys.erase(holder->keys.begin() + place);
  holder->items.erase(holder->items.begin() + place);
  return true;
}

}  // namespace

Shape shape_of(Node node) {
  Shape shape;
  shape.kind = node.kind();
  if (node.is_scalar()) {
    shape.text = node.text();
    shape.quotes = node.is_plain() ? Shape::Quotes::without : Shape::Quotes::with;
  } else if (node.is_mapping()) {
    node.each_pair([&](Node key, Node value) {
      shape.keys.emplace_back(key.text());
      shape.items.push_back(shape_of(value));
    });
  } else {
    for (const Node item : node) shape.items.push_back(shape_of(item));
  }
  return shape;
}

Shape shape_of(const EditValue& value) {
  Shape shape;
  shape.text = value.text;
  shape.keys = value.keys;
  for (const auto& item : value.items) shape.items.push_back(shape_of(item));
  switch (value.kind) {
    case EditValue::Kind::text: shape.quotes = Shape::Quotes::either; break;
    case EditValue::Kind::plain: shape.quotes = Shape::Quotes::without; break;
    case EditValue::Kind::list: shape.kind = Kind::sequence; break;
    case EditValue::Kind::mapping: shape.kind = Kind::mapping; break;
  }
  return shape;
}

bool operator==(const Shape& a, const Shape& b) {
  constexpr auto kEither = Shape::Quotes::either;
  if (a.kind != b.kind) return false;
  if (a.kind != Kind::scalar) return a.keys == b.keys && a.items == b.items;
  return a.text == b.text && (a.quotes == b.quotes || a.quotes == kEither || b.quotes == kEither);
}

bool make_edit(const Edit& edit, Shape& root) {
  switch (edit.kind) {
    case Edit::Kind::set: return set(edit, root, shape_of(edit.value));
    case Edit::Kind::append: return append(edit, root);
    case Edit::Kind::remove: return remove(edit, root);
  }
  return false;
}

}  // namespace nammo::yaml
