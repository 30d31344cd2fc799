#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "nammo/diagnostic.h"
#include "yaml/tree.h"

namespace nammo::yaml {

// What the parser said, with its places as bytes of the source.
struct ParserError {
  std::string_view context;
  std::string_view problem;
  std::size_t context_at = 0;
  std::size_t problem_at = 0;
  std::size_t last_scalar = 0;  // where the last scalar begins that was understood
};

// The finding in an office worker's words, at the place where the mistake is
// rather than where the parser noticed it.
[[nodiscard]] Diagnostic explain(const ParserError& error, const Tree& tree, const std::string& file);

}  // namespace nammo::yaml
