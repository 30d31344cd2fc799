#include <doctest/doctest.h>

#include <string>

#include "nammo/assignments.h"

using namespace nammo;

namespace {

const OrgId kOrg{"ccb"};

Date day(const char* text) { return *parse_date(text); }

Assignment from_to(const char* since, const char* until, const char* org = "ccb") {
  Assignment one{OfficerId{"a"}, OrgId{org}, Role::deputy, day(since), {}, {}};
  if (*until != '\0') one.until = day(until);
  return one;
}

// The days without anybody, "2024-05-01..2024-05-03 2024-06-01.." for short.
std::string vacant(std::vector<Assignment> officers, const char* area_until = "") {
  Area area;
  area.since = day("2023-04-10");
  if (*area_until != '\0') area.until = day(area_until);
  area.officers = std::move(officers);
  std::string text;
  for (const auto& [from, to] : vacancies(area, kOrg)) {
    text += (text.empty() ? "" : " ") + format_date(from) + ".." + (to ? format_date(*to) : "");
  }
  return text;
}

}  // namespace

TEST_CASE("assignments: the last day is one of them, so the next begins the day after") {
  CHECK(overlap(from_to("2024-05-01", "2024-05-31"), from_to("2024-05-31", "")));
  CHECK(overlap(from_to("2024-05-31", ""), from_to("2024-05-01", "2024-05-31")));
  CHECK_FALSE(overlap(from_to("2024-05-01", "2024-05-31"), from_to("2024-06-01", "")));
  CHECK(overlap(from_to("2024-05-01", ""), from_to("2026-01-01", "2026-01-01")));
}

TEST_CASE("vacancies: the days between, and those after the last, as long as the area is valid") {
  CHECK(vacant({}) == "");
  CHECK(vacant({from_to("2024-05-01", "")}) == "");
  CHECK(vacant({from_to("2024-05-01", "2024-05-31")}) == "2024-06-01..");
  CHECK(vacant({from_to("2024-05-01", "2024-05-31")}, "2025-06-30") == "2024-06-01..2025-06-30");
  CHECK(vacant({from_to("2024-05-01", "2025-06-30")}, "2025-06-30") == "");
  CHECK(vacant({from_to("2024-05-01", "2024-05-31"), from_to("2024-06-01", "")}) == "");
  CHECK(vacant({from_to("2024-06-05", ""), from_to("2024-05-01", "2024-05-31")}) == "2024-06-01..2024-06-04");
}

TEST_CASE("vacancies: a longer assignment covers a shorter one inside it; another organisation covers nothing") {
  CHECK(vacant({from_to("2024-05-01", "2024-12-31"), from_to("2024-06-01", "2024-06-30")}) == "2025-01-01..");
  CHECK(vacant({from_to("2024-05-01", "2024-05-31"), from_to("2024-06-01", "", "bdv")}) == "2024-06-01..");
}
