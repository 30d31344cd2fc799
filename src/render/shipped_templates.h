#pragma once

#include <span>
#include <string_view>

namespace nammo {

struct ShippedTemplate {
  std::string_view name;  // "week.vi"
  std::string_view text;
};
// Made at build from src/render/templates/*.mustache.
extern const std::span<const ShippedTemplate> kShippedTemplates;

}  // namespace nammo
