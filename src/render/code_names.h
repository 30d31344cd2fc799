#pragma once

#include <string_view>

#include "model/enum_names.h"

namespace nammo {

// The code of a value as files write it; empty for one that stands for "none given".
template <typename E>
[[nodiscard]] std::string_view code_of(E value) {
  for (const auto& name : model::kNamesOf<E>) {
    if (name.value == value) return name.text;
  }
  return {};
}

}  // namespace nammo
