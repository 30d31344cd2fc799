#include "model/glance.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "nammo/rungs.h"
#include "nammo/store.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;
using model::is_plainly_submitted;

namespace {

Instant at(const std::string& text) { return parse_instant(text + "+07:00").value(); }

const ReportKey kKey{AreaId{"thuan-thanh/ho/khu-pho-1"}, OrgId{"ccb"}, week_period({2024, 19}), false};

std::string with(const std::string& lines) {
  return "report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: 2024-W19\n" + lines;
}

}  // namespace

TEST_CASE("glance: a line says that a report was submitted, from that second on") {
  const std::string report = with("submitted: 2024-05-08T16:40+07:00\n");
  CHECK_FALSE(is_plainly_submitted(report, kKey, at("2024-05-08T16:39:59")));
  CHECK(is_plainly_submitted(report, kKey, at("2024-05-08T16:40")));
}

TEST_CASE("glance: what is not said plainly is left to a whole reading") {
  const struct {
    const char* lines;
    bool plain;
  } cases[] = {
      {"submitted: 2024-05-08T16:40+07:00  # qua Zalo\r\n", true},
      {"submitted: 2024-05-08T16:40+07:00\nreceived: {at: 2024-05-08T16:45+07:00, via: zalo, by: le-van-c}\n", true},
      {"submitted: 2024-05-08T16:40+07:00\nreceived: {via: zalo, at: 2024-05-08T16:45+07:00}\n", true},
      {"", false},
      {"submitted:\n", false},
      {"# submitted: 2024-05-08T16:40+07:00\n", false},
      {"  submitted: 2024-05-08T16:40+07:00\n", false},
      {"submitted: \"2024-05-08T16:40+07:00\"\n", false},
      {"submitted: 2024-05-08\n", false},
      {"submitted: 2024-05-08T16:40+07:00\nsubmitted: 2024-05-08T16:40+07:00\n", false},
      {"submitted: 2024-05-08T16:40+07:00\nreceived: {at: 2024-05-30T16:45+07:00, via: zalo, by: le-van-c}\n", false},
      {"submitted: 2024-05-08T16:40+07:00\nreceived:\n  at: 2024-05-08T16:45+07:00\n", false},
      {"<<<<<<< HEAD\nsubmitted: 2024-05-08T16:40+07:00\n", false},
      {"submitted: 2024-05-08T16:40+07:00\nperiod: 2024-W19\n", false},
  };
  for (const auto& one : cases) {
    CAPTURE(one.lines);
    CHECK(is_plainly_submitted(with(one.lines), kKey, at("2024-05-10T08:00")) == one.plain);
  }
  for (const char* wrong : {"2024-W20", "2024-W1"}) {  // lies in the place of another
    std::string moved = with("submitted: 2024-05-08T16:40+07:00\n");
    moved.replace(moved.find("2024-W19"), 8, wrong);
    CHECK_FALSE(is_plainly_submitted(moved, kKey, at("2024-05-10T08:00")));
  }
}

// Every report of the example, at moments before, between and after them: whoever is
// plainly in is in by the whole reading, and nearly all reports are plain.
TEST_CASE("glance: agrees with the whole reading on every report of the example") {
  namespace fs = std::filesystem;
  const auto files = open_folder(NAMMO_SOURCE_DIR "/examples/thuan-thanh");
  Diagnostics diagnostics;
  const Store store = load_settings(*files, diagnostics).value();
  const fs::path root = NAMMO_SOURCE_DIR "/examples/thuan-thanh";
  int plain = 0;
  int in = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root / "areas")) {
    const auto key = parse_report_path(fs::relative(entry.path(), root).string());
    if (!key || key->review) continue;
    const Filing filing = load_filing(*files, store, key->area, key->org, key->period, diagnostics);
    const std::string bytes = files->read(report_path(key->area, key->org, key->period)).text;
    for (const char* moment : {"2024-05-08T16:40", "2024-05-23T12:00", "2024-06-20T08:00", "2025-01-01T00:00"}) {
      CAPTURE(entry.path().string());
      Obligation open;
      open.due = kNeverDue;
      Filing unreviewed = filing;
      unreviewed.review.reset();
      const bool submitted = !is_owed(standing_of(open, unreviewed, at(moment)));
      const bool glanced = is_plainly_submitted(bytes, *key, at(moment));
      CHECK((!glanced || submitted));
      in += submitted ? 1 : 0;
      plain += glanced ? 1 : 0;
    }
  }
  CHECK(in > 100);
  CHECK(plain * 10 > in * 9);
}
