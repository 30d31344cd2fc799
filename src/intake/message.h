#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/head.h"
#include "intake/headings.h"
#include "nammo/intake.h"

namespace nammo::intake {

// One thing that a message tells: lines of one part, joined.
struct Entry {
  Section section = Section::situation;
  std::string about;  // what its heading names besides
  std::string text;
  int line = 0;  // of the paste
};

// A message taken apart.
struct MessageParts {
  std::optional<Head> head;
  int head_line = 0;
  // That nothing new arose, said of all or of the situation alone.
  bool nil = false;
  bool all_nil = false;
  bool has_parts = false;  // a heading, or nil
  std::vector<Entry> entries;
};
[[nodiscard]] MessageParts take_apart(const Piece& piece, const AreaNames& names);

}  // namespace nammo::intake
