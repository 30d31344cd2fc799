#include "nammo/filing_index.h"

#include <doctest/doctest.h>

#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using namespace nammo::test;

namespace {

const OrgId kOrg{"ccb"};
const Period kWeek = *parse_period("2024-W19");
const AreaId kHamlet{"thuan-thanh/ho/khu-pho-1"};
const ReportKey kKey{kHamlet, kOrg, kWeek, false};
const std::string kReview = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.review.yaml";

// Files in memory whose stamp changes with their bytes; the rest of the stamp a test sets.
class Stamped final : public FileReader {
 public:
  explicit Stamped(MemoryFiles& files) : files_(files) {}
  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override { return files_.read(path, limit); }
  [[nodiscard]] ListResult list(const std::string& path) const override { return files_.list(path); }
  [[nodiscard]] FileKind kind(const std::string& path) const override { return files_.kind(path); }
  [[nodiscard]] std::optional<FileStamp> stamp(const std::string& path) const override {
    if (!settled) return std::nullopt;
    const auto found = files_.files().find(path);
    if (found == files_.files().end()) return FileStamp{};
    return FileStamp{found->second.size(), std::hash<std::string>{}(found->second), modified, changed};
  }

  bool settled = true;
  std::int64_t modified = 1;
  std::int64_t changed = 1;

 private:
  const MemoryFiles& files_;
};

// A store with one report and its review, and an index that writes into it.
struct Kept {
  Kept() {
    files.put(kSampleReportPath, sample_report());
    files.put(kReview, "state: accepted\nby: le-van-c\nat: 2024-05-09T10:00+07:00\ncontent: " + content_hash(sample_report()) + "\n");
  }

  [[nodiscard]] FilingIndex index() {
    return FilingIndex{stamped, [this](const std::string& path, const std::string& bytes) {
                         ++writes;
                         shelf = path;
                         files.put(path, bytes);
                       }};
  }

  // As one run of nammo reads it.
  Filing read() {
    const Store store = *load_all(files).store;
    const FilingIndex kept = index();
    REQUIRE(kept.fits());
    FilingShelf shelf_now = kept.take(kOrg, kWeek);
    std::map<AreaId, KeptFiling> fresh;
    Diagnostics found;
    Filing filing = shelf_now.load(stamped, store, kKey, fresh, found);
    findings = said(found);
    kept.put(kOrg, kWeek, std::move(shelf_now), std::move(fresh));
    return filing;
  }

  // As it is without an index.
  Filing plain() {
    Diagnostics ignored;
    return load_filing(files, *load_all(files).store, kHamlet, kOrg, kWeek, ignored);
  }

  MemoryFiles files = sample_store();
  Stamped stamped{files};
  int writes = 0;
  std::string shelf;
  std::string findings;
};

Filing abridged(Filing filing) {
  if (filing.report) abridge(*filing.report);
  filing.abridged = true;
  return filing;
}

}  // namespace

TEST_CASE("an index: the second run has all but the texts, and reads no report") {
  Kept store;
  const Filing whole = store.read();
  CHECK(whole == store.plain());
  REQUIRE(whole.report);
  CHECK_FALSE(whole.report->situation.at(0).text.empty());
  REQUIRE(whole.review);
  CHECK(store.writes == 1);
  CHECK(store.shelf == ".nammo/index/ccb-2024-W19");

  const MemoryFiles before(store.files.files());
  Kept again;
  again.files.put(store.shelf, before.files().at(store.shelf));
  const Filing filing = again.read();
  const Filing expected = abridged(whole);
  CHECK(filing.report->situation == expected.report->situation);
  CHECK(filing.report->opinions == expected.report->opinions);
  CHECK(filing.report->activities == expected.report->activities);
  CHECK(filing.report->proposals == expected.report->proposals);
  CHECK(filing.report == expected.report);
  CHECK(filing.review == expected.review);
  CHECK(filing == expected);
  CHECK(filing.report->situation.at(0).text.empty());
  CHECK(filing.report->figures == whole.report->figures);
  CHECK_FALSE(again.files.read_files().contains(kSampleReportPath));
  CHECK_FALSE(again.files.read_files().contains(kReview));
  CHECK(again.writes == 0);
}

TEST_CASE("an index: a file that is another, gone or new is read") {
  Kept store;
  (void)store.read();
  SUBCASE("other bytes") {
    store.files.put(kSampleReportPath, replaced(sample_report(), "Lo cắt điện", "Lo mất điện"));
  }
  SUBCASE("the same bytes, written anew") { store.stamped.changed = 2; }
  SUBCASE("the same bytes, of another time") { store.stamped.modified = 2; }
  SUBCASE("another review") { store.files.put(kReview, store.files.files().at(kReview) + "\n"); }
  SUBCASE("no review any more") { store.files.remove(kReview); }
  SUBCASE("no report any more") { store.files.remove(kSampleReportPath); }
  SUBCASE("changed a moment ago") { store.stamped.settled = false; }
  const Filing filing = store.read();
  CHECK_FALSE(filing.abridged);
  CHECK(filing == store.plain());
}

TEST_CASE("an index: what was changed a moment ago is not kept") {
  Kept store;
  store.stamped.settled = false;
  CHECK(store.read() == store.plain());
  CHECK(store.writes == 0);
}

TEST_CASE("an index: an area without a file costs nothing and is no filing") {
  Kept store;
  store.files.remove(kSampleReportPath);
  store.files.remove(kReview);
  CHECK(store.read() == Filing{});
  CHECK(store.writes == 0);
}

TEST_CASE("an index: a damaged one, at whatever byte, is none, and is made again") {
  Kept store;
  const Filing whole = store.read();
  const std::string good = store.files.files().at(store.shelf);
  for (std::size_t at = 0; at < good.size(); at += 7) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    store.files.put(store.shelf, bad);
    CAPTURE(at);
    CHECK(store.read() == whole);
    CHECK(store.files.files().at(store.shelf) == good);
  }
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{80}, good.size() - 1}) {
    store.files.put(store.shelf, good.substr(0, size));
    CHECK(store.read() == whole);
  }
  store.files.put(store.shelf, good + "x");
  CHECK(store.read() == whole);
}

TEST_CASE("an index: other settings than those it was made with make it none") {
  for (const char* file : {"nammo.yaml", "reporting.yaml", "catalog/codes.yaml", "catalog/indicators.yaml"}) {
    CAPTURE(file);
    Kept store;
    (void)store.read();
    store.files.put(file, store.files.files().at(file) + "# khác\n");
    CHECK(store.read() == store.plain());
  }
}

TEST_CASE("an index: settings that change while the store is loaded make it unusable") {
  Kept store;
  const FilingIndex index = store.index();
  CHECK(index.fits());
  store.files.put("reporting.yaml", store.files.files().at("reporting.yaml") + "\n");
  CHECK_FALSE(index.fits());
  store.files.deny("nammo.yaml");
  CHECK_FALSE(store.index().fits());
}

TEST_CASE("an index: who and what a report names must still be there") {
  Kept store;
  CHECK(store.read().report->received->by == OfficerId{"le-van-c"});
  CHECK(store.read().abridged);
  store.files.remove("officers/le-van-c.yaml");
  const Filing filing = store.read();
  CHECK_FALSE(filing.abridged);
  CHECK(filing == store.plain());
  CHECK(store.findings.find("ref-officer") != std::string::npos);
  // With something found wrong it is not kept, and is found again.
  CHECK_FALSE(store.read().abridged);
  CHECK(store.findings.find("ref-officer") != std::string::npos);
}

TEST_CASE("an index: what is not asked for this time is kept") {
  Kept store;
  (void)store.read();
  const FilingIndex index = store.index();
  std::map<AreaId, KeptFiling> other{{AreaId{"thuan-thanh/ho/khu-pho-2"}, KeptFiling{{1, 1, 1, 1}, {}, "?"}}};
  index.put(kOrg, kWeek, index.take(kOrg, kWeek), other);
  CHECK(index.take(kOrg, kWeek).kept().size() == 2);
  CHECK(store.read().abridged);
}
