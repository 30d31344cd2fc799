#include "bench/week.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "bench/generate.h"
#include "nammo/period.h"

namespace nammo::bench {
namespace {

constexpr double kLongest = 60;  // ms
constexpr double kOldToNew = 1.2;

// A week of a store and the days on which its reports are due.
struct Week {
  std::string root;
  std::string period;
  std::string from;
  std::string to;
};

Week write_week(const std::string& root, int weeks) {
  std::filesystem::create_directory(root);
  write_town(root, {10, 14, weeks}, 20240509);
  const Period last = advance(week_period({2024, 19}), weeks - 1);
  const IsoWeek iso{last.year, last.number};
  return {root, to_string(last), format_date(day_in_iso_week(iso, std::chrono::Wednesday)),
          format_date(day_in_iso_week(iso, std::chrono::Thursday))};
}

// As a person types them after the hours of the week have passed.
std::vector<std::vector<std::string>> commands_of(const Week& week) {
  return {
      {"due", "--from", week.from, "--to", week.to},
      {"status", "thi-xa", week.period},
      {"remind", "--dry-run"},
      {"today"},
      {"report", "thi-xa", week.period},
  };
}

void run(const Week& week, const std::vector<std::string>& command) {
  std::vector<std::string> words{NAMMO_PROGRAM, "-C", week.root, "--now", week.to + "T16:00+07:00"};
  words.insert(words.end(), command.begin(), command.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = -1;
  if (posix_spawn(&child, NAMMO_PROGRAM, &actions, nullptr, pointers.data(), environ) == 0) waitpid(child, &status, 0);
  posix_spawn_file_actions_destroy(&actions);
  if (status == 0) return;
  fmt::print(stderr, "nammo_bench: {} {} failed\n", NAMMO_PROGRAM, command.front());
  std::abort();
}

}  // namespace

std::vector<Row> measure_week(const std::string& root, int weeks, int rounds) {
  const Week fresh = write_week(root + "/fresh", 1);
  const Week old = write_week(root + "/old", weeks);
  const auto of_fresh = commands_of(fresh);
  const auto of_old = commands_of(old);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < of_old.size(); ++i) {
    const auto [aged, young] = paired(rounds, [&] { run(old, of_old[i]); }, [&] { run(fresh, of_fresh[i]); });
    const std::string& name = of_old[i].front();
    rows.push_back({fmt::format("{}, a week of 151 areas, store of one week", name), young, kLongest, "ms"});
    rows.push_back({fmt::format("{}, the same in a store of {} weeks", name, weeks), aged, kLongest, "ms"});
    rows.push_back({fmt::format("{}, old store / new store", name), aged / young, kOldToNew, "×"});
  }
  return rows;
}

}  // namespace nammo::bench
