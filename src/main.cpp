#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "cli/app.h"
#include "cli/exit_code.h"
#include "nammo/store.h"

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

nammo::cli::World real_world() {
  nammo::cli::World world;
  world.find_store = nammo::find_store;
  world.open_folder = nammo::open_folder;
  world.read_file = nammo::read_named_file;
  world.write_file = nammo::write_file;
  world.make_folder = nammo::make_folder;
  world.append_file = nammo::append_file;
  world.lock_store = nammo::lock_store;
  world.run_program = nammo::run_program;
  world.run_on_terminal = nammo::run_on_terminal;
  world.clock = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
  world.ticks = [] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
  };
  world.working_folder = std::filesystem::current_path().string();
  world.now = variable("NAMMO_NOW");
  world.editor = variable("VISUAL").empty() ? variable("EDITOR") : variable("VISUAL");
  world.in_is_terminal = ::isatty(STDIN_FILENO) == 1;
  world.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  world.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  world.no_color = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
  world.processors = std::max(1U, std::thread::hardware_concurrency());
  world.in = &std::cin;
  world.out = &std::cout;
  world.err = &std::cerr;
  return world;
}

}  // namespace

int main(int count, char** arguments) {
  std::ios::sync_with_stdio(false);
  try {
    auto world = real_world();
    return nammo::cli::run(std::vector<std::string>(arguments + (count > 0 ? 1 : 0), arguments + count), world);
  } catch (const std::exception& error) {
    std::cerr << "nammo: " << nammo::cli::bug_message(error.what()) << '\n';
  }
  return nammo::cli::kBug;
}
