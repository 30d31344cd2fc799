#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "nammo/file_system.h"
#include "nammo/lock.h"
#include "nammo/process.h"
#include "nammo/time.h"

namespace nammo::cli {

// Everything outside of nammo that a command may touch. main() fills it with the
// real disk, clock and streams, the tests with folders in memory.
struct World {
  // The folder that holds the store, searched from `start` upwards.
  std::function<std::optional<std::string>(const std::string& start)> find_store;
  std::function<std::unique_ptr<FileReader>(const std::string& root)> open_folder;
  // A file that a person named, of at most `limit` bytes.
  std::function<ReadResult(const std::string& path, std::size_t limit)> read_file;
  // Puts `text` into a file, wholly or not at all. The reason when it failed.
  std::function<std::optional<std::string>(const std::string& path, const std::string& text)> write_file;
  // The same for a file that a person named, which may be a pipe or a device.
  std::function<std::optional<std::string>(const std::string& path, const std::string& text)> write_named;
  // Takes a file away; none there is no failure. The reason when it failed.
  std::function<std::optional<std::string>(const std::string& path)> remove_file;
  // Makes a folder, with those above it, where they are not there. The reason when it failed.
  std::function<std::optional<std::string>(const std::string& path)> make_folder;
  // Puts `text` at the end of a file. The reason when it failed.
  std::function<std::optional<std::string>(const std::string& path, const std::string& text)> append_file;
  // Makes the folder .nammo of the store at `root`. The reason when it failed.
  std::function<std::optional<std::string>(const std::string& root)> make_own_folder;
  // The one lock of that store; makes that folder.
  std::function<LockResult(const std::string& root)> lock_store;
  std::function<ProgramResult(const std::vector<std::string>& words, const std::string& input)> run_program;
  // A program that gets the terminal, such as an editor.
  std::function<ProgramResult(const std::vector<std::string>& words)> run_on_terminal;
  std::function<Instant()> clock;
  std::function<std::chrono::milliseconds()> ticks;  // time that passes; for showing progress alone
  // Told when a line that is drawn over stands on the terminal, and when it does not.
  std::function<void(bool)> line_stands = [](bool) {};
  std::string working_folder;  // absolute; empty when the system does not know it
  std::string now;             // NAMMO_NOW; empty when not set
  std::string editor;          // VISUAL, else EDITOR; empty when neither is set
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  bool no_color = false;  // NO_COLOR is set to something, or TERM=dumb
  unsigned processors = 1;
  std::istream* in = nullptr;
  std::ostream* out = nullptr;
  std::ostream* err = nullptr;
};

}  // namespace nammo::cli
