#include <doctest/doctest.h>

#include <set>
#include <sstream>
#include <string>

#include "cli/app.h"
#include "nammo/report.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// The reports that a command opens, or looks for, in the sample store.
std::set<std::string> reports_read(std::vector<std::string> arguments) {
  const MemoryFiles files = sample_store();
  std::ostringstream out;
  cli::World world;
  world.find_store = [](const std::string&) { return std::optional<std::string>("/store"); };
  world.open_folder = [&](const std::string&) { return overlay(files, {}); };
  world.clock = [] { return *parse_instant("2024-06-13T15:00+07:00"); };
  world.working_folder = "/store";
  world.out = &out;
  world.err = &out;
  CAPTURE(out.str());
  CHECK(cli::run(std::move(arguments), world) == 0);
  std::set<std::string> periods;
  for (const auto& path : files.read_files()) {
    const auto key = parse_report_path(path);
    if (key) periods.insert(to_string(key->period));
  }
  return periods;
}

using Periods = std::set<std::string>;

}  // namespace

TEST_CASE("report: a week reads no week before it, unless --trend asks for it") {
  CHECK(reports_read({"report", "thuan-thanh", "2024-W24"}) == Periods{"2024-W24"});
  CHECK(reports_read({"report", "thuan-thanh", "2024-W24", "--brief", "--format", "json"}) == Periods{"2024-W24"});
  // the regime began with W19
  CHECK(reports_read({"report", "thuan-thanh", "2024-W24", "--trend"}) ==
        Periods{"2024-W19", "2024-W20", "2024-W21", "2024-W22", "2024-W23", "2024-W24"});
}

TEST_CASE("report: a month looks back, but not for csv") {
  // and at the weeks whose Thursday lies in it, 15/5 to 14/6, for how its matters went
  CHECK(reports_read({"report", "thuan-thanh", "2024-06"}) ==
        Periods{"2024-05", "2024-06", "2024-W20", "2024-W21", "2024-W22", "2024-W23", "2024-W24"});
  CHECK(reports_read({"report", "thuan-thanh", "2024-06", "--format", "csv"}) == Periods{"2024-06"});
}

TEST_CASE("report: of quarters without eight before them that have a report, the months are not read") {
  // 2024-Q3 rests on July to September; of 2024-Q2 only its own file is looked for
  const auto read = reports_read({"report", "thuan-thanh", "2024-Q3"});
  CHECK(read.contains("2024-Q2"));
  CHECK(read.contains("2024-09"));
  CHECK_FALSE(read.contains("2024-05"));
  CHECK_FALSE(read.contains("2024-06"));
}
