#include "nammo/published.h"

#include <doctest/doctest.h>

#include "support/findings.h"

using namespace nammo;

namespace {

const std::string kHash = "sha256:" + std::string(64, 'a');
const PublishedKey kKey{OrgId{"ccb"}, AreaId{"thuan-thanh/ho"}, *parse_period("2024-W19"), 2};

std::string sources(const std::string& org) {
  return "nammo: 0.1.0\nreport: weekly\norg: " + org +
         "\narea: thuan-thanh/ho\nperiod: 2024-W19\nversion: 2\nat: 2024-05-09T13:00+07:00\ntext: " + kHash +
         "\ninputs:\n  - {path: areas/thuan-thanh/ho/reports/ccb/2024-W19.yaml, content: \"" + kHash + "\"}\n";
}

}  // namespace

TEST_CASE("published: a path and what it names are two forms of one thing") {
  const std::string path = "published/ccb/thuan-thanh/ho/2024-W19.v2.yaml";
  const auto parsed = parse_published_path(path);
  REQUIRE(parsed);
  CHECK(parsed->key == kKey);
  CHECK(parsed->part == PublishedPart::sources);
  CHECK(published_path(kKey, PublishedPart::sources) == path);
  CHECK(published_path(kKey, PublishedPart::text) == "published/ccb/thuan-thanh/ho/2024-W19.v2.md");
  CHECK(parse_published_path("published/ccb/a/2024-05-20.1.v10.md")->key.version == 10);
  for (const char* other :
       {"published/ccb/2024-W19.v1.md", "published/2024-W19.v1.md", "published/ccb/a/2024-W19.md", "published/ccb/a/2024-W19.v0.md",
        "published/ccb/a/2024-W19.v01.md", "published/ccb/a/2024-W19.v1.txt", "published/ccb/A/2024-W19.v1.md",
        "published/ccb/a/2024-W60.v1.md", "areas/ccb/a/2024-W19.v1.md", "published/ccb/a/2024-W19.v99999999999.md"}) {
    CAPTURE(other);
    CHECK_FALSE(parse_published_path(other));
  }
}

TEST_CASE("published: the inputs keep the place of their path") {
  Diagnostics findings;
  const auto published = read_published(sources("ccb"), kKey, findings);
  CHECK(test::lines_of(findings) == "");
  REQUIRE(published);
  REQUIRE(published->inputs.size() == 1);
  CHECK(published->inputs[0].path == "areas/thuan-thanh/ho/reports/ccb/2024-W19.yaml");
  CHECK(published->inputs[0].content == kHash);
  CHECK(published->inputs[0].place == Place{10, 12, 10, 58});
}

TEST_CASE("published: what it says of itself must match its path") {
  Diagnostics findings;
  CHECK(read_published(sources("mttq"), kKey, findings));
  CHECK(test::lines_of(findings) ==
        "published/ccb/thuan-thanh/ho/2024-W19.v2.yaml:3:6-3:10: path-mismatch: org says \"mttq\", but by its path the file is of ccb\n");
  CHECK_FALSE(read_published("a: [", kKey, findings));
}
