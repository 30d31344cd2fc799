#include <doctest/doctest.h>

#include "cli/typed_moment.h"

using namespace nammo;

TEST_CASE("a moment as typed: an hour of today, a day and an hour, or with its offset") {
  const auto zone = Zone::find("Asia/Ho_Chi_Minh");
  REQUIRE(zone);
  // 23:30 in London is 06:30 of the next day in Vietnam: "today" is the store's.
  const Instant now = *parse_instant("2024-05-08T23:30Z");
  struct Case {
    const char* typed;
    const char* moment;
  };
  const Case cases[] = {{"13:00", "2024-05-09T13:00+07:00"},
                        {"00:00", "2024-05-09T00:00+07:00"},
                        {"2024-05-10 08:30", "2024-05-10T08:30+07:00"},
                        {"2024-05-10T08:30", "2024-05-10T08:30+07:00"},
                        {"2024-05-10T08:30+07:00", "2024-05-10T08:30+07:00"},
                        {"2024-05-10T08:30:15Z", "2024-05-10T15:30:15+07:00"}};
  for (const Case& one : cases) {
    CAPTURE(one.typed);
    CHECK(cli::parse_typed_moment(one.typed, *zone, now) == parse_instant(one.moment));
  }
  for (const char* typed : {"", "13", "13h00", "24:00", "1:00", "2024-05-10", "2024-05-10 ", "2024-02-30 08:00", "10/5/2024 08:30",
                            "2024-05-10  08:30", "2024-05-10 08:30 ", "mai"}) {
    CAPTURE(typed);
    CHECK_FALSE(cli::parse_typed_moment(typed, *zone, now));
  }
}
