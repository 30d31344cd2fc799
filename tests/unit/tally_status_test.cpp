#include "nammo/status.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "nammo/status_views.h"
#include "support/findings.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using namespace nammo::test;

namespace {

const std::string kHamlet = "thuan-thanh/ho/khu-pho-1";

Instant at(const char* moment) { return parse_instant(moment).value(); }

std::string path(const std::string& area, const std::string& period, const std::string& org = "ccb") {
  return "areas/" + area + "/reports/" + org + "/" + period + ".yaml";
}

std::string report(const std::string& area, const std::string& period, const std::string& rest, const std::string& org = "ccb") {
  return "report: weekly\norg: " + org + "\narea: " + area + "\nperiod: " + period + "\nofficer: le-van-c\n" + rest;
}

void file(MemoryFiles& files, const std::string& area, const std::string& period, const std::string& rest,
          const std::string& org = "ccb") {
  files.put(path(area, period, org), report(area, period, rest, org));
}

Status ask(const MemoryFiles& files, const Store& store, const std::string& area, std::vector<Period> periods, Instant now) {
  Diagnostics diagnostics;
  return read_status(files, store, {AreaId{area}, std::move(periods), {}}, now, diagnostics);
}

std::vector<Period> weeks(int year, int count) {
  std::vector<Period> periods;
  for (int week = 1; week <= count; ++week) periods.push_back(week_period({year, week}));
  return periods;
}

std::string json_of(const MemoryFiles& files, const std::string& area, const char* now) {
  const Store store = load_schedule(files);
  return status_json(store, ask(files, store, area, {week_period({2024, 19})}, at(now)));
}

}  // namespace

TEST_CASE("status: on time, late, missing and not yet due add up to expected, whatever was filed") {
  std::mt19937 random(20240509);
  const auto minutes = [&](int most) { return Minutes{std::uniform_int_distribution<int>(-most, most)(random)}; };
  const Instant due = at("2024-05-08T17:00+07:00");
  std::vector<Delivery> deliveries;
  int not_there = 0;
  for (int i = 0; i < 2000; ++i) {
    Delivery delivery;
    delivery.obligation.due = due;
    Filing& filing = delivery.filing;
    filing.exists = random() % 4 != 0;
    filing.unreadable = filing.exists && random() % 8 == 0;
    filing.content = "sha256:a";
    if (filing.exists && !filing.unreadable) {
      filing.report = Report{};
      filing.report->nil = random() % 3 == 0;
      if (random() % 4 != 0) filing.report->submitted = Placed<Instant>{due + minutes(300), {}};
    } else {
      ++not_there;
    }
    if (random() % 3 == 0) {
      Review review;
      review.state = random() % 2 == 0 ? ReviewState::accepted : ReviewState::returned;
      review.content = random() % 4 == 0 ? "sha256:b" : "sha256:a";
      review.at = due + minutes(300);
      if (random() % 2 == 0) review.due = due + minutes(600);
      filing.review = review;
    }
    delivery.standing = standing_of(delivery.obligation, filing, due + minutes(400));
    deliveries.push_back(std::move(delivery));
  }
  for (std::size_t size = 0; size <= deliveries.size(); size += 100) {
    const StatusCounts counts = count_status(std::span(deliveries).first(size));
    CHECK(counts.expected == static_cast<int>(size));
    CHECK(counts.on_time + counts.late + counts.missing + counts.not_yet_due == counts.expected);
    CHECK(counts.on_time + counts.late == counts.received);
    CHECK(counts.returned <= counts.received);
    CHECK(counts.nil <= counts.received);
  }
  const StatusCounts all = count_status(deliveries);
  CHECK(all.missing + all.not_yet_due >= not_there);
  for (const int kind : {all.on_time, all.late, all.returned, all.nil, all.missing, all.not_yet_due}) CHECK(kind > 0);
}

TEST_CASE("status: 52 of the 53 weeks of 2026 is 98,1 %, not 100 %") {
  MemoryFiles files = sample_store();
  for (const Period& week : weeks(2026, 53)) {
    if (week.number != 30) file(files, kHamlet, to_string(week), "submitted: 2025-12-31T08:00+07:00\nnil: true\n");
  }
  const Store store = load_schedule(files);
  const Status status = ask(files, store, kHamlet, weeks(2026, 53), at("2027-02-01T08:00+07:00"));
  const StatusCounts counts = count_status(status.deliveries);
  CHECK(counts == StatusCounts{53, 52, 52, 0, 0, 52, 1, 0});
  const std::string text = status_text(store, status, Language::vi);
  CHECK(text.find("Đã nộp 52/53 báo cáo phải nộp (98,1 %), đúng hạn 52/53 (98,1 %).\n") != std::string::npos);
  CHECK(text.find("100") == std::string::npos);
  // 21 columns of the name, 2 blanks, 53 letters: 76 columns.
  CHECK(text.find("Chi hội CCB Khu phố 1  " + [] {
          std::string marks;
          for (int week = 1; week <= 53; ++week) marks += week == 30 ? "T" : "Đ";
          return marks;
        }() + "\n") != std::string::npos);
  CHECK(text.find("không in") == std::string::npos);
}

TEST_CASE("status: closing an area or an officer leaving changes nothing of the past") {
  MemoryFiles files = sample_store();
  file(files, kHamlet, "2024-W19", "submitted: 2024-05-08T16:40+07:00\n");
  const char* const now = "2024-05-10T08:00+07:00";
  const std::string before = json_of(files, "thuan-thanh", now);
  CHECK(before.find("\"officer\": \"nguyen-van-a\"") != std::string::npos);
  std::string area = files.files().at("areas/" + kHamlet + "/area.yaml");
  area.replace(area.find("level: hamlet"), 0, "until: 2024-06-30\n");
  area.replace(area.find("since: 2024-05-01}"), 18,
               "since: 2024-05-01, until: 2024-05-31}\n  - {officer: le-van-c, org: ccb, role: lead, since: 2024-06-01}");
  files.put("areas/" + kHamlet + "/area.yaml", area);
  CHECK(json_of(files, "thuan-thanh", now) == before);
}

TEST_CASE("status: who answers for a report is the lead on the day of its due, else the deputy") {
  MemoryFiles files = sample_store();
  std::string area = files.files().at("areas/" + kHamlet + "/area.yaml");
  area.replace(area.find("since: 2024-05-01}"), 18,
               "since: 2024-05-01, until: 2024-05-08}\n  - {officer: le-van-c, org: ccb, role: deputy, since: 2024-05-01}");
  files.put("areas/" + kHamlet + "/area.yaml", area);
  const Store store = load_schedule(files);
  const Instant now = at("2024-05-10T08:00+07:00");
  const auto officer = [&](int week) {
    const auto status = ask(files, store, kHamlet, {week_period({2024, week})}, now);
    return responsible_officer(store, status.deliveries.at(0).obligation).str();
  };
  CHECK(officer(19) == "nguyen-van-a");  // due on 8 May
  CHECK(officer(20) == "le-van-c");      // due on 15 May
}

TEST_CASE("status: what nobody expects is listed and not counted; what is not there yet is not") {
  MemoryFiles files = sample_store();
  file(files, kHamlet, "2024-W19", "submitted: 2024-05-08T16:40+07:00\nnil: true\n", "mttq");
  file(files, "thuan-thanh/ho", "2024-W18", "submitted: 2024-05-02T08:00+07:00\n");
  file(files, "thuan-thanh/ho", "2024-W19", "submitted: 2024-05-11T08:00+07:00\nnil: true\n");  // after now
  const Store store = load_schedule(files);
  const Instant now = at("2024-05-10T08:00+07:00");
  const Status status = ask(files, store, "thuan-thanh", {week_period({2024, 19})}, now);
  CHECK(count_status(status.deliveries) == StatusCounts{8, 0, 0, 0, 0, 0, 8, 0});
  REQUIRE(status.unexpected.size() == 1);
  CHECK(status.unexpected[0].org.str() == "mttq");
  CHECK(status.unexpected[0].area.str() == kHamlet);
  CHECK(says_nil(status.unexpected[0].filing, now) == true);
  for (const Delivery& delivery : status.deliveries) CHECK_FALSE(says_nil(delivery.filing, now).has_value());

  const Status before = ask(files, store, "thuan-thanh", {week_period({2024, 18})}, now);  // the regime began in W19
  CHECK(before.deliveries.empty());
  REQUIRE(before.unexpected.size() == 1);
  CHECK(before.unexpected[0].area.str() == "thuan-thanh/ho");
}

TEST_CASE("status: reads what was filed for its periods, and no other file") {
  MemoryFiles files = sample_store();
  file(files, kHamlet, "2024-W19", "submitted: 2024-05-08T16:40+07:00\n");
  file(files, kHamlet, "2024-W20", "submitted: 2024-05-15T16:40+07:00\n");
  file(files, kHamlet, "2024-W19", "submitted: 2024-05-08T16:40+07:00\n", "mttq");
  const Store store = load_schedule(files);
  const auto before = files.read_files();
  static_cast<void>(ask(files, store, kHamlet, {week_period({2024, 19})}, at("2024-05-10T08:00+07:00")));
  std::string touched;
  for (const auto& name : files.read_files()) {
    if (!before.contains(name)) touched += name + "\n";
  }
  const std::string folder = "areas/" + kHamlet + "/reports/";
  CHECK(touched == folder + "ccb/2024-W19.review.yaml\n" + folder + "ccb/2024-W19.yaml\n" + folder +
                       "mttq/2024-W19.review.yaml\n" + folder + "mttq/2024-W19.yaml\n");
}

TEST_CASE("status: a report or a review that cannot be read is counted as unreadable") {
  MemoryFiles files = sample_store();
  files.put(path(kHamlet, "2024-W19"), "report: weekly\n\tarea: x\n");
  file(files, "thuan-thanh/ho/khu-pho-2", "2024-W19", "submitted: 2024-05-08T16:40+07:00\n");
  files.put("areas/thuan-thanh/ho/khu-pho-2/reports/ccb/2024-W19.review.yaml", "state: [accepted\n");
  const Store store = load_schedule(files);
  const Status status = ask(files, store, "thuan-thanh/ho", {week_period({2024, 19})}, at("2024-05-10T08:00+07:00"));
  CHECK(status.unreadable == 2);
  CHECK(count_status(status.deliveries) == StatusCounts{6, 1, 1, 0, 0, 0, 5, 0});
}

TEST_CASE("status: by level, top first, levels without a report due left out") {
  const MemoryFiles files = sample_store();
  const Store store = load_schedule(files);
  const Status status = ask(files, store, "thuan-thanh/ho", {week_period({2024, 19})}, at("2024-05-08T18:00+07:00"));
  const auto levels = count_by_level(store, status.deliveries);
  REQUIRE(levels.size() == 2);
  CHECK(levels[0].level.str() == "commune");
  CHECK(levels[0].counts == StatusCounts{1, 0, 0, 0, 0, 0, 0, 1});
  CHECK(levels[1].level.str() == "hamlet");
  CHECK(levels[1].counts == StatusCounts{5, 0, 0, 0, 0, 0, 5, 0});
}
