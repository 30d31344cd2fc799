#include "schema/rule.h"

#include <utility>

namespace nammo::schema {
namespace {

// Keys of one mapping differ in length, first or last letter nearly always.
std::size_t slot_of(std::string_view name) {
  if (name.empty()) return 0;
  const auto byte = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)); };
  return byte(name.front()) * 31 + byte(name.back()) * 7 + byte(name[name.size() / 2]) + name.size() * 13;
}

}  // namespace

PropertyTable::PropertyTable(std::vector<Property> properties) : items_(std::move(properties)) {
  std::size_t size = 2;
  while (size < 2 * items_.size()) size *= 2;
  slots_.resize(size);
  for (std::size_t i = 0; i < items_.size(); ++i) {
    std::size_t slot = slot_of(items_[i].name) & (size - 1);
    while (slots_[slot] != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
    if (items_[i].required) ++required_;
  }
}

const Property* PropertyTable::find(std::string_view name) const noexcept {
  if (items_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = slot_of(name) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Property& property = items_[slots_[slot] - 1];
    if (property.name == name) return &property;
  }
  return nullptr;
}

}  // namespace nammo::schema
