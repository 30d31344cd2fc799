#include <doctest/doctest.h>

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "cli/app.h"
#include "support/sample_store.h"

using namespace nammo;

namespace {

// What is offered for the last of the words, in one line.
std::string offered(std::vector<std::string> words) {
  const auto files = test::sample_store();
  std::ostringstream out;
  std::ostringstream err;
  cli::World world;
  world.find_store = [](const std::string& start) { return start == "/store" ? std::optional(start) : std::nullopt; };
  world.open_folder = [&](const std::string&) { return overlay(files, {}); };
  world.clock = [] { return *parse_instant("2024-05-09T10:00+07:00"); };
  world.working_folder = "/store";
  world.out = &out;
  world.err = &err;
  words.insert(words.begin(), {"completion", "--candidates"});
  CHECK(cli::run(words, world) == 0);
  CHECK(err.str().empty());
  std::string line = out.str();
  for (char& c : line) c = c == '\n' ? ' ' : c;
  return line;
}

}  // namespace

TEST_CASE("candidates: commands where none is named, and the words of a command") {
  CHECK(offered({"s"}) == "status submit ");
  CHECK(offered({"area", ""}).starts_with("add close list rename show tree "));
  CHECK(offered({"completion", ""}) == "bash fish zsh ");
  CHECK(offered({"nothing", ""}).empty());
}

TEST_CASE("candidates: areas and periods in their places, and nothing where a file or a text is meant") {
  CHECK(offered({"report", "thuan-thanh/ho/khu-pho-2"}) == "thuan-thanh/ho/khu-pho-2 ");
  CHECK(offered({"report", "ho", "2024-W"}) == "2024-W16 2024-W17 2024-W18 2024-W19 2024-W20 ");
  CHECK(offered({"report", "ho", "la"}) == "last ");
  CHECK(offered({"report", "-o", ""}).empty());
  CHECK(offered({"report", "--date", "2"}).empty());
}

TEST_CASE("candidates: an option that takes a value does not count as an argument") {
  CHECK(offered({"report", "--org", "ccb", "ho", "th"}) == "this ");
  CHECK(offered({"report", "--brief", "ho", "th"}) == "this ");
  CHECK(offered({"--lang", "en", "report", "--compare", "p"}) == "previous ");
}

TEST_CASE("candidates: options of the command and those before it") {
  CHECK(offered({"check", "--st"}) == "--staged --strict ");
  CHECK(offered({"check", "--la"}) == "--lang ");
}

TEST_CASE("candidates: outside of a store there is nothing to offer from it, and no message") {
  CHECK(offered({"-C", "/elsewhere", "report", ""}).empty());
  CHECK(offered({"-C", "/store", "report", "--org", "c"}) == "ccb ");
}
