#include "bench/run.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "bench/measure.h"

namespace nammo::bench {

Cost run(std::vector<std::string> words, const std::string& output) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  int status = -1;
  rusage usage{};
  Cost cost;
  cost.milliseconds = milliseconds([&] {
    pid_t child = 0;
    if (posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ) == 0) wait4(child, &status, 0, &usage);
  });
  posix_spawn_file_actions_destroy(&actions);
  cost.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
  if (status == 0) return cost;
  std::string command;
  for (const std::string& word : words) command += " " + word;
  fmt::print(stderr, "nammo_bench: failed:{}\n", command);
  std::exit(1);
}

}  // namespace nammo::bench
