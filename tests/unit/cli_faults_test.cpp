#include <doctest/doctest.h>

#include <new>
#include <sstream>
#include <string>
#include <vector>

#include "cli/app.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// The sample store, of which no report can be read because memory is short.
class NoMemory final : public FileReader {
 public:
  [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit) const override {
    if (path.find("/reports/") != std::string::npos) throw std::bad_alloc();
    return files_.read(path, limit);
  }
  [[nodiscard]] ListResult list(const std::string& path) const override { return files_.list(path); }
  [[nodiscard]] FileKind kind(const std::string& path) const override { return files_.kind(path); }

 private:
  MemoryFiles files_ = [] {
    auto files = sample_store().files();
    files["areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"] = sample_report();
    return MemoryFiles(std::move(files));
  }();
};

struct Run {
  std::ostringstream out;
  std::ostringstream err;
  cli::World world;

  Run() {
    world.find_store = [](const std::string&) { return std::optional<std::string>("/store"); };
    world.open_folder = [](const std::string&) { return std::make_unique<MemoryFiles>(sample_store().files()); };
    world.make_folder = [](const std::string&) { return std::optional<std::string>("no disk here"); };
    world.make_own_folder = world.make_folder;
    world.clock = [] { return *parse_instant("2024-05-09T10:00+07:00"); };
    world.working_folder = "/store";
    world.processors = 4;
    world.out = &out;
    world.err = &err;
  }
};

}  // namespace

TEST_CASE("memory that is short ends a command with a sentence, also where other threads need it") {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"check"}, {"report", "ho", "2024-W19"}, {"status", "ho", "2024-W19"}}) {
    Run run;
    run.world.open_folder = [](const std::string&) { return std::make_unique<NoMemory>(); };
    CHECK(cli::run(words, run.world) == 4);
    CHECK(run.err.str() == "nammo: không đủ bộ nhớ, lệnh chưa làm xong; đóng bớt chương trình khác hoặc nới giới hạn bộ nhớ (ulimit -v) rồi chạy lại\n");
    CHECK(run.out.str().empty());
    Run english;
    english.world.open_folder = run.world.open_folder;
    auto more = words;
    more.insert(more.begin(), {"--lang", "en"});
    CHECK(cli::run(more, english.world) == 4);
    CHECK(english.err.str().starts_with("nammo: out of memory, "));
  }
}

TEST_CASE("the clock is looked at once, so that one that jumps does not give two moments to one answer") {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"report", "thuan-thanh"}, {"due"}, {"today"}, {"status"}, {"remind", "--dry-run"},
                                                {"area", "tree"}, {"officer", "list"}}) {
    CAPTURE(words.front());
    Run run;
    int looks = 0;
    run.world.clock = [&] { return *parse_instant("2024-05-09T10:00+07:00") + std::chrono::hours{24 * 30 * looks++}; };
    CHECK(cli::run(words, run.world) < 2);
    CHECK(looks == 1);
  }
}

TEST_CASE("a working folder that is gone is named; help needs none") {
  Run run;
  run.world.working_folder.clear();
  CHECK(cli::run({"check"}, run.world) == 4);
  CHECK(run.err.str().starts_with("nammo: không biết đang ở thư mục nào"));
  Run help;
  help.world.working_folder.clear();
  CHECK(cli::run({"help"}, help.world) == 0);
  CHECK(cli::run({"--version"}, help.world) == 0);
}
