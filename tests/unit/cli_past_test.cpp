#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "nammo/period.h"
#include "support/scenario.h"
#include "support/store_loading.h"

using namespace nammo;
using namespace nammo::test;

namespace {

const std::string kWard = "areas/thuan-thanh/ho/";

std::string example(const std::string& path) {
  std::ifstream in(std::filesystem::path(NAMMO_SOURCE_DIR) / "examples/thuan-thanh" / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

using Files = std::map<std::string, std::string>;

// The store of `with` with `files` in front, and what the commands print there.
std::map<std::string, std::string> printed(const std::string& with, Files files, std::vector<std::string> commands) {
  Scenario scenario;
  scenario.settings = {"with " + with};
  scenario.files = std::move(files);
  scenario.commands = std::move(commands);
  return run_scenario(scenario);
}

const std::string kAfterwards = "--now 2024-07-29T08:00+07:00 ";

// What can be asked about May to July 2024, after it.
std::vector<std::string> past_questions() {
  std::vector<std::string> commands;
  const auto ask = [&](const std::string& question, std::initializer_list<const char*> formats) {
    for (const std::string format : formats) commands.push_back(kAfterwards + question + " --format " + format);
  };
  ask("status thuan-thanh 2024-W19..2024-W30", {"text", "csv", "json"});
  ask("status ho 2024-W24", {"text"});
  ask("status thuan-thanh 2024-05..2024-07", {"csv"});
  ask("status thuan-thanh 2024-06-20.1", {"json"});
  ask("due --from 2024-05-06 --to 2024-07-25", {"text", "csv", "json"});
  ask("due --from 2024-05-06 --to 2024-07-25 --officer do-xuan-truong", {"csv"});
  ask("report thuan-thanh 2024-W24", {"md", "csv", "json"});
  ask("report ho 2024-W30", {"csv"});
  ask("report thuan-thanh 2024-06", {"md", "csv"});
  ask("report thuan-thanh 2024-Q2", {"csv"});
  return commands;
}

// The fewest that show the last obligations before the change, who answers for them,
// and the figures; also from a later year.
std::vector<std::string> short_questions() {
  return {"--now 2025-03-03T08:00+07:00 status thuan-thanh 2024-W24..2024-W30 --format csv",
          kAfterwards + "due --from 2024-07-15 --to 2024-07-25 --format csv",
          kAfterwards + "report thuan-thanh 2024-W30 --format csv"};
}

struct Change {
  const char* what;
  Files files;
};

// What happens to the town after 25 July 2024, each by its own; the last is all at once.
std::vector<Change> changes() {
  const auto closed = [](std::string text) { return replaced(std::move(text), "until: 2025-06-30", "until: 2024-07-25"); };
  const std::string fourth = example(kWard + "khu-pho-4/area.yaml");
  const std::string left = replaced(fourth, "lead, since: 2024-06-01}",
                                    "lead, since: 2024-06-01, until: 2024-07-25}\n"
                                    "  - {officer: do-xuan-truong, org: ccb, role: lead, since: 2024-07-26}");
  const std::string ward = example(kWard + "area.yaml");
  const std::string opened =
      "name: Khu phố 6\nlevel: hamlet\nsince: 2024-07-26\npilot: {since: 2024-07-26, decision: 27-KH/BDVTU}\n"
      "continues:\n  - {area: thuan-thanh/ho/khu-pho-4, date: 2024-07-26, how: merged}\n"
      "officers:\n  - {officer: do-xuan-truong, org: ccb, role: lead, since: 2024-07-26}\n";
  const std::string regime = replaced(example("reporting.yaml"), "since: 2024-05-06", "since: 2024-05-06\n  until: 2024-07-25");
  return {
      {"a hamlet closes", {{kWard + "khu-pho-4/area.yaml", closed(fourth)}}},
      {"its officer leaves", {{kWard + "khu-pho-4/area.yaml", left}}},
      {"the ward closes", {{kWard + "area.yaml", closed(ward)}}},
      {"the pilot ends in a hamlet",
       {{kWard + "khu-pho-4/area.yaml", replaced(fourth, "pilot: {since: 2024-05-06", "pilot: {since: 2024-05-06, until: 2024-07-25")}}},
      {"a hamlet opens that goes on from another", {{kWard + "khu-pho-6/area.yaml", opened}}},
      {"the weekly regime ends", {{"reporting.yaml", regime}}},
      {"all of it",
       {{kWard + "khu-pho-4/area.yaml", closed(left)}, {kWard + "area.yaml", closed(ward)},
        {kWard + "khu-pho-6/area.yaml", opened}, {"reporting.yaml", regime}}},
  };
}

int rows_of(const std::string& csv) { return static_cast<int>(std::count(csv.begin(), csv.end(), '\n')) - 1; }

// Rows of one hamlet that `question` prints when its area has `dates`.
int owed(const std::string& dates, const std::string& question) {
  const std::string path = kWard + "khu-pho-1/area.yaml";
  const auto area = replaced(sample_store().files().at(path), "since: 2023-04-10", dates);
  const auto result = printed("sample", {{path, area}}, {question + " --now 2024-07-01T08:00+07:00 --format csv"});
  CHECK_FALSE(result.contains("stderr"));
  return rows_of(result.at("stdout"));
}

}  // namespace

TEST_CASE("past: who closes, leaves or opens later changes no byte of it") {
  const auto before = printed("examples/thuan-thanh", {}, short_questions());
  CHECK(before.at("stdout").find("ngo-thi-hien") != std::string::npos);
  for (const Change& change : changes()) {
    CAPTURE(change.what);
    CHECK((printed("examples/thuan-thanh", change.files, short_questions()) == before));  // in brackets: too long to print
  }
  CHECK((printed("examples/thuan-thanh", changes().back().files, past_questions()) ==
         printed("examples/thuan-thanh", {}, past_questions())));
}

TEST_CASE("past: what comes after the change does change") {
  const std::vector<std::string> later{"--now 2024-08-05T08:00+07:00 status thuan-thanh 2024-W31 --format csv"};
  const auto before = printed("examples/thuan-thanh", {}, later);
  CHECK(rows_of(before.at("stdout")) == 8);
  for (const Change& change : changes()) {
    CAPTURE(change.what);
    CHECK((printed("examples/thuan-thanh", change.files, later).at("stdout") != before.at("stdout")));
  }
}

TEST_CASE("past: an area owes what is nominally due on its days, first and last included") {
  struct Case { const char* dates; bool weekly; bool monthly; };
  // Week 19 is due on Wednesday 8 May; June on Saturday the 15th, moved to Monday the 17th.
  const Case cases[] = {{"since: 2024-05-07", true, true},   {"since: 2024-05-08", true, true},
                        {"since: 2024-05-09", false, true},  {"since: 2024-06-14", false, true},
                        {"since: 2024-06-15", false, true},  {"since: 2024-06-16", false, false},
                        {"since: 2024-06-17", false, false}, {"since: 2023-04-10\nuntil: 2024-05-07", false, false},
                        {"since: 2023-04-10\nuntil: 2024-05-08", true, false},
                        {"since: 2023-04-10\nuntil: 2024-05-09", true, false},
                        {"since: 2023-04-10\nuntil: 2024-06-14", true, false},
                        {"since: 2023-04-10\nuntil: 2024-06-15", true, true}};
  for (const Case& c : cases) {
    CAPTURE(c.dates);
    CHECK(owed(c.dates, "status khu-pho-1 2024-W19") == (c.weekly ? 1 : 0));
    CHECK(owed(c.dates, "due khu-pho-1 --report weekly --from 2024-05-08 --to 2024-05-08") == (c.weekly ? 1 : 0));
    CHECK(owed(c.dates, "status khu-pho-1 2024-06") == (c.monthly ? 1 : 0));
    CHECK(owed(c.dates, "due khu-pho-1 --report monthly --from 2024-06-17 --to 2024-06-17") == (c.monthly ? 1 : 0));
  }
}

TEST_CASE("past: a hamlet that sent 52 of the 53 weeks of 2026 lacks one of them") {
  Files files;
  for (const char* year : {"2025", "2026", "2027"}) {
    const std::string path = "calendar/" + std::string(year) + ".yaml";
    files[path] = replaced(example(path), "confirmed:", "confirmed: true #");
  }
  const std::string folder = kWard + "khu-pho-1/reports/ccb/";
  for (int week = 1; week <= 53; ++week) {
    if (week == 4) continue;
    const std::string name = to_string(week_period({2026, week}));
    files[folder + name + ".yaml"] = "report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: " + name +
                                     "\nofficer: nguyen-van-a\nsubmitted: 2025-12-29T08:00+07:00\n";
  }
  const std::string at = "--now 2027-01-04T08:00+07:00 ";
  const auto result = printed("sample", files, {at + "status khu-pho-1 2026-W01..2026-W53 --fail-on missing",
                                                at + "status khu-pho-1 2026-W01..2026-W05",
                                                at + "status khu-pho-1 2026-W05..2026-W53 --fail-on missing"});
  CHECK(result.at("exit") == "1\n0\n0\n");
  CHECK_FALSE(result.contains("stderr"));
  const std::string& text = result.at("stdout");
  const auto has = [&](const char* line) { return text.find(line) != std::string::npos; };
  CHECK(has("Khu phố, thôn    53   52    52     0        0          0     1        0\n"));
  CHECK(has("Đã nộp 52/53 báo cáo phải nộp (98,1 %), đúng hạn 52/53 (98,1 %).\n"));
  std::string row = "Chi hội CCB Khu phố 1  ";
  for (int week = 1; week <= 53; ++week) row += week == 4 ? "T" : "Đ";
  CHECK(has((row + "\n").c_str()));
  CHECK(has("Đã nộp 4/5 báo cáo phải nộp (80 %), đúng hạn 4/5 (80 %).\n"));  // the Thursdays of January
  CHECK(has("Đã nộp 49/49 báo cáo phải nộp (100 %), đúng hạn 49/49 (100 %).\n"));
}
