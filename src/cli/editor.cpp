#include "cli/editor.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/catalogue/cli.h"
#include "cli/command.h"

namespace nammo::cli {
namespace {

constexpr std::array<std::string_view, 14> kPlusLine{"vi",          "vim",   "nvim", "view", "gvim", "nano", "pico",
                                                     "emacs",       "emacsclient", "micro", "joe",  "kak",  "jed",  "mcedit"};
constexpr std::array<std::string_view, 3> kGoto{"code", "codium", "code-oss"};
constexpr std::string_view kSchema = "schemas/report.schema.json";

// "/usr/bin/vim -u NONE" -> "vim"
std::string program_of(const std::string& editor) {
  const std::string first = editor.substr(0, editor.find(' '));
  return first.substr(first.rfind('/') + 1);
}

template <typename List>
bool contains(const List& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

std::vector<std::string> editor_words(const std::string& editor, const std::string& file, int line) {
  std::vector<std::string> words{"sh", "-c", editor + " \"$@\"", editor};
  const std::string program = program_of(editor);
  if (line > 0 && contains(kPlusLine, program)) words.push_back("+" + std::to_string(line));
  if (line > 0 && contains(kGoto, program)) {
    words.emplace_back("--goto");
    words.push_back(file + ":" + std::to_string(line));
  } else {
    words.push_back(file);
  }
  return words;
}

Draft::Draft(Call& call, const std::string& file) : call_(&call), path_(call.root() + "/.nammo/edit/" + file) {}

std::string Draft::text() const { return call_->world().read_file(path_, kMaxFileSize).text; }

std::string Draft::base() const { return call_->world().read_file(path_ + ".orig", kMaxFileSize).text; }

bool Draft::begin(const std::string& text, const std::string& base) const {
  const auto schema = call_->files().read(std::string(kSchema));
  const std::string beside = call_->root() + "/.nammo/edit/" + std::string(kSchema);
  if (schema.failure == ReadFailure::none && !put(beside, schema.text)) return false;
  return put(path_ + ".orig", base) && put(path_, text);
}

void Draft::drop() const {
  for (const std::string& path : {path_, path_ + ".orig"}) static_cast<void>(call_->world().remove_file(path));
}

bool Draft::put(const std::string& path, const std::string& text) const {
  auto failed = call_->world().make_folder(path.substr(0, path.rfind('/')));
  if (!failed) failed = call_->world().write_file(path, text);
  if (!failed) return true;
  call_->complain(say(msg::cli_write_failed, printable(path), printable(*failed)), say(msg::cli_nothing_written));
  return false;
}

}  // namespace nammo::cli
