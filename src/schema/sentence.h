#pragma once

#include "nammo/text.h"
#include "schema/check.h"

namespace nammo::schema {

struct Sentence {
  Text message;
  Text help;  // what is allowed, or what to write; may be empty
};

// What a finding says.
[[nodiscard]] Sentence sentence_of(const Violation& violation);

}  // namespace nammo::schema
