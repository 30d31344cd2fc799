#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "yaml/read.h"

namespace {

// Every node lies inside its parent's bytes and the source, in order.
void check_places(const nammo::yaml::Node& node, std::size_t size) {
  if (node.begin_byte() > node.end_byte() || node.end_byte() > size) std::abort();
  std::size_t last = node.begin_byte();
  if (node.is_scalar()) return;
  for (auto i = node.begin(); i != node.end(); ++i) {
    const nammo::yaml::Node child = *i;
    if (child.begin_byte() < last || child.end_byte() > node.end_byte()) std::abort();
    last = child.end_byte();
    check_places(child, size);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nammo::Diagnostics findings;
  const auto tree = nammo::yaml::read(std::string(reinterpret_cast<const char*>(data), size), "fuzz.yaml", findings);
  if (tree.has_value() == findings.has_errors()) std::abort();  // refused without a word, or read in spite of one
  if (tree) check_places(tree->root(), size);
  for (const auto& finding : findings.items()) {
    const auto& place = finding.where.place;
    if (place.line < 1 || place.column < 1 || place.end_line < place.line) std::abort();
  }
  return 0;
}
