// What nammo's reader makes of YAML, for a comparison with other readers. Each line of
// stdin is a file in hexadecimal digits; the answer is a line "refused <codes>" or the tree
// as documents.py writes it.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "yaml/read.h"

using namespace nammo;

namespace {

std::string shown(const yaml::Node& node) {
  if (node.is_scalar()) return nlohmann::json(std::string(node.text())).dump();
  std::string inside;
  for (auto at = node.begin(); at != node.end(); ++at) {
    inside += inside.empty() ? "" : ", ";
    if (node.is_mapping()) inside += shown(*at++) + ": ";
    inside += shown(*at);
  }
  return node.is_mapping() ? "{" + inside + "}" : "[" + inside + "]";
}

std::string bytes_of(const std::string& digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  return bytes;
}

std::string verdict(const std::string& bytes) {
  Diagnostics findings;
  if (const auto tree = yaml::read(bytes, "f.yaml", findings)) return shown(tree->root());
  std::string codes;
  for (const auto& finding : findings.items()) codes += " " + finding.code;
  return "refused" + codes;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << verdict(bytes_of(line)) << '\n';
}
