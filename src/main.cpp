#include <cxxabi.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <typeinfo>
#include <vector>

#include "base/spare_memory.h"
#include "cli/app.h"
#include "cli/exit_code.h"
#include "cli/progress_bar.h"
#include "nammo/output_file.h"
#include "nammo/store.h"

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// A stream that the caller closed must not become a file that is opened later, which would
// get what is printed. Of a folder nothing can be read, and into it nothing be written.
void occupy_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) < 0) static_cast<void>(::open("/", O_RDONLY));
  }
}

// Whether a line stands on the terminal that nobody will wipe any more, when a signal ends
// the program.
std::atomic<bool> line_stands = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void wipe_and_end(int signal) {
  if (line_stands) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, nammo::cli::kWipeLine.data(), nammo::cli::kWipeLine.size());
  }
  ::raise(signal);  // whose action is the usual one again
}

void wipe_line_on_signals() {
  struct sigaction action {};
  action.sa_handler = wipe_and_end;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL) ::sigaction(signal, &action, nullptr);
  }
}

// Where no catch gets: for an exception itself there was no memory, or one left a destructor.
[[noreturn]] void give_up() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type == nullptr || *type == typeid(std::bad_alloc)) std::_Exit(nammo::cli::complain_of_memory(std::cerr, nammo::Language::vi));
  std::cerr << "nammo: " << nammo::cli::bug_message(type->name()) << '\n';
  std::_Exit(nammo::cli::kBug);
}

nammo::cli::World real_world() {
  nammo::cli::World world;
  world.find_store = nammo::find_store;
  world.open_folder = nammo::open_folder;
  world.read_file = nammo::read_named_file;
  world.write_file = nammo::write_file;
  world.write_named = nammo::write_named_file;
  world.remove_file = nammo::remove_file;
  world.make_folder = nammo::make_folder;
  world.append_file = nammo::append_file;
  world.make_own_folder = nammo::make_own_folder;
  world.lock_store = nammo::lock_store;
  world.run_program = nammo::run_program;
  world.run_on_terminal = nammo::run_on_terminal;
  world.clock = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
  world.ticks = [] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
  };
  world.line_stands = [](bool stands) { line_stands = stands; };
  std::error_code unknown;
  world.working_folder = std::filesystem::current_path(unknown).string();
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
  std::set_terminate(give_up);
  occupy_closed_streams();
  std::ios::sync_with_stdio(false);
  // A file that would grow too large is then an error of writing, which is told.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    nammo::claim_memory();
    auto world = real_world();
    if (world.err_is_terminal) wipe_line_on_signals();
    return nammo::cli::run(std::vector<std::string>(arguments + (count > 0 ? 1 : 0), arguments + count), world);
  } catch (const std::bad_alloc&) {
    return nammo::cli::complain_of_memory(std::cerr, nammo::Language::vi);
  } catch (const std::exception& error) {
    std::cerr << "nammo: " << nammo::cli::bug_message(error.what()) << '\n';
  }
  return nammo::cli::kBug;
}
