#include "nammo/published.h"

#include <doctest/doctest.h>

#include "nammo/report.h"
#include "support/findings.h"
#include "support/memory_files.h"

using namespace nammo;

namespace {

const std::string kHash = "sha256:" + std::string(64, 'a');
const PublishedKey kKey{OrgId{"ccb"}, AreaId{"thuan-thanh/ho"}, *parse_period("2024-W19"), 2};

std::string sources(const std::string& org) {
  const std::string text = "nammo: 0.1.0\nreport: weekly\norg: " + org +
         "\narea: thuan-thanh/ho\nperiod: 2024-W19\nversion: 2\nat: 2024-05-09T13:00+07:00\ntext: " + kHash +
         "\ninputs:\n  - {path: areas/thuan-thanh/ho/reports/ccb/2024-W19.yaml, content: \"" + kHash + "\"}\n";
  return text + "content: " + content_hash(text) + "\n";
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

TEST_CASE("published: what is written is read back as it was, and every part has its own path") {
  Published published;
  published.key = kKey;
  published.nammo = "0.1.0";
  published.report = ReportTypeId{"weekly"};
  published.at = *parse_instant("2024-05-09T13:15+07:00");
  published.number = "12";  // a text, although it looks like a number
  published.date = *parse_date("2024-05-09");
  published.signatory = "Bùi Văn K";
  published.text = kHash;
  published.edited = kHash;
  published.signed_file = SignedFile{"Báo cáo: tuần 19.pdf", kHash};
  published.inputs = {{"areas/thuan-thanh/ho/area.yaml", kHash, {}}};
  published.figures = {{OrgId{"ccb"}, AreaId{"thuan-thanh/ho"}, IndicatorId{"fund"}, CodeId{"no"}, Decimal{-15, 1}, 3, 5, parse_period("2024-W18")},
                       {OrgId{"ccb"}, AreaId{"thuan-thanh/ho"}, IndicatorId{"members"}, {}, std::nullopt, 0, 5, {}}};
  published.missing = {{ReportTypeId{"weekly"}, OrgId{"ccb"}, AreaId{"thuan-thanh/ho/khu-pho-4"}, kKey.period, parse_instant("2024-05-08T17:00+07:00"), {}}};
  published.late = {{ReportTypeId{"weekly"}, OrgId{"ccb"}, AreaId{"thuan-thanh/ho/khu-pho-5"}, kKey.period, parse_instant("2024-05-08T17:00+07:00"), parse_instant("2024-05-08T18:10+07:00")}};
  const std::string text = published_text(published, *Zone::find("Asia/Ho_Chi_Minh"));
  CHECK(text.find("  - {org: ccb, area: thuan-thanh/ho, indicator: members, reported: 0, expected: 5}\n") != std::string::npos);
  CHECK(text.find("number: \"12\"\n") != std::string::npos);
  Diagnostics findings;
  const auto read = read_published(text, kKey, findings);
  CHECK(test::lines_of(findings) == "");
  REQUIRE(read);
  CHECK(read->nammo == published.nammo);
  CHECK(read->report == published.report);
  CHECK(read->at == published.at);
  CHECK(read->number == published.number);
  CHECK(read->date == published.date);
  CHECK(read->signatory == published.signatory);
  CHECK(read->text == published.text);
  CHECK(read->edited == published.edited);
  CHECK(read->signed_file == published.signed_file);
  CHECK(read->figures == published.figures);
  CHECK(read->missing == published.missing);
  CHECK(read->late == published.late);
  const auto posted = parse_published_path(published_path(kKey, PublishedPart::posted));
  REQUIRE(posted);
  CHECK(posted->key == kKey);
  CHECK(posted->part == PublishedPart::posted);
}

TEST_CASE("published: the newest version is the one of the highest number, not of the last name") {
  test::MemoryFiles files;
  const OrgId org{"ccb"};
  const AreaId area{"thuan-thanh/ho"};
  CHECK_FALSE(latest_version(files, org, area, kKey.period));
  for (const int version : {1, 2, 10}) {
    PublishedKey key = kKey;
    key.version = version;
    files.put(published_path(key, PublishedPart::sources), "");
  }
  files.put("published/ccb/thuan-thanh/ho/2024-W19.v11.md", "");  // without its sources
  files.put("published/ccb/thuan-thanh/ho/2024-W20.v12.yaml", "");
  CHECK(latest_version(files, org, area, kKey.period)->version == 10);
}

TEST_CASE("published: a source changes by its bytes, by going, and by a report or review that comes") {
  test::MemoryFiles files;
  const std::string own = "areas/thuan-thanh/ho/reports/ccb/2024-W19.yaml";
  files.put(own, "a");
  files.put("nammo.yaml", "b");
  Published published;
  published.key = kKey;
  published.inputs = {{own, content_hash("a"), {}}, {"nammo.yaml", content_hash("b"), {}}};
  published.missing = {{ReportTypeId{"weekly"}, OrgId{"ccb"}, AreaId{"thuan-thanh/ho/khu-pho-4"}, kKey.period, {}, {}}};
  CHECK(changed_since(files, published).empty());
  files.put(own, "a ");
  files.remove("nammo.yaml");
  files.put("areas/thuan-thanh/ho/khu-pho-4/reports/ccb/2024-W19.yaml", "");
  files.put("areas/thuan-thanh/ho/reports/ccb/2024-W19.review.yaml", "");
  CHECK(changed_since(files, published) ==
        std::vector<std::string>{"areas/thuan-thanh/ho/khu-pho-4/reports/ccb/2024-W19.yaml", "areas/thuan-thanh/ho/reports/ccb/2024-W19.review.yaml", own, "nammo.yaml"});
}

TEST_CASE("published: the first post counts, of whichever version") {
  test::MemoryFiles files;
  const Zone zone = *Zone::find("Asia/Ho_Chi_Minh");
  PublishedKey second = kKey;
  PublishedKey first = kKey;
  first.version = 1;
  files.put(published_path(second, PublishedPart::posted), posted_text(second, *parse_instant("2024-05-09T15:00+07:00"), zone));
  files.put(published_path(first, PublishedPart::posted), posted_text(first, *parse_instant("2024-05-09T13:50+07:00"), zone));
  Diagnostics findings;
  CHECK(first_posted(files, kKey.org, kKey.area, kKey.period, findings) == parse_instant("2024-05-09T13:50+07:00"));
  CHECK_FALSE(first_posted(files, kKey.org, kKey.area, *parse_period("2024-W18"), findings));
  CHECK(test::lines_of(findings) == "");
}

TEST_CASE("published: its file is known by its own hash, whatever is changed in it") {
  Published published;
  published.key = kKey;
  published.nammo = "0.1.0";
  published.report = ReportTypeId{"weekly"};
  published.at = *parse_instant("2024-05-09T13:15+07:00");
  published.number = "12-BC/CCB";
  published.text = kHash;
  published.figures = {{OrgId{"ccb"}, AreaId{"thuan-thanh/ho"}, IndicatorId{"members"}, {}, Decimal{460, 0}, 4, 5, {}}};
  published.inputs = {{"nammo.yaml", kHash, {}}};
  const Zone zone = *Zone::find("Asia/Ho_Chi_Minh");
  const std::string text = published_text(published, zone);
  const auto found = [](const std::string& bytes) {
    Diagnostics findings;
    static_cast<void>(read_published(bytes, kKey, findings));
    return test::lines_of(findings);
  };
  const auto replaced = [&](const std::string& from, const std::string& to) {
    std::string other = text;
    return other.replace(other.find(from), from.size(), to);
  };
  CHECK(found(text) == "");
  for (const auto& other : {replaced("value: 460", "value: 461"), replaced("12-BC/CCB", "13-BC/CCB"), replaced("13:15:00", "13:14:00"), "# lời bàn\n" + text, text + "# lời bàn\n"}) {
    CHECK(found(other).find("published-changed: the file is not as nammo wrote it") != std::string::npos);
  }
  const std::string unsealed = text.substr(0, text.rfind("content: "));
  CHECK(found(unsealed).find("schema-required") != std::string::npos);
  Diagnostics findings;
  std::string post = posted_text(kKey, *parse_instant("2024-05-09T13:50+07:00"), zone);
  CHECK(read_posted(post, kKey, findings));
  CHECK(findings.items().empty());
  static_cast<void>(read_posted(post.replace(post.find("13:50"), 5, "13:40"), kKey, findings));
  CHECK(test::lines_of(findings).find("published-changed") != std::string::npos);
}
