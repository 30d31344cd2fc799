#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "nammo/file_system.h"
#include "nammo/lock.h"
#include "nammo/output_file.h"
#include "nammo/process.h"

using namespace nammo;
namespace fs = std::filesystem;

namespace {

// A folder of the real disk that goes away with it.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (fs::temp_directory_path() / "nammo-disk-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() { fs::remove_all(path_); }
  [[nodiscard]] std::string operator/(const char* name) const { return path_ + "/" + name; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("run_program: hands over input of any size and gives back what was written") {
  const std::string input(3'000'000, 'x');
  const auto result = run_program({"cat"}, input);
  CHECK(result.succeeded());
  CHECK(result.out == input);
  CHECK(result.err.empty());
}

TEST_CASE("run_program: the exit status, both streams, and words as they are") {
  const auto result = run_program({"sh", "-c", "printf '%s' \"$1\"; echo bad >&2; exit 7", "sh", "a b'c"}, "");
  CHECK(result.started);
  CHECK(result.status == 7);
  CHECK(result.out == "a b'c");
  CHECK(result.err == "bad\n");
}

TEST_CASE("run_program: a program that reads nothing, dies or is not there ends nothing else") {
  CHECK(run_program({"true"}, std::string(3'000'000, 'x')).succeeded());
  CHECK(run_program({"sh", "-c", "kill -9 $$"}, "").status == 128 + 9);
  const auto none = run_program({"nammo-no-such-program"}, "text");
  CHECK_FALSE(none.started);
  CHECK_FALSE(none.reason.empty());
}

TEST_CASE("lock_store: one at a time, given back, and hidden from git") {
  const ScratchFolder folder;
  auto first = lock_store(folder.path());
  REQUIRE(first.lock != nullptr);
  CHECK(content(folder / ".nammo/.gitignore") == "*\n");
  const auto second = lock_store(folder.path());
  CHECK(second.lock == nullptr);
  CHECK(second.busy);
  first.lock.reset();
  CHECK(lock_store(folder.path()).lock != nullptr);
}

TEST_CASE("make_own_folder: as often as asked, and nothing that somebody wrote there is lost") {
  const ScratchFolder folder;
  CHECK(make_own_folder(folder.path()) == std::nullopt);
  CHECK(content(folder / ".nammo/.gitignore") == "*\n");
  REQUIRE(write_file(folder / ".nammo/.gitignore", "*\n!lock\n") == std::nullopt);
  CHECK(make_own_folder(folder.path()) == std::nullopt);
  CHECK(content(folder / ".nammo/.gitignore") == "*\n!lock\n");
  fs::remove(folder / ".nammo/.gitignore");
  CHECK(make_own_folder(folder.path()) == std::nullopt);
  CHECK_MESSAGE(content(folder / ".nammo/.gitignore") == "*\n", "git would see what is in it");
  fs::remove_all(folder / ".nammo");
  fs::create_directory(folder / "elsewhere");
  fs::create_directory_symlink(folder / "elsewhere", folder / ".nammo");
  CHECK_MESSAGE(make_own_folder(folder.path()) != std::nullopt, "a link leads out of the store");
  CHECK(fs::is_empty(folder / "elsewhere"));
}

TEST_CASE("lock_store: says why it cannot be had") {
  const ScratchFolder folder;
  const auto nowhere = lock_store(folder / "nowhere");
  CHECK(nowhere.lock == nullptr);
  CHECK_FALSE(nowhere.busy);
  CHECK_FALSE(nowhere.reason.empty());
  fs::create_directory(folder / ".nammo");
  fs::create_symlink(folder / "elsewhere", folder / ".nammo/lock");
  CHECK_MESSAGE(lock_store(folder.path()).lock == nullptr, "a link is not followed");
  CHECK_FALSE(fs::exists(folder / "elsewhere"));
  fs::remove_all(folder / ".nammo");
  fs::create_directory(folder / "outside");
  fs::create_symlink("outside", folder / ".nammo");
  CHECK_MESSAGE(lock_store(folder.path()).lock == nullptr, "nor one to another folder");
  CHECK(fs::is_empty(folder / "outside"));
}

TEST_CASE("append_file: after what is there, and never through a link") {
  const ScratchFolder folder;
  CHECK_FALSE(append_file(folder / "log", "one\n"));
  CHECK_FALSE(append_file(folder / "log", "two\n"));
  CHECK(content(folder / "log") == "one\ntwo\n");
  fs::create_symlink(folder / "log", folder / "link");
  CHECK(append_file(folder / "link", "three\n"));
  CHECK(append_file(folder / "no/log", "x"));
  CHECK(content(folder / "log") == "one\ntwo\n");
}

TEST_CASE("write_named_file: a new file, one that is there, one at the end of a link, which stays") {
  const ScratchFolder folder;
  CHECK_FALSE(write_named_file(folder / "x", "one"));
  CHECK(content(folder / "x") == "one");
  fs::create_symlink("x", folder / "link");
  CHECK_FALSE(write_named_file(folder / "link", "two"));
  CHECK(content(folder / "x") == "two");
  CHECK(fs::is_symlink(folder / "link"));
}

TEST_CASE("write_named_file: a device gets the bytes and stays; a folder, a loop of links, a folder that is not there are refused") {
  const ScratchFolder folder;
  CHECK_FALSE(write_named_file("/dev/null", "text"));
  CHECK(fs::is_character_file("/dev/null"));
  CHECK(write_named_file("/dev/full", "text"));
  CHECK(write_named_file(folder.path(), "text"));
  fs::create_symlink("loop", folder / "loop");
  CHECK(write_named_file(folder / "loop", "text"));
  CHECK(fs::is_symlink(folder / "loop"));
  CHECK(write_named_file(folder / "no/x", "text"));
}

TEST_CASE("remove_file: gone afterwards, also where there was none; says why it cannot") {
  const ScratchFolder folder;
  CHECK_FALSE(write_file(folder / "x", "text"));
  CHECK_FALSE(remove_file(folder / "x"));
  CHECK_FALSE(fs::exists(folder / "x"));
  CHECK_FALSE(remove_file(folder / "x"));
  CHECK(remove_file(folder.path()));
}

TEST_CASE("list: a folder whose path is too long for the system is not taken for one that is not there") {
  const auto reader = open_folder("/");
  CHECK(reader->list(std::string(5000, 'x')).failure == ReadFailure::failed);
  CHECK(reader->list("nowhere").failure == ReadFailure::missing);
}
