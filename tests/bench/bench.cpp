// Benchmarks of the budgets of DESIGN section 11: each measure in turn with the
// bare work that it is compared to, several rounds in one run, medians and their ratio.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>
#include <fmt/core.h>
#include <sys/resource.h>
#include <yaml.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "bench/expansion.h"
#include "bench/generate.h"
#include "bench/measure.h"
#include "bench/others.h"
#include "bench/week.h"
#include "bench/year.h"
#include "nammo/check.h"
#include "nammo/file_system.h"
#include "yaml/read.h"

namespace {

using namespace nammo;
using bench::paired;
using bench::Row;

// What libyaml alone needs for a text: all events, none kept.
void bare_events(std::string_view text) {
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  for (bool more = true; more;) {
    yaml_event_t event;
    if (yaml_parser_parse(&parser, &event) == 0) std::abort();
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
}

class Bench {
 public:
  Bench(std::string root, const bench::TownSize& size, int rounds) : rounds_(rounds), paths_(bench::write_town(root, size, 20240509)), files_(open_folder(root)) {}

  void measure_tree() {
    std::vector<std::string> texts;
    for (const auto& path : paths_) texts.push_back(files_->read(path, kMaxFileSize).text);
    const auto [ours, bare] = paired(rounds_, [&] {
      Diagnostics findings;
      for (const auto& text : texts) {
        if (!yaml::read(text, "x.yaml", findings)) std::abort();
      }
    }, [&] { for (const auto& text : texts) bare_events(text); });
    rows_.push_back({"bare libyaml loop", bare, 0, "ms"});
    rows_.push_back({"tree from YAML, one thread", ours, 0, "ms"});
    rows_.push_back({"tree from YAML / bare loop", ours / bare, 1.6, "×"});
  }

  void measure_check() {
    const auto [ours, bare] = paired(rounds_, [&] {
      Diagnostics findings;
      if (check_store(*files_, {{}, 2}, findings) != CheckOutcome::done || !findings.items().empty()) std::abort();
    }, [&] { for (const auto& path : paths_) bare_events(files_->read(path, kMaxFileSize).text); });
    rows_.push_back({"check, two threads", ours, 0, "ms"});
    rows_.push_back({"check on two threads / reading and bare loop on one", ours / bare, 1.2, "×"});
  }

  void measure_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    rows_.push_back({"largest memory of the check", static_cast<double>(usage.ru_maxrss) / 1024, 150, "MB"});
  }

  void add(std::vector<Row>&& rows) { std::move(rows.begin(), rows.end(), std::back_inserter(rows_)); }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

 private:
  int rounds_;
  std::vector<std::string> paths_;
  std::unique_ptr<FileReader> files_;
  std::vector<Row> rows_;
};

struct Choices {
  bench::TownSize size;
  int old_weeks = 520;
  int rounds = 5;
  int province = 0;
  bool others = false;
  bool json = false;
};

void declare(CLI::App& app, Choices& choices) {
  constexpr int kMost = 1'000'000;
  const auto count = [&](const char* name, int& value, const char* what, int least = 1) {
    app.add_option(name, value, what)->check(CLI::Range(least, kMost))->capture_default_str();
  };
  count("--communes", choices.size.communes, "of the town that is checked");
  count("--hamlets", choices.size.hamlets, "of each commune");
  count("--weeks", choices.size.weeks, "that the town has reported");
  count("--old-weeks", choices.old_weeks, "of the older store that one week is compared with");
  count("--rounds", choices.rounds, "of each measure, of which the median counts");
  count("--province", choices.province, "communes of the province whose year is measured; 100 of them take 130,052 files and minutes of Python", 0);
  app.add_flag("--others", choices.others, "the week of a country, other programs, instruction counts; needs yamllint and valgrind");
  app.add_flag("--json", choices.json, "the figures as JSON");
}

void print(const std::vector<Row>& rows, bool json) {
  if (json) {
    auto list = nlohmann::ordered_json::array();
    for (const Row& row : rows) list.push_back({{"what", row.what}, {"value", row.value}, {"limit", row.limit}, {"unit", row.unit}});
    fmt::print("{}\n", list.dump(2));
    return;
  }
  for (const Row& row : rows) {
    const auto limit = row.limit > 0 ? fmt::format("limit {:g} {}", row.limit, row.unit) : "";
    fmt::print("{:<60} {:>10.2f} {:<3} {}\n", row.what, row.value, row.unit, limit);
  }
}

}  // namespace

int main(int count, char** arguments) {
  Choices choices;
  CLI::App app{"Measures the budgets of nammo, each in turn with the bare work that it is compared to."};
  declare(app, choices);
  CLI11_PARSE(app, count, arguments);
  std::string root = (std::filesystem::temp_directory_path() / "nammo-bench-XXXXXX").string();
  if (mkdtemp(root.data()) == nullptr) return 1;
  for (const char* part : {"/town", "/weeks", "/growth", "/expansion", "/year", "/others"}) std::filesystem::create_directory(root + part);
  const int rounds = choices.rounds;
  Bench bench(root + "/town", choices.size, rounds);
  if (choices.province > 0) bench.add(bench::measure_year(root + "/year", choices.province));
  bench.measure_check();
  bench.measure_memory();  // before the texts of the next measure are in memory
  bench.measure_tree();
  bench.add(bench::measure_week(root + "/weeks", choices.old_weeks, 3 * rounds));
  bench.add(bench::measure_growth(root + "/growth", rounds));
  bench.add(bench::measure_expansion(root + "/expansion", rounds));
  bench.add(bench::measure_start(3 * rounds));
  if (choices.others) {
    bench.add(bench::measure_others(root + "/others", rounds));
    bench.add(bench::measure_country(root + "/others", rounds));
    bench.add(bench::count_instructions(root + "/others"));
  }
  print(bench.rows(), choices.json);
  std::filesystem::remove_all(root);
  return 0;
}
