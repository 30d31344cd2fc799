#include "nammo/calendar_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// What stands in the file: its physical lines, and its content lines unfolded.
struct Lines {
  std::vector<std::string> physical;
  std::vector<std::string> content;

  [[nodiscard]] std::size_t count(const std::string& line) const {
    return static_cast<std::size_t>(std::count(content.begin(), content.end(), line));
  }
  // The values of a property, of events and alarms alike.
  [[nodiscard]] std::vector<std::string> all(const std::string& name) const {
    std::vector<std::string> values;
    for (const auto& line : content) {
      if (line.starts_with(name + ":")) values.push_back(line.substr(name.size() + 1));
    }
    return values;
  }
};

Lines lines_of(const std::string& text) {
  Lines lines;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = text.find("\r\n", from);
    REQUIRE(to != std::string::npos);
    const std::string line = text.substr(from, to - from);
    lines.physical.push_back(line);
    if (line.starts_with(' ')) {
      lines.content.back() += line.substr(1);
    } else {
      lines.content.push_back(line);
    }
    from = to + 2;
  }
  return lines;
}

Delivery hamlet_week(const Store& s) {
  const ReportType& type = s.regime.types.front();
  Delivery delivery;
  Obligation& o = delivery.obligation;
  o = expand(type, period("2024-W19"), AreaId{"town/ho/kp-1"}, s).front();
  o.to = {RecipientId{"ccb-phuong"}};
  return delivery;
}

Store told_store() {
  Store s = store();
  s.regime.types.front().remind = {{Minutes{-24 * 60}, false}, {Minutes{-90}, false}, {Minutes{0}, false}, {Minutes{24 * 60}, true}};
  return s;
}

Lines calendar(const Store& s, const std::vector<Delivery>& deliveries, Instant now, Language language = Language::vi) {
  return lines_of(calendar_file(s, officer_events(s, deliveries, now), now, language));
}

const Instant kNow = at("2024-05-07T08:00");

}  // namespace

TEST_CASE("calendar: one entry with one alarm for each rung to the officer, in UTC") {
  const Store s = told_store();
  const Lines lines = calendar(s, {hamlet_week(s)}, kNow);
  // Due on Wednesday 2024-05-08 at 17:00 in Hanoi, which is 10:00 UTC.
  CHECK(lines.all("DTSTART") == std::vector<std::string>{"20240507T100000Z", "20240508T083000Z", "20240508T100000Z"});
  CHECK(lines.all("UID") == std::vector<std::string>{"weekly_ccb_town.ho.kp-1_2024-W19_-24h@nammo",
                                                     "weekly_ccb_town.ho.kp-1_2024-W19_-90m@nammo",
                                                     "weekly_ccb_town.ho.kp-1_2024-W19_+0h@nammo"});
  CHECK(lines.all("DTSTAMP") == std::vector<std::string>(3, "20240507T010000Z"));
  CHECK(lines.all("SEQUENCE") == std::vector<std::string>(3, "0"));
  CHECK(lines.count("STATUS:CONFIRMED") == 3);
  CHECK(lines.count("BEGIN:VALARM") == 3);
  CHECK(lines.all("TRIGGER") == std::vector<std::string>(3, "PT0S"));
  CHECK(lines.count("ACTION:DISPLAY") == 3);
  CHECK(lines.content[0] == "BEGIN:VCALENDAR");
  for (const char* line : {"VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "PRODID:-//nammo//nammo//VI"}) {
    CHECK(lines.count(line) == 1);
  }
}

TEST_CASE("calendar: without rungs for the officer there is one entry at the due, for a post too") {
  Store s = store();
  s.regime.types.front().remind = {{Minutes{60}, true}};
  Delivery post = hamlet_week(s);
  for (const auto& one : expand(s.regime.types.front(), period("2024-W19"), {}, s)) {
    if (one.kind == ObligationKind::post) post.obligation = one;
  }
  const Lines lines = calendar(s, {hamlet_week(s), post}, kNow);
  CHECK(lines.all("DTSTART") == std::vector<std::string>{"20240508T100000Z", "20240509T070000Z"});
  CHECK(lines.all("UID") == std::vector<std::string>{"weekly_ccb_town.ho.kp-1_2024-W19_+0h@nammo",
                                                     "weekly_ccb_town_2024-W19_post1+0h@nammo"});
}

TEST_CASE("calendar: what is met is cancelled and does not ring, and rings again when it is sent back") {
  const Store s = told_store();
  Delivery delivery = hamlet_week(s);
  delivery.standing = {State::submitted, Timeliness::on_time, at("2024-05-08T16:40"), {}, true, {}};
  const Lines met = calendar(s, {delivery}, at("2024-05-08T18:00"));
  CHECK(met.all("UID") == calendar(s, {hamlet_week(s)}, kNow).all("UID"));
  CHECK(met.count("STATUS:CANCELLED") == 3);
  CHECK(met.all("SEQUENCE") == std::vector<std::string>(3, "1"));
  CHECK(met.count("BEGIN:VALARM") == 0);
  CHECK(met.all("SUMMARY").front() == "Báo cáo nhanh\\, tuần 19/2024 – CCB town/ho/kp-1: đã nộp 16h40 ngày 08/5");

  Review review;
  review.state = ReviewState::returned;
  review.at = at("2024-05-09T08:00");
  review.due = at("2024-05-09T15:00");
  delivery.filing.review = review;
  delivery.standing = {State::returned, Timeliness::on_time, at("2024-05-08T16:40"), review.due, false, "thiếu số liệu; viết lại"};
  const Lines back = calendar(s, {delivery}, at("2024-05-09T09:00"));
  // The return, then 13:30 and 15:00; 24 hours before the new due lies before the return.
  CHECK(back.all("DTSTART") == std::vector<std::string>{"20240509T010000Z", "20240509T063000Z", "20240509T080000Z"});
  CHECK(back.all("UID").front() == "weekly_ccb_town.ho.kp-1_2024-W19_returned@nammo");
  CHECK(back.count("STATUS:CONFIRMED") == 3);
  CHECK(std::stoi(back.all("SEQUENCE").front()) > 1);
  CHECK(back.all("DESCRIPTION").front().find("thiếu số liệu\\; viết lại") != std::string::npos);

  delivery.standing = {State::draft, Timeliness::not_yet_due, {}, review.due, false, {}};
  CHECK(calendar(s, {delivery}, at("2024-05-09T13:00")).all("SUMMARY").front() ==
        "Báo cáo nhanh\\, tuần 19/2024 – CCB town/ho/kp-1: hạn nộp lại 15h00 thứ Năm\\, 09/5/2024");

  delivery.standing = {State::submitted, Timeliness::on_time, at("2024-05-09T14:00"), review.due, true, {}};
  const Lines again = calendar(s, {delivery}, at("2024-05-09T14:30"));
  CHECK(std::stoi(again.all("SEQUENCE").front()) > std::stoi(back.all("SEQUENCE").front()));
  CHECK(again.count("STATUS:CANCELLED") == again.count("BEGIN:VEVENT"));
}

TEST_CASE("calendar: an entry is the same one whatever happens to its hour, to now and to the others") {
  Store s = told_store();
  const auto before = calendar(s, {hamlet_week(s)}, kNow).all("UID");
  s.regime.types.front().steps.front().due = on(std::chrono::Tuesday, 9);
  s.calendars[2024].days_off.push_back(off("2024-05-07", "2024-05-09", "Bão"));
  Delivery other = hamlet_week(s);
  other.obligation.area = AreaId{"town/ho/kp-2"};
  const auto after = calendar(s, {other, hamlet_week(s)}, kNow + std::chrono::hours{5}).all("UID");
  REQUIRE(after.size() == 6);
  CHECK(std::equal(before.begin(), before.end(), after.begin() + 3));
}

TEST_CASE("calendar: a rung stands once, for the officer and for the supervisor apart") {
  const Store s = told_store();
  const Delivery delivery = hamlet_week(s);
  const Rung rung{Audience::officer, Minutes{60}, kNow};
  const std::vector<CalendarEvent> events{{&delivery, rung}, {&delivery, rung}, {&delivery, {Audience::supervisor, Minutes{60}, kNow}}};
  CHECK(lines_of(calendar_file(s, events, kNow, Language::vi)).all("UID") ==
        std::vector<std::string>{"weekly_ccb_town.ho.kp-1_2024-W19_+1h@nammo",
                                 "weekly_ccb_town.ho.kp-1_2024-W19_supervisor+1h@nammo"});
}

TEST_CASE("calendar: what is never due has no entry until it is sent back") {
  const Store s = told_store();
  Delivery delivery = hamlet_week(s);
  delivery.obligation.due = delivery.obligation.due_nominal = kNeverDue;
  CHECK(officer_events(s, std::vector{delivery}, kNow).empty());
}

TEST_CASE("calendar: nothing from the store can end a line, and no line is cut inside a character") {
  Store s = told_store();
  Delivery delivery = hamlet_week(s);
  std::string name = "Khu phố\r\nATTENDEE:mailto:x@example.org\rX: a,b;c\\n\x07";
  for (int i = 0; i < 40; ++i) name += i % 3 == 0 ? "👩" : i % 3 == 1 ? "ể" : "a";
  Area area = *s.areas.find(delivery.obligation.area);
  area.name = name;
  s.areas = AreaTree{{area}};
  delivery.standing.because = "một\nhai\r\nEND:VEVENT";
  const std::string text = calendar_file(s, officer_events(s, std::vector{delivery}, kNow), kNow, Language::vi);
  const Lines lines = lines_of(text);
  for (const auto& line : lines.physical) {
    CAPTURE(line);
    CHECK(line.size() <= 75);
    CHECK_FALSE(find_invalid_utf8(line));
    CHECK_FALSE(find_control_character(line));
    CHECK(line.find('\r') == std::string::npos);
    CHECK(line.find('\n') == std::string::npos);
  }
  CHECK(lines.count("END:VEVENT") == 3);
  CHECK(lines.all("ATTENDEE").empty());
  CHECK(lines.all("SUMMARY").front().find("X: a\\,b\\;c\\\\n") != std::string::npos);
}
