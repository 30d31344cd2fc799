#include "nammo/time.h"

#include <doctest/doctest.h>

using namespace nammo;

TEST_CASE("dates: only the exact shape of a real day is read") {
  struct Case { const char* text; bool good; };
  const Case cases[] = {{"2024-05-09", true},  {"2024-02-29", true},  {"2023-02-29", false},
                        {"2024-5-9", false},   {"24-05-09", false},   {"2024-05-09x", false},
                        {"2024-13-01", false}, {"+2024-05-1", false}, {"", false}};
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(parse_date(c.text).has_value() == c.good);
    if (c.good) CHECK(format_date(*parse_date(c.text)) == c.text);
  }
}

TEST_CASE("instants: seconds are optional, the offset is not") {
  const auto zone = Zone::find("Asia/Ho_Chi_Minh");
  REQUIRE(zone);
  struct Case { const char* text; const char* printed; };
  const Case cases[] = {{"2024-05-09T10:00+07:00", "2024-05-09T10:00:00+07:00"},
                        {"2024-05-09T03:00:01Z", "2024-05-09T10:00:01+07:00"},
                        {"2024-05-09T00:30-05:30", "2024-05-09T13:00:00+07:00"},
                        {"2024-05-09T10:00", ""},
                        {"2024-05-09 10:00+07:00", ""},
                        {"2024-05-09T24:00+07:00", ""},
                        {"2024-05-09T10:00:60+07:00", ""},
                        {"2024-05-09T10:00:0", ""},
                        {"2024-02-30T10:00+07:00", ""}};
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto instant = parse_instant(c.text);
    CHECK((instant ? format_instant(*instant, *zone) : "") == c.printed);
  }
}

TEST_CASE("zones: a reading that a change of clock skips or repeats has one meaning") {
  const auto paris = Zone::find("Europe/Paris");
  REQUIRE(paris);
  const auto at = [](const char* day, int hour) {
    return start_of(*parse_date(day)) + std::chrono::hours{hour} + std::chrono::minutes{30};
  };
  CHECK(format_instant(paris->to_instant(at("2024-03-31", 2)), *paris) == "2024-03-31T03:00:00+02:00");
  CHECK(format_instant(paris->to_instant(at("2024-10-27", 2)), *paris) == "2024-10-27T02:30:00+02:00");
  CHECK_FALSE(Zone::find("Asia/Thuan_Thanh"));
}

TEST_CASE("ISO weeks: named by their Thursday, 53 in a long year") {
  const auto week = [](const char* day) { return iso_week_of(*parse_date(day)); };
  CHECK(week("2026-01-01") == IsoWeek{2026, 1});
  CHECK(week("2026-12-31") == IsoWeek{2026, 53});
  CHECK(week("2027-01-03") == IsoWeek{2026, 53});
  CHECK(week("2027-01-07") == IsoWeek{2027, 1});
  CHECK(week("2025-01-02") == IsoWeek{2025, 1});
  CHECK(week("2024-12-30") == IsoWeek{2025, 1});
  CHECK(week("2032-12-30") == IsoWeek{2032, 53});
  CHECK(weeks_in_iso_year(2026) == 53);
  CHECK(weeks_in_iso_year(2024) == 52);
  CHECK(format_date(day_in_iso_week({2024, 19}, std::chrono::Thursday)) == "2024-05-09");
  CHECK(format_date(day_in_iso_week({2024, 19}, std::chrono::Sunday)) == "2024-05-12");
}
