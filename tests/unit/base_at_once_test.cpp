#include "base/at_once.h"

#include <doctest/doctest.h>

#include <atomic>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

using namespace nammo;

TEST_CASE("at_once: each part once, as many as there are") {
  for (const std::size_t parts : {0U, 1U, 2U, 17U}) {
    CAPTURE(parts);
    std::vector<int> calls(parts);
    at_once(parts, [&](std::size_t part) { ++calls.at(part); });
    CHECK(calls == std::vector<int>(parts, 1));
  }
}

TEST_CASE("at_once: what a part throws comes out when all have ended, the first of them") {
  std::atomic<int> ended = 0;
  const auto run = [&] {
    at_once(8, [&](std::size_t part) {
      ++ended;
      if (part == 3) throw std::bad_alloc();
      if (part == 5) throw std::runtime_error("five");
    });
  };
  CHECK_THROWS_AS(run(), std::bad_alloc);
  CHECK(ended == 8);
}
