#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "schema/json_tree.h"
#include "schema/schema.h"

using namespace nammo;

// The official suite of draft-07 (Debian's json-schema-test-suite). A group passes
// or stands in tests/schema/outside-the-subset.txt with the reason, as
//   file | group | refused or differs | reason
// "refused": the schema does not compile, so that nobody gets a wrong verdict;
// "differs": a verdict is not the suite's.
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

std::string outcome_of(const Json& group) {
  std::string problem;
  const auto schema = schema::Schema::compile(group.at("schema").dump(), problem);
  if (!schema) return "refused";
  for (const Json& test : group.at("tests")) {
    Diagnostics findings;
    const bool valid = schema->validate(schema::tree_of(test.at("data")), "f.json", findings);
    if (valid != test.at("valid").get<bool>()) return "differs";
  }
  return "passes";
}

// "file | group" -> outcome.
std::map<std::string, std::string> run_suite(const fs::path& root) {
  std::map<std::string, std::string> outcomes;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path());
    for (const Json& group : Json::parse(file)) {
      const auto name = fs::relative(entry.path(), root).generic_string() + " | " + group.at("description").get<std::string>();
      const auto outcome = outcome_of(group);
      const auto [known, fresh] = outcomes.emplace(name, outcome);
      if (!fresh && known->second == "passes") known->second = outcome;
    }
  }
  return outcomes;
}

std::map<std::string, std::string> read_exceptions(const std::string& path, std::string& problems) {
  std::map<std::string, std::string> exceptions;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string> cells;
    for (std::size_t from = 0; from != std::string::npos;) {
      const auto bar = line.find(" | ", from);
      cells.push_back(line.substr(from, bar == std::string::npos ? bar : bar - from));
      from = bar == std::string::npos ? bar : bar + 3;
    }
    if (cells.size() != 4 || cells[3].empty()) {
      problems += "not \"file | group | outcome | reason\": " + line + "\n";
    } else if (!exceptions.emplace(cells[0] + " | " + cells[1], cells[2]).second) {
      problems += "twice in the list: " + line + "\n";
    }
  }
  return exceptions;
}

}  // namespace

TEST_CASE("schema: the official suite passes, except for what is listed with a reason") {
  const fs::path root = "/usr/share/json-schema-test-suite/tests/draft7";
  REQUIRE_MESSAGE(fs::exists(root), "apt-get install json-schema-test-suite");
  const auto outcomes = run_suite(root);
  std::string problems;
  const auto exceptions = read_exceptions(NAMMO_SOURCE_DIR "/tests/schema/outside-the-subset.txt", problems);
  for (const auto& [group, outcome] : outcomes) {
    const auto listed = exceptions.find(group);
    const std::string wanted = listed == exceptions.end() ? "passes" : listed->second;
    if (outcome != wanted) problems += group + " | " + outcome + ", not \"" + wanted + "\"\n";
  }
  for (const auto& [group, outcome] : exceptions) {
    if (!outcomes.contains(group)) problems += group + " | is not in the suite\n";
  }
  CHECK(problems == "");
  CHECK(outcomes.size() > 150);
  const auto passed = std::count_if(outcomes.begin(), outcomes.end(), [](const auto& o) { return o.second == "passes"; });
  CHECK(passed > 100);
  MESSAGE(passed, " of ", outcomes.size(), " groups pass, ", exceptions.size(), " are outside the subset");
}
