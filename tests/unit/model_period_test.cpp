#include "nammo/period.h"

#include <doctest/doctest.h>

using namespace nammo;

TEST_CASE("periods: a name reads back as itself, and nothing else is a name") {
  const char* const good[] = {"2024-W19", "2026-W53", "2024-05", "2024-Q2", "2024-H1", "2024", "2024-05-20.1", "summary"};
  for (const auto* name : good) {
    CAPTURE(name);
    REQUIRE(parse_period(name));
    CHECK(to_string(*parse_period(name)) == name);
  }
  const char* const bad[] = {"2024-W54", "2024-W53", "2024-W00", "2024-W9", "2024-13", "2024-Q5", "2024-H3", "24-W19",
                             "2024-05-20", "2024-05-32.1", "2024-05-20.0", "2024-05-20.01", "W19", "", "Summary", "2024-"};
  for (const auto* name : bad) {
    CAPTURE(name);
    CHECK_FALSE(parse_period(name));
  }
}

TEST_CASE("periods: going on and back crosses years") {
  const auto moved = [](const char* name, int steps) { return to_string(advance(*parse_period(name), steps)); };
  CHECK(moved("2026-W53", 1) == "2027-W01");
  CHECK(moved("2025-W01", -1) == "2024-W52");
  CHECK(moved("2024-12", 1) == "2025-01");
  CHECK(moved("2024-01", -2) == "2023-11");
  CHECK(moved("2024-Q1", -1) == "2023-Q4");
  CHECK(moved("2024-H2", 1) == "2025-H1");
  CHECK(distance(*parse_period("2024-W19"), *parse_period("2027-W01")) == 139);
  CHECK_FALSE(distance(*parse_period("2024-W19"), *parse_period("2024-05")));
}
