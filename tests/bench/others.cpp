#include "bench/others.h"

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "bench/generate.h"
#include "bench/run.h"

namespace nammo::bench {
namespace {

using Words = std::vector<std::string>;

constexpr double kStart = 15;  // ms
constexpr const char* kThursday = "2024-05-09T16:00+07:00";

// Every file of the reports through the C loader of PyYAML, as a script of an office would.
constexpr const char* kPython =
    "import pathlib, sys, yaml\n"
    "for path in pathlib.Path(sys.argv[1]).rglob('*.yaml'):\n"
    "    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)\n";

Words nammo_in(const std::string& root, const Words& command) {
  Words words{NAMMO_PROGRAM, "-C", root, "--now", kThursday};
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

std::string town(const std::string& root, int communes, int hamlets, int weeks) {
  std::filesystem::create_directory(root);
  TownSize size;
  size.communes = communes;
  size.hamlets = hamlets;
  size.weeks = weeks;
  write_town(root, size, 20240509);
  return root;
}

double collected(const std::string& log) {
  std::ifstream in(log);
  constexpr std::string_view kBefore = "Collected : ";
  for (std::string line; std::getline(in, line);) {
    if (const auto at = line.find(kBefore); at != std::string::npos) return std::stod(line.substr(at + kBefore.size()));
  }
  fmt::print(stderr, "nammo_bench: {} tells no count\n", log);
  std::exit(1);
}

}  // namespace

std::vector<Row> measure_others(const std::string& root, int rounds) {
  const std::string store = town(root + "/town", 10, 14, 4);
  const Words cat{"sh", "-c", "find \"$0\" -name '*.yaml' -exec cat {} +", store};
  const Words python{"/usr/bin/python3", "-c", kPython, store};
  const Words lint{"yamllint", "-d", "{extends: relaxed, rules: {line-length: disable}}", store};
  const auto [ours, bare] = paired(rounds, [&] { run(nammo_in(store, {"check"})); }, [&] { run(cat); });
  const auto [again, script] = paired(rounds, [&] { run(nammo_in(store, {"check"})); }, [&] { run(python); });
  const auto [third, linter] = paired(1, [&] { run(nammo_in(store, {"check"})); }, [&] { run(lint); });
  return {
      {"nammo check, 604 reports", ours, 0, "ms"},
      {"nammo check / cat of the same files", ours / bare, 0, "×"},
      {"PyYAML's C loader alone / nammo check", script / again, 0, "×"},
      {"yamllint / nammo check", linter / third, 0, "×"},
  };
}

std::vector<Row> measure_start(int rounds) {
  const auto [ours, bare] = paired(rounds, [] { run({NAMMO_PROGRAM, "version"}); }, [] { run({"true"}); });
  return {{"nammo version", ours, kStart, "ms"}, {"the program true", bare, 0, "ms"}};
}

std::vector<Row> measure_country(const std::string& root, int rounds) {
  const std::string store = town(root + "/country", 700, 14, 1);
  std::vector<Row> rows;
  for (const Words& command : {Words{"check"}, Words{"status", "thi-xa", "2024-W19"}, Words{"report", "thi-xa", "2024-W19"}}) {
    std::vector<double> took;
    for (int i = 0; i < rounds; ++i) took.push_back(run(nammo_in(store, command)).milliseconds);
    rows.push_back({fmt::format("{}, a week of 10,501 areas", command.front()), median(took), 0, "ms"});
  }
  return rows;
}

std::vector<Row> count_instructions(const std::string& root) {
  std::vector<Row> rows;
  for (const Words& command : {Words{"check"}, Words{"status", "thuan-thanh", "2024-W19"}, Words{"report", "thuan-thanh", "2024-W19"}}) {
    const std::string log = root + "/callgrind.log";
    Words words{"valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=" + log};
    const Words program = nammo_in(NAMMO_EXAMPLE, command);
    words.insert(words.end(), program.begin(), program.end());
    run(words);
    rows.push_back({fmt::format("instructions of {} on the example", command.front()), collected(log) / 1e6, 0, "M"});
  }
  return rows;
}

}  // namespace nammo::bench
