#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "support/scenario.h"

using namespace nammo;
namespace fs = std::filesystem;

TEST_CASE("scenarios: every command prints and ends as its story says") {
  std::vector<fs::path> stories;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(NAMMO_SOURCE_DIR) / "tests/scenarios")) {
    if (entry.path().extension() == ".txt") stories.push_back(entry.path());
  }
  std::sort(stories.begin(), stories.end());
  REQUIRE_FALSE(stories.empty());
  const bool update = std::getenv("NAMMO_UPDATE") != nullptr;
  for (const auto& path : stories) {
    const std::string story = path.filename().string();
    CAPTURE(story);
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto scenario = test::parse_scenario(text);
    const auto actual = test::run_scenario(scenario);
    if (update) {
      std::ofstream(path, std::ios::binary) << test::with_expectations(text, actual);
      continue;
    }
    CHECK(test::with_expectations("", scenario.expected) == test::with_expectations("", actual));
  }
}
