#pragma once

#include <string>
#include <vector>

#include "nammo/edit.h"
#include "yaml/tree.h"

namespace nammo::yaml {

// What a document says, without how and where it is written: to foretell what an edit
// makes of it, and to see that it did.
struct Shape {
  Kind kind = Kind::scalar;
  // Of a scalar; whether it was written without quotes, which decides how it may be read.
  std::string text{};
  enum class Quotes { without, with, either } quotes = Quotes::with;
  std::vector<std::string> keys{};
  std::vector<Shape> items{};
};
[[nodiscard]] Shape shape_of(Node node);
[[nodiscard]] Shape shape_of(const EditValue& value);
// `either` equals both others.
[[nodiscard]] bool operator==(const Shape& a, const Shape& b);

// Makes the edit. False when its path leads nowhere; nothing has changed then.
[[nodiscard]] bool make_edit(const Edit& edit, Shape& root);

}  // namespace nammo::yaml
