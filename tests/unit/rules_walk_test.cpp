#include "rules/walk.h"

#include <doctest/doctest.h>

#include "support/findings.h"
#include "support/sample_store.h"

using namespace nammo;

namespace {

// "file: code" of each finding; "" when there is none.
std::string walked(const test::MemoryFiles& files) {
  Diagnostics findings;
  (void)rules::walk_store(files, findings);
  findings.sort();
  std::string result;
  for (const Diagnostic& d : findings.items()) result += d.where.file + ": " + d.code + "\n";
  return result;
}

const std::string kReports = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/";

}  // namespace

TEST_CASE("walk: all that DESIGN 4 names has its place, and the rest of the top is not judged") {
  auto files = test::sample_store();
  for (const char* name : {"2024-W19.yaml", "2024-W19.review.yaml", "2024-05.yaml", "2024-Q2.yaml", "2024-H1.yaml", "2024.yaml",
                           "2024-05-20.1.yaml", "summary.yaml", "2024-05-21.1.review.yaml"}) {
    files.put(kReports + name, "");
  }
  files.put("published/ccb/thuan-thanh/2024-W19.v1.md", "");
  files.put("published/ccb/thuan-thanh/2024-W19.v1.yaml", "");
  files.put("templates/weekly.md", "");
  files.put("schemas/report.schema.json", "");
  files.put("README.md", "");
  files.put("ghi chú.docx", "");
  files.put(".git/config", "");
  files.put("areas/thuan-thanh/.gitkeep", "");
  files.put(kReports + "2024-W19.yaml~", "");
  files.put(kReports + ".2024-W20.yaml.swp", "");
  files.put("officers/x.yaml.swp", "");
  CHECK(walked(files) == "");
  Diagnostics findings;
  const auto found = rules::walk_store(files, findings);
  REQUIRE(found.areas.size() == 1);
  CHECK(found.areas[0].area == AreaId{"thuan-thanh/ho/khu-pho-1"});
  CHECK(found.areas[0].reports.size() == 9);
  CHECK(found.published.size() == 2);
  CHECK(found.calendars == std::vector<int>{2024});
  CHECK(found.others.empty());
}

TEST_CASE("walk: what has no place is a finding at its path") {
  const char* const paths[] = {
      "areas/ghi-chu.txt",
      "areas/area.yaml",
      "areas/thuan-thanh/ho/thong-tin.yaml",
      "areas/thuan-thanh/ho/reports/2024-W19.yaml",
      "areas/thuan-thanh/ho/reports/ccb/2024-W60.yaml",
      "areas/thuan-thanh/ho/reports/ccb/2024-W19.yml",
      "areas/thuan-thanh/ho/reports/ccb/2024-W19 (1).yaml",
      "areas/thuan-thanh/ho/reports/ccb/2024-02-30.1.yaml",
      "officers/Nguyễn Văn A.yaml",
      "officers/a.yml",
      "calendar/24.yaml",
      "calendar/2024.yml",
      "catalog/other.yaml",
      "published/readme.txt",
      "published/ccb/2024-W19.v1.md",
      "published/ccb/thuan-thanh/2024-W19.md",
  };
  for (const char* path : paths) {
    CAPTURE(path);
    auto files = test::sample_store();
    files.put(path, "");
    CHECK(walked(files) == std::string(path) + ": path-unknown\n");
  }
}

TEST_CASE("walk: a folder that has no place is one finding, and its files are still looked at") {
  auto files = test::sample_store();
  files.put("areas/thuan-thanh/Khu phố 9/a.yaml", "");
  files.put("areas/thuan-thanh/Khu phố 9/b/c.yaml", "");
  Diagnostics findings;
  const auto found = rules::walk_store(files, findings);
  CHECK(test::lines_of(findings) ==
        "areas/thuan-thanh/Khu phố 9:0:0-0:0: path-unknown: this folder has no place in a store\n");
  CHECK(found.others == std::vector<std::string>{"areas/thuan-thanh/Khu phố 9/a.yaml", "areas/thuan-thanh/Khu phố 9/b/c.yaml"});
}

TEST_CASE("walk: a folder of reports without area.yaml is no area") {
  auto files = test::sample_store();
  files.put("areas/thuan-thanh/ho/khu-pho-9/reports/ccb/2024-W19.yaml", "");
  CHECK(walked(files) == "areas/thuan-thanh/ho/khu-pho-9: path-unknown\n");
}

TEST_CASE("walk: links, FIFOs and folders that cannot be read are findings, and nothing is followed") {
  auto files = test::sample_store();
  files.put_kind("areas/thuan-thanh/ho/loop", FileKind::link);
  files.put_kind(kReports + "2024-W19.yaml", FileKind::other);
  files.put_kind("officers/x.yaml", FileKind::link);
  files.put("areas/thuan-thanh/ho/khu-pho-2/reports/ccb/2024-W19.yaml", "");
  files.deny("areas/thuan-thanh/ho/khu-pho-2/reports/ccb");
  CHECK(walked(files) ==
        "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml: file-kind\n"
        "areas/thuan-thanh/ho/khu-pho-2/reports/ccb: file-kind\n"
        "areas/thuan-thanh/ho/loop: file-kind\n"
        "officers/x.yaml: file-kind\n");
  CHECK(files.read_files().empty());
  CHECK_FALSE(files.listed_folders().contains("areas/thuan-thanh/ho/loop"));
}
