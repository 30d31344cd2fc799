#include "cli/progress_bar.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "cli/app.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;
using std::chrono::milliseconds;

namespace {

const std::string kWipe = "\r\x1b[K";

// A bar on a terminal, and a clock that goes on only when it is told to.
struct Terminal {
  std::ostringstream text;
  milliseconds now{5000};
  cli::ProgressBar bar{text, [this] { return now; }, [] { return "reading"; }};

  // What was written since the last call.
  std::string written() {
    std::string all = text.str();
    text.str({});
    return all;
  }
};

// What a command writes to stderr, when each look at the clock takes `step`.
std::string told(std::vector<std::string> arguments, bool terminal, bool no_color = false, milliseconds step = milliseconds{400}) {
  std::ostringstream out;
  std::ostringstream err;
  milliseconds now{0};
  cli::World world;
  world.find_store = [](const std::string&) { return std::optional<std::string>("/store"); };
  world.open_folder = [](const std::string&) {
    auto files = sample_store().files();
    files["areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"] = sample_report();
    return std::make_unique<MemoryFiles>(std::move(files));
  };
  world.clock = [] { return *parse_instant("2024-05-10T15:00+07:00"); };
  world.ticks = [&] { return now += step; };
  world.working_folder = "/store";
  world.err_is_terminal = terminal;
  world.no_color = no_color;
  world.out = &out;
  world.err = &err;
  CAPTURE(out.str());
  CHECK(cli::run(std::move(arguments), world) == 0);
  return err.str();
}

}  // namespace

TEST_CASE("progress bar: nothing in the first second, then a line, at most ten times a second, wiped at the end") {
  Terminal terminal;
  terminal.bar.begin(4);
  terminal.now += milliseconds{999};
  terminal.bar.passed(1);
  CHECK(terminal.written().empty());
  terminal.now += milliseconds{1};
  terminal.bar.passed(1);
  CHECK(terminal.written() == kWipe + "reading [###############...............] 50%");
  terminal.now += milliseconds{99};
  terminal.bar.passed(1);
  CHECK(terminal.written().empty());
  terminal.now += milliseconds{1};
  terminal.bar.passed(1);
  CHECK(terminal.written() == kWipe + "reading [##############################] 100%");
  terminal.bar.end();
  CHECK(terminal.written() == kWipe);
}

TEST_CASE("progress bar: a short reading writes nothing at all") {
  Terminal terminal;
  terminal.bar.begin(1000);
  terminal.bar.passed(1000);
  terminal.bar.end();
  CHECK(terminal.written().empty());
}

TEST_CASE("progress bar: each reading counts for itself, the second since the first one began") {
  Terminal terminal;
  terminal.bar.begin(2);
  terminal.bar.passed(2);
  terminal.bar.end();
  terminal.now += milliseconds{1500};
  terminal.bar.begin(3);
  terminal.bar.passed(1);
  CHECK(terminal.written() == kWipe + "reading [##########....................] 33%");
}

TEST_CASE("progress bar: a reading that was broken off leaves no line") {
  std::ostringstream text;
  {
    milliseconds now{0};
    cli::ProgressBar bar(text, [&] { return now; }, [] { return "reading"; });
    bar.begin(2);
    now = milliseconds{1000};
    bar.passed(1);
  }
  CHECK(text.str() == kWipe + "reading [###############...............] 50%" + kWipe);
}

TEST_CASE("report: a long reading is shown on a terminal in the store's language, and wiped") {
  // Seven reports. The clock says 400 when they begin, so from 1400 on a line is drawn:
  // at 1600 after the third; each drawing looks at it once more.
  const std::string text = told({"report", "thuan-thanh", "2024-W19"}, true);
  CHECK(text == kWipe + "đang đọc báo cáo [############..................] 42%" +       // 3 of 7
                    kWipe + "đang đọc báo cáo [#################.............] 57%" +
                    kWipe + "đang đọc báo cáo [#####################.........] 71%" +
                    kWipe + "đang đọc báo cáo [#########################.....] 85%" +
                    kWipe + "đang đọc báo cáo [##############################] 100%" + kWipe);
  CHECK(told({"--lang", "en", "report", "thuan-thanh", "2024-W19"}, true).starts_with(kWipe + "reading reports [####"));
}

TEST_CASE("report: no bar in a pipe, nor on a terminal that is to stay plain") {
  CHECK(told({"report", "thuan-thanh", "2024-W19"}, false).empty());
  CHECK(told({"report", "thuan-thanh", "2024-W19"}, true, true).empty());
}

TEST_CASE("check: shows its reading too") {
  const std::string text = told({"check"}, true, false, milliseconds{1000});  // one area with one report
  CHECK(text == kWipe + "đang đọc báo cáo [##############################] 100%" + kWipe);
}
