#include <doctest/doctest.h>

#include <algorithm>

#include "unit/rules_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

const std::string kKp2 = "areas/thuan-thanh/ho/khu-pho-2/reports/ccb/2024-W19.yaml";
constexpr std::string_view kTelephone = ": privacy-phone: a telephone number stands in the file\n";

// A store with something wrong in many places.
MemoryFiles bad_store() {
  auto all = sound_store().files();
  all[kSampleReportPath] = replaced(sample_report(), "nil: false", "nil: true");
  all[kKp2] = "report: weekly\n  org: [\n# gọi 0912345678\n";
  for (int week = 20; week < 40; ++week) {
    for (int kp = 1; kp <= 5; ++kp) {
      const auto area = "thuan-thanh/ho/khu-pho-" + std::to_string(kp);
      all["areas/" + area + "/reports/ccb/2024-W" + std::to_string(week) + ".yaml"] =
          short_report(area, "2024-W" + std::to_string(week), "overview: Tình hình chung ổn định, sđt0912345678\n");
    }
  }
  all["officers/sai ten.yaml"] = "phone: 0912345678\n";
  all["catalog/codes.yaml"] = "fields: [\n";
  return MemoryFiles{std::move(all)};
}

}  // namespace

TEST_CASE("check: a sound store has no finding") { CHECK(checked(sound_store()) == ""); }

TEST_CASE("check: a sound example has no finding") {
  Diagnostics findings;
  const auto files = open_folder(std::string(NAMMO_SOURCE_DIR) + "/examples/thuan-thanh");
  CHECK(check_store(*files, {{}, 2}, findings) == CheckOutcome::done);
  CHECK(lines_of(findings) == "");
}

TEST_CASE("check: every file is read once") {
  class Counting final : public FileReader {
   public:
    explicit Counting(const FileReader& files) : files_(files) {}
    [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override {
      ++reads[path];
      return files_.read(path, limit);
    }
    [[nodiscard]] ListResult list(const std::string& path) const override { return files_.list(path); }
    [[nodiscard]] FileKind kind(const std::string& path) const override { return files_.kind(path); }
    mutable std::map<std::string, int> reads;

   private:
    const FileReader& files_;
  };
  const auto files = sound_store();
  const Counting counting(files);
  Diagnostics findings;
  (void)check_store(counting, {{}, 1}, findings);
  CHECK(counting.reads.size() == files.files().size());
  for (const auto& entry : counting.reads) {
    CAPTURE(entry.first);
    CHECK(entry.second == 1);
  }
}

TEST_CASE("check: one bad file never stops the others, and its raw text is looked at all the same") {
  auto all = sound_store().files();
  all[kSampleReportPath] = replaced(sample_report(), "nil: false", "nil: true");
  all[kKp2] = "report: weekly\n  org: [\n# gọi 0912345678\n";
  const auto lines = checked(MemoryFiles{all});
  CHECK(lines.find(kKp2 + ":3:7-3:17" + std::string(kTelephone)) != std::string::npos);
  CHECK(lines.find(kKp2 + ":2:") != std::string::npos);
  CHECK(lines.find("2024-W19.yaml:12:1-12:10: nil-with-entries") != std::string::npos);
}

TEST_CASE("check: the findings of one thread and of many are the same, in one order") {
  const auto files = bad_store();
  const auto one = lines_of(check(files, {}, 1));
  CHECK(std::count(one.begin(), one.end(), '\n') > 100);
  CHECK(one == lines_of(check(files, {}, 4)));
  CHECK(one == lines_of(check(files, {}, 7)));
  CHECK(one == lines_of(check(files, {"."}, 2)));
}

TEST_CASE("check: with paths, the same findings of those files and no others, and no report read in vain") {
  const auto files = bad_store();
  const auto all = checked(files);
  const std::vector<std::string> paths{"areas/thuan-thanh/ho/khu-pho-3", "./areas/thuan-thanh/ho/khu-pho-4/reports/ccb/2024-W30.yaml"};
  std::string expected;
  for (std::size_t at = 0; at < all.size();) {
    const auto end = all.find('\n', at) + 1;
    const auto line = all.substr(at, end - at);
    if (line.starts_with("areas/thuan-thanh/ho/khu-pho-3/") || line.starts_with("areas/thuan-thanh/ho/khu-pho-4/reports/ccb/2024-W30.yaml:")) expected += line;
    at = end;
  }
  CHECK(expected != "");
  const auto fresh = bad_store();
  CHECK(checked(fresh, paths) == expected);
  const auto read = fresh.read_files();
  const std::string kp4 = "areas/thuan-thanh/ho/khu-pho-4/reports/ccb/2024-W";
  CHECK(read.contains(kp4 + "26.yaml"));  // the four weeks before, for copies
  CHECK_FALSE(read.contains(kp4 + "25.yaml"));
  CHECK_FALSE(read.contains(kp4 + "31.yaml"));
  CHECK_FALSE(read.contains("areas/thuan-thanh/ho/khu-pho-5/reports/ccb/2024-W30.yaml"));
}

TEST_CASE("check: a path that the store does not have is a finding") {
  CHECK(checked(sound_store(), {"areas/khong-co"}) == "areas/khong-co:0:0-0:0: file-kind: the store has no such file or folder\n");
}

TEST_CASE("check: unusable without nammo.yaml or with one of a newer format") {
  Diagnostics findings;
  CHECK(check_store(MemoryFiles{}, {}, findings) == CheckOutcome::unusable);
  CHECK(lines_of(findings).starts_with("nammo.yaml:0:0-0:0: file-kind: "));
  auto all = sound_store().files();
  all["nammo.yaml"] = replaced(all["nammo.yaml"], "nammo: 1", "nammo: 2");
  CHECK(check_store(MemoryFiles{all}, {}, findings) == CheckOutcome::unusable);
}

TEST_CASE("check: nammo.yaml with an error still lets the rest be judged") {
  auto all = sound_store().files();
  all["nammo.yaml"] = "nammo: 1\nname: [\n";
  all[kSampleReportPath] = replaced(sample_report(), "severity: watch", "severity: watching") + "# 0912345678\n";
  Diagnostics findings;
  CHECK(check_store(MemoryFiles{all}, {}, findings) == CheckOutcome::done);
  const auto lines = lines_of(findings);
  CHECK(lines.find("nammo.yaml:") != std::string::npos);
  CHECK(lines.find("schema-enum") != std::string::npos);
  CHECK(lines.find(kTelephone) != std::string::npos);
}

TEST_CASE("check: a file that is odd for loading and for walking is one finding") {
  auto all = sound_store().files();
  MemoryFiles files{all};
  files.put_kind("areas/thuan-thanh/ho/area.yaml", FileKind::link);
  files.put_kind("areas/thuan-thanh/ho/vong", FileKind::link);
  files.deny("areas/thuan-thanh/ho/khu-pho-5");
  std::string found;
  const auto findings = check(files);
  for (const Diagnostic& d : findings.items()) found += d.where.file + ": " + d.code + "\n";
  CHECK(found ==
        "areas/thuan-thanh/ho/area.yaml: file-kind\n"
        "areas/thuan-thanh/ho/khu-pho-5: file-kind\n"
        "areas/thuan-thanh/ho/vong: file-kind\n");
}

TEST_CASE("check: a review stands beside its report, or asks for an ad hoc one") {
  auto all = sound_store().files();
  const std::string folder = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/";
  const std::string requested = "state: requested\nby: le-van-c\nat: 2024-05-20T08:00+07:00\ndue: 2024-05-20T10:00+07:00\n";
  all[folder + "2024-05-20.1.review.yaml"] = requested;
  all[folder + "2024-W19.review.yaml"] = "state: accepted\nby: le-van-c\nat: 2024-05-09T08:00+07:00\ncontent: " + content_hash(sample_report()) + "\n";
  CHECK(checked(MemoryFiles{all}) == "");
  all[folder + "2024-W20.review.yaml"] = requested;
  CHECK(checked(MemoryFiles{all}) == folder + "2024-W20.review.yaml:0:0-0:0: path-unknown: a review without its report\n");
}

TEST_CASE("check: raw text is looked at in every file of the store, and not in others") {
  const char* const paths[] = {"reporting.yaml", "catalog/codes.yaml", "calendar/2024.yaml", "areas/thuan-thanh/area.yaml",
                               "officers/le-van-c.yaml", "published/ccb/thuan-thanh/2024-W19.v1.md", "areas/ghi-chu.txt", "nammo.yaml"};
  for (const char* path : paths) {
    CAPTURE(path);
    auto all = sound_store().files();
    all[path] += "# 0912345678\n";
    const auto lines = checked(MemoryFiles{all});
    CHECK(lines.find(std::string(path) + ":") != std::string::npos);
    CHECK(lines.find(kTelephone) != std::string::npos);
  }
  auto all = sound_store().files();
  all["README.md"] = "0912345678\n";
  all["templates/a.md"] = "0912345678\n";
  all["areas/thuan-thanh/.ghi-chu"] = "0912345678\n";
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("check: each rule stands in the list once, errors first, with both languages") {
  const auto rules = list_rules();
  CHECK(rules.size() == 56);
  CHECK(std::is_sorted(rules.begin(), rules.end(), [](const RuleSummary& a, const RuleSummary& b) {
    return a.severity == Severity::error && b.severity == Severity::warning;
  }));
  std::set<std::string> codes;
  for (const RuleSummary& rule : rules) {
    CHECK(codes.insert(rule.code).second);
    CHECK_FALSE(rule.description.vi.empty());
    CHECK(rule.description.vi != rule.description.en);
  }
}
