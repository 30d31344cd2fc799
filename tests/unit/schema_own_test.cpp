#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "schema/schema.h"
#include "support/findings.h"
#include "support/sample_store.h"
#include "yaml/read.h"

using namespace nammo;
using schema::FileType;

namespace {

using Json = nlohmann::ordered_json;

constexpr FileType kTypes[] = {FileType::settings, FileType::regime,  FileType::codes, FileType::indicators,
                               FileType::rules,    FileType::calendar, FileType::officer, FileType::area,
                               FileType::report,   FileType::review,  FileType::published};

FileType type_of(const std::string& path) {
  if (path == "nammo.yaml") return FileType::settings;
  if (path == "reporting.yaml") return FileType::regime;
  if (path == "catalog/codes.yaml") return FileType::codes;
  if (path == "catalog/indicators.yaml") return FileType::indicators;
  if (path == "catalog/rules.yaml") return FileType::rules;
  if (path.starts_with("calendar/")) return FileType::calendar;
  if (path.starts_with("officers/")) return FileType::officer;
  REQUIRE(path.ends_with("/area.yaml"));
  return FileType::area;
}

std::string findings_of(FileType type, const std::string& source) {
  Diagnostics findings;
  const auto tree = yaml::read(source, "f.yaml", findings);
  if (tree) schema::schema_for(type).validate(*tree, "f.yaml", findings);
  return test::lines_of(findings);
}

// Calls f(place, schema) for each subschema of a `properties`.
template <typename F>
void each_property(const Json& schema, const std::string& at, F&& f) {
  if (!schema.is_structured()) return;
  for (const auto& item : schema.items()) {
    const auto place = at + "/" + item.key();
    if (item.key() == "properties") {
      for (const auto& p : item.value().items()) f(place + "/" + p.key(), p.value());
    }
    each_property(item.value(), place, f);
  }
}

}  // namespace

TEST_CASE("schemas: they compile, and the program holds the files of schemas/") {
  for (const FileType type : kTypes) {
    const auto name = std::string(schema::schema_name(type));
    CAPTURE(name);
    std::ifstream file(std::string(NAMMO_SOURCE_DIR) + "/schemas/" + name, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK(schema::schema_text(type) == text);
    CHECK(&schema::schema_for(type) == &schema::schema_for(type));
  }
  CHECK(schema::schema_name(FileType::report) == "report.schema.json");
}

TEST_CASE("schemas: they are compiled once, whichever thread asks first") {
  std::vector<const schema::Schema*> seen(4);
  std::vector<std::thread> threads;
  for (auto& place : seen) threads.emplace_back([&place] { place = &schema::schema_for(FileType::published); });
  for (auto& thread : threads) thread.join();
  for (const auto* schema : seen) CHECK(schema == seen.front());
}

TEST_CASE("schemas: the store and the report of the design are valid") {
  const auto store = test::sample_store();
  for (const auto& file : store.files()) {
    CAPTURE(file.first);
    CHECK(findings_of(type_of(file.first), file.second) == "");
  }
  CHECK(findings_of(FileType::report, test::sample_report()) == "");
}

TEST_CASE("schemas: the keys that DESIGN 4 requires are required, at line 1") {
  const std::map<FileType, std::string> required = {
      {FileType::settings, "nammo, name, timezone, levels, organisations"},
      {FileType::area, "name, level, since"},
      {FileType::officer, "name, org"},
      {FileType::report, "report, org, area, period, officer"},
      {FileType::review, "state, by, at"},
  };
  for (const auto& [type, keys] : required) {
    const auto found = findings_of(type, "");
    CAPTURE(found);
    CHECK(found.starts_with("f.yaml:1:1-1:1: schema-required: " + keys + " is missing in this file\n"));
  }
  CHECK(findings_of(FileType::report, "report: weekly\norg: ccb\narea: a\nperiod: 2024-W19\nofficer: x\n"
                                      "situation: [{field: a}, {}]\nopinions: [{}]\nactivities: [{}]\n") ==
        "f.yaml:6:14-6:19: schema-required: text is missing in situation\n"
        "f.yaml:6:25-6:27: schema-required: field, text is missing in situation\n"
        "f.yaml:7:12-7:14: schema-required: field, stance, text is missing in opinions\n");
}

TEST_CASE("schemas: a file of optional keys alone may be empty") {
  for (const FileType type : {FileType::codes, FileType::indicators, FileType::rules, FileType::calendar, FileType::regime}) {
    CHECK(findings_of(type, "# nothing yet\n") == "");
  }
  CHECK(findings_of(FileType::rules, "a: 1\n").find("schema-type: this file must be a list, not a mapping") != std::string::npos);
}

TEST_CASE("schemas: what else a key asks for") {
  const auto review = [](const std::string& rest) {
    return findings_of(FileType::review, "by: le-van-c\nat: 2024-05-09T11:05+07:00\n" + rest);
  };
  const auto content = "content: sha256:" + std::string(64, 'a') + "\n";
  CHECK(review("state: requested\n") == "");
  CHECK(review("state: accepted\n" + content) == "");
  CHECK(review("state: accepted\n") == "f.yaml:1:1-1:1: schema-required: content is missing in this file\n");
  CHECK(review("state: returned\n" + content) == "f.yaml:1:1-1:1: schema-required: because is missing in this file\n");

  const auto indicator = [](const std::string& text) { return findings_of(FileType::indicators, "a: " + text + "\n"); };
  CHECK(indicator("{label: A, unit: x, kind: flow}") == "f.yaml:1:1-1:2: schema-required: areas is missing in a\n");
  CHECK(indicator("{label: A, unit: x, kind: ratio}") ==
        "f.yaml:1:1-1:2: schema-required: numerator, denominator is missing in a\n");

  const auto step = [](const std::string& period) {
    return findings_of(FileType::regime, "a: {label: A, period: " + period + ", steps: [{level: hamlet, org: ccb}]}\n");
  };
  CHECK(step("adhoc") == "");
  CHECK(step("week") == "f.yaml:1:38-1:43: schema-required: due is missing in steps\n");
}

TEST_CASE("schemas: every key has a Vietnamese title and description for editors") {
  for (const FileType type : kTypes) {
    const auto root = Json::parse(schema::schema_text(type));
    CHECK(root.at("$schema") == "http://json-schema.org/draft-07/schema#");
    each_property(root, std::string(schema::schema_name(type)), [](const std::string& at, const Json& key) {
      CAPTURE(at);
      const bool condition = at.find("/if/") != std::string::npos || at.find("/then/") != std::string::npos ||
                             at.find("/else/") != std::string::npos;
      if (condition) return;
      CHECK(key.contains("title"));
      CHECK(key.contains("description"));
    });
  }
}

TEST_CASE("schemas: a definition means the same in every file") {
  std::map<std::string, Json> known;
  for (const FileType type : kTypes) {
    const auto root = Json::parse(schema::schema_text(type));
    if (!root.contains("definitions")) continue;
    for (const auto& item : root["definitions"].items()) {
      CAPTURE(item.key());
      CHECK(known.emplace(item.key(), item.value()).first->second == item.value());
    }
  }
  CHECK(known.size() > 10);
}
