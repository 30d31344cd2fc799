#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue/message.h"
#include "cli/exit_code.h"
#include "cli/world.h"
#include "nammo/diagnostic.h"
#include "nammo/progress.h"
#include "nammo/store.h"

namespace nammo::cli {

class ProgressBar;

// The options that every command takes.
struct Globals {
  std::string folder;    // -C
  std::string now;       // --now
  std::string language;  // --lang
  std::string color = "auto";
};

enum class Stream { out, err };

// One run of the program: what it was told, the store that it opened.
class Call {
 public:
  Call(World& world, Globals globals);
  ~Call();

  [[nodiscard]] World& world() { return world_; }
  [[nodiscard]] const std::string& working_folder() const { return world_.working_folder; }
  // --lang, else the language of the store once it is open, else Vietnamese.
  [[nodiscard]] Language language() const;
  [[nodiscard]] bool colours(Stream stream) const;
  // --now, NAMMO_NOW or the clock, which is looked at once. Empty after an error message: not an instant.
  [[nodiscard]] std::optional<Instant> now();

  // The day that was typed, else that of now() in the store's zone.
  [[nodiscard]] std::optional<Date> day(const Store& store, const std::string& typed);

  // A folder as it was named, absolute; relative to -C, else to the working folder.
  [[nodiscard]] std::string folder_from(const std::string& typed) const;
  // Finds the store and opens its folder. False after an error message.
  [[nodiscard]] bool open_folder();
  [[nodiscard]] const FileReader& files() const { return through_ == nullptr ? *files_ : *through_; }
  // Reads through `files` from now on; through the folder itself where that is null.
  void read_through(const FileReader* files) { through_ = files; }
  [[nodiscard]] const std::string& root() const { return root_; }
  // Reads nammo.yaml, opening the folder where that was not done. Empty after an error
  // message: the store cannot be used.
  [[nodiscard]] std::optional<Store> open_store(Diagnostics& findings);
  // Says in which language the store speaks, where it was read elsewhere.
  void set_store_language(Language language) { store_language_ = language; }

  // Shows how far a long reading is: on a terminal, else null.
  [[nodiscard]] Progress* progress();

  // A path as the user typed it, as a path inside the store; empty when it lies
  // outside.
  [[nodiscard]] std::optional<std::string> inside_store(const std::string& typed) const;
  // The area that a person typed: an id or the unique tail of one; the top area
  // when nothing was typed. Empty after an error message.
  [[nodiscard]] std::optional<AreaId> find_area(const std::string& typed);

  // A file of the disk as it was named, relative to the working folder.
  [[nodiscard]] ReadResult read_named(const std::string& file, std::size_t limit = kMaxFileSize) const;
  void print(std::string_view text);                      // to stdout
  void complain(const Text& message, const Text& help = {});  // to stderr
  void remark(const Text& message);                       // to stderr, a plain line
  void show(const Diagnostics& findings);                 // to stderr
  // Shows what was found in the store's own files. True when an error is among
  // them, so that no answer can be trusted.
  [[nodiscard]] bool refuse_broken_settings(Diagnostics& findings);
  // To `file`, or to stdout when it is empty or "-". An exit code.
  [[nodiscard]] int deliver(const std::string& text, const std::string& file);

 private:
  World& world_;
  Globals globals_;
  std::optional<Language> store_language_;
  std::optional<Instant> clock_;
  std::string root_;
  std::unique_ptr<FileReader> files_;
  const FileReader* through_ = nullptr;
  std::unique_ptr<ProgressBar> bar_;
};

}  // namespace nammo::cli
