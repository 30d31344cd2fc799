// Judges many documents by nammo's own schemas, for a comparison with another
// validator. Reads lines "<kind> TAB <JSON>" from stdin and prints for each
// "<verdict on the JSON> TAB <verdict on the same text read as YAML>".
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "schema/json_tree.h"
#include "schema/schema.h"
#include "yaml/read.h"

using namespace nammo;

namespace {

using schema::FileType;

const std::map<std::string, FileType> kKinds = {
    {"settings", FileType::settings}, {"regime", FileType::regime}, {"codes", FileType::codes},
    {"indicators", FileType::indicators}, {"rules", FileType::rules}, {"calendar", FileType::calendar},
    {"officer", FileType::officer}, {"area", FileType::area}, {"report", FileType::report},
    {"review", FileType::review}, {"published", FileType::published},
    {"posted", FileType::posted}};

std::string verdict(const schema::Schema& schema, const std::optional<yaml::Tree>& tree) {
  if (!tree) return "unreadable";
  Diagnostics findings;
  return schema.validate(*tree, "f", findings) ? "valid" : "invalid";
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto tab = line.find('\t');
    const auto& schema = schema::schema_for(kKinds.at(line.substr(0, tab)));
    const auto text = line.substr(tab + 1);
    Diagnostics findings;
    std::cout << verdict(schema, schema::tree_of(nlohmann::ordered_json::parse(text))) << '\t'
              << verdict(schema, yaml::read(text, "f", findings)) << '\n';
  }
}
