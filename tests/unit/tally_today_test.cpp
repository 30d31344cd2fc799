#include "nammo/today.h"

#include <doctest/doctest.h>

#include <string>

#include "nammo/rungs.h"
#include "support/findings.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

Instant at(const std::string& text) { return parse_instant(text + "+07:00").value(); }

const std::string kTown = "thuan-thanh";
const std::string kWard = "thuan-thanh/ho";

std::string hamlet(int number) { return "thuan-thanh/ho/khu-pho-" + std::to_string(number); }

// The sample store as its clerks ask about it.
class Office {
 public:
  MemoryFiles files = sample_store();
  Diagnostics findings;

  void file(const std::string& area, const std::string& period, const std::string& rest, const std::string& org = "ccb") {
    files.put("areas/" + area + "/reports/" + org + "/" + period + ".yaml",
              "report: weekly\norg: " + org + "\narea: " + area + "\nperiod: " + period + "\nofficer: le-van-c\nnil: true\n" + rest);
  }
  void sent(const std::string& area, const std::string& when, const std::string& period = "2024-W19") {
    file(area, period, "submitted: " + when + "+07:00\n");
  }
  void replace(const std::string& path, const std::string& what, const std::string& by) {
    std::string text = files.read(path, kMaxFileSize).text;
    REQUIRE(text.find(what) != std::string::npos);
    files.put(path, text.replace(text.find(what), what.size(), by));
  }

  const Today& ask(const std::string& now, const std::string& area = kTown, const std::string& org = "ccb") {
    Diagnostics broken;
    store_ = load_settings(files, broken);
    load_regime(files, *store_, broken);
    for (const int year : calendars_for_today(store_->regime, at(now), store_->zone)) load_calendar(files, year, *store_, broken);
    load_areas(files, {}, *store_, broken);
    list_officers(files, *store_);
    REQUIRE(lines_of(broken).empty());
    findings = {};
    today_ = read_today(files, *store_, {AreaId{area}, OrgId{org}}, at(now), findings);
    return today_;
  }
  [[nodiscard]] const Store& store() const { return *store_; }
  [[nodiscard]] std::string next() const {
    const auto moment = next_hour(today_);
    return moment ? format_instant(*moment, store_->zone).substr(0, 16) : "none";
  }
  [[nodiscard]] std::string command(const std::string& broken = {}) const {
    const NextCommand next = next_command(today_, *store_, broken);
    std::string words = next.command;
    for (const auto& argument : next.arguments) words += " " + argument;
    return words;
  }
  // "vu-van-g: khu-pho-5 2024-W19, …; …"
  [[nodiscard]] std::string debtors() const {
    std::string text;
    for (const Debtor& debtor : debtors_of(today_, *store_)) {
      text += (text.empty() ? "" : "; ") + (debtor.officer.empty() ? std::string("nobody") : debtor.officer.str()) + ":";
      for (const Delivery* one : debtor.owed) {
        const std::string area = one->obligation.area.str();
        text += " " + area.substr(area.rfind('/') + 1) + " " + to_string(one->obligation.period);
      }
    }
    return text;
  }

 private:
  std::optional<Store> store_;
  Today today_;
};

// "2024-W19 khu-pho-1" of each, in their order.
std::vector<std::string> names(const std::vector<Delivery>& deliveries) {
  std::vector<std::string> list;
  for (const Delivery& one : deliveries) {
    const std::string area = one.obligation.area.str();
    const bool post = one.obligation.kind == ObligationKind::post;
    list.push_back(to_string(one.obligation.period) + " " + area.substr(area.rfind('/') + 1) + (post ? " post" : ""));
  }
  return list;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("today: on a Thursday the hours are those of the whole week's report, in their order") {
  Office office;
  const Today& today = office.ask("2024-05-09T08:00");
  CHECK(today.is_due);
  CHECK(today.shown == today.day);
  CHECK(names(today.hours) == Names{"2024-W19 khu-pho-1", "2024-W19 khu-pho-2", "2024-W19 khu-pho-3", "2024-W19 khu-pho-4",
                                    "2024-W19 khu-pho-5", "2024-W19 ho", "2024-W19 thuan-thanh", "2024-W19 thuan-thanh post"});
  CHECK(today.earlier.empty());  // the regime begins with this week
}

// The ward 09:00, the town 11:00 for itself and 13:30 by the plan, the post 14:00; then
// the hamlets' month on Wednesday the 15th at 08:00.
TEST_CASE("today: the next hour is the first at which something is still to be done") {
  Office office;
  const std::pair<const char*, const char*> hours[] = {
      {"2024-05-09T08:59:59", "2024-05-09T09:00"}, {"2024-05-09T09:00", "2024-05-09T11:00"},
      {"2024-05-09T11:00", "2024-05-09T13:30"},    {"2024-05-09T13:29:59", "2024-05-09T13:30"},
      {"2024-05-09T13:30", "2024-05-09T14:00"},    {"2024-05-09T14:00", "2024-05-15T08:00"}};
  for (const auto& hour : hours) {
    CAPTURE(hour.first);
    const auto& [now, next] = hour;
    office.ask(now);
    CHECK(office.next() == next);
  }
  office.sent(kTown, "2024-05-09T10:00");
  office.ask("2024-05-09T10:00");
  CHECK(office.next() == "2024-05-09T14:00");  // nothing is left of 11:00 and 13:30
}

TEST_CASE("today: where nothing is due, the next day on which something is stands for it") {
  Office office;
  const Today& saturday = office.ask("2024-05-11T08:00");
  CHECK_FALSE(saturday.is_due);
  CHECK(saturday.shown == Date{std::chrono::year{2024} / 5 / 15});
  CHECK(saturday.hours.size() == 7 + 8);  // the month, and the week of whose hamlets' Wednesday it is
  CHECK(saturday.earlier.size() == 7);    // the week before, of which nothing came
  office.replace("reporting.yaml", "since: 2024-05-06", "since: 2024-05-06\n  until: 2024-05-09");
  office.files.put("reporting.yaml", office.files.read("reporting.yaml", kMaxFileSize).text.substr(
                                         0, office.files.read("reporting.yaml", kMaxFileSize).text.find("monthly:")));
  const Today& over = office.ask("2024-05-11T08:00");
  CHECK(over.hours.empty());
  CHECK(over.shown == over.day);
  CHECK(office.next() == "none");
}

// 1/5/2025 is a Thursday and off, as is the day before: the town is due on Tuesday
// 29/4, the hamlets keep their day before it.
TEST_CASE("today: a Thursday that is off has nothing, its hours come on the working day before") {
  Office office;
  office.files.put("calendar/2025.yaml", "confirmed: true\ndays_off:\n  - {from: 2025-04-30, to: 2025-05-02, name: Nghỉ lễ}\n");
  const Today& tuesday = office.ask("2025-04-29T08:00");
  CHECK(tuesday.is_due);
  CHECK(office.next() == "2025-04-29T09:00");
  CHECK(names(tuesday.hours).front() == "2025-W18 khu-pho-1");
  CHECK(tuesday.hours.front().obligation.due == at("2025-04-28T17:00"));
  const Today& thursday = office.ask("2025-05-01T08:00");
  CHECK_FALSE(thursday.is_due);
  CHECK(thursday.shown == Date{std::chrono::year{2025} / 5 / 7});
}

TEST_CASE("today: what is left from before is owed within the lookback, and no further") {
  Office office;
  office.sent(hamlet(1), "2024-05-08T10:00");
  office.sent(hamlet(2), "2024-05-16T07:59");  // late, but in
  office.sent(hamlet(3), "2024-05-16T08:01");  // not there yet
  office.file(hamlet(4), "2024-W19", "");      // a draft
  office.files.put("areas/" + hamlet(5) + "/reports/ccb/2024-W19.yaml", "report: weekly\noverview: \"a\n");
  office.sent(kWard, "2024-05-09T08:00");
  office.sent(kTown, "2024-05-09T13:00");
  const Today& today = office.ask("2024-05-16T08:00");
  CHECK(names(today.hours).size() == 8);
  Names weekly;
  for (const auto& name : names(today.earlier)) {
    if (name.starts_with("2024-W19")) weekly.push_back(name);
  }
  CHECK(weekly == Names{"2024-W19 khu-pho-3", "2024-W19 khu-pho-4", "2024-W19 khu-pho-5"});
  CHECK(office.findings.has_errors());  // of the one that cannot be read
  CHECK(office.findings.items().front().where.file == "areas/" + hamlet(5) + "/reports/ccb/2024-W19.yaml");
  office.replace("reporting.yaml", "lookback: 8", "lookback: 1");
  for (const auto& name : names(office.ask("2024-05-23T08:00").earlier)) CHECK_FALSE(name.starts_with("2024-W19"));
}

TEST_CASE("today: reads the reports of the periods that matter and no other") {
  Office office;
  office.file(hamlet(1), "2024-W10", "submitted: broken\n");
  office.sent(hamlet(1), "2024-05-15T10:00", "2024-W20");
  office.sent(hamlet(1), "2024-05-22T10:00", "2024-W21");
  office.files.put("areas/" + hamlet(1) + "/reports/ccb/2024-W30.yaml", "x");
  office.ask("2024-05-16T08:00");
  const auto read = office.files.read_files();
  CHECK(read.contains("areas/" + hamlet(1) + "/reports/ccb/2024-W20.yaml"));
  for (const char* week : {"2024-W10", "2024-W21", "2024-W30"}) {
    CHECK_FALSE(read.contains("areas/" + hamlet(1) + "/reports/ccb/" + week + ".yaml"));
  }
}

TEST_CASE("today: who owes is the lead on the day of the due, and one officer stands once") {
  Office office;
  office.replace("areas/" + hamlet(2) + "/area.yaml", "tran-thi-b", "nguyen-van-a");
  office.replace("areas/" + hamlet(3) + "/area.yaml", "since: 2024-05-01}",
                 "since: 2024-05-01, until: 2024-05-08}\n  - {officer: le-van-c, org: ccb, role: lead, since: 2024-05-09}");
  office.replace("areas/" + hamlet(5) + "/area.yaml", "  - {officer: vu-van-g, org: ccb, role: lead, since: 2024-05-01}\n", "");
  office.replace("areas/" + hamlet(5) + "/area.yaml", "officers:\n", "");
  office.sent(hamlet(4), "2024-05-08T10:00");
  office.ask("2024-05-09T08:00");
  CHECK(office.debtors() == "nguyen-van-a: khu-pho-1 2024-W19 khu-pho-2 2024-W19; pham-van-d: khu-pho-3 2024-W19; "
                            "nobody: khu-pho-5 2024-W19; do-van-h: ho 2024-W19");
  office.ask("2024-05-09T08:00", kWard);
  CHECK(office.debtors() == "nguyen-van-a: khu-pho-1 2024-W19 khu-pho-2 2024-W19; pham-van-d: khu-pho-3 2024-W19; "
                            "nobody: khu-pho-5 2024-W19");  // the ward's own is not asked of anybody
  office.ask("2024-05-07T08:00");
  CHECK(office.debtors().empty());  // due tomorrow
}

TEST_CASE("today: an organisation that gathers sees those it gathers, and asks them") {
  Office office;
  const Today& today = office.ask("2024-05-09T14:00", kTown, "bdv");
  CHECK(names(today.hours).back() == "2024-W19 thuan-thanh");
  CHECK(office.next() == "2024-05-09T16:00");
  CHECK(owed_today(today, office.store(), Side::own).size() == 1);
  CHECK(office.debtors().ends_with("do-van-h: ho 2024-W19; bui-van-k: thuan-thanh 2024-W19"));
}

TEST_CASE("today: without a name the first organisation that reports from the area speaks") {
  Office office;
  office.ask("2024-05-09T08:00");
  CHECK(speaking_organisation(office.store(), AreaId{kTown}, Date{std::chrono::year{2024} / 5 / 9}) == OrgId{"ccb"});
  CHECK(speaking_organisation(office.store(), AreaId{kTown}, Date{std::chrono::year{2024} / 5 / 5}).empty());  // before the pilot
  CHECK(speaking_organisation(office.store(), AreaId{"nowhere"}, Date{std::chrono::year{2024} / 5 / 9}).empty());
}

TEST_CASE("today: a report that was sent back is owed until its later due, which is an hour of the day") {
  Office office;
  office.sent(kWard, "2024-05-09T08:30");
  const std::string path = "areas/" + kWard + "/reports/ccb/2024-W19.yaml";
  office.files.put("areas/" + kWard + "/reports/ccb/2024-W19.review.yaml",
                   "state: returned\nby: le-van-c\nat: 2024-05-09T09:10+07:00\nbecause: Thiếu số hội viên.\ndue: 2024-05-09T10:30+07:00\ncontent: " +
                       content_hash(office.files.read(path, kMaxFileSize).text) + "\n");
  for (int number = 1; number <= 5; ++number) office.sent(hamlet(number), "2024-05-08T10:00");
  office.ask("2024-05-09T09:00");
  CHECK(office.debtors().empty());  // not sent back yet
  office.ask("2024-05-09T09:30");
  CHECK(office.debtors() == "do-van-h: ho 2024-W19");
  CHECK(office.next() == "2024-05-09T10:30");
}

TEST_CASE("today: the next command follows from how things stand") {
  Office office;
  office.ask("2024-05-09T08:00");
  CHECK(office.command("areas/x.yaml") == "check areas/x.yaml");
  CHECK(office.command() == "status thuan-thanh 2024-W19");  // nothing came that a report could be made from
  office.ask("2024-05-09T08:00", hamlet(1));
  CHECK(office.command() == "report thuan-thanh/ho/khu-pho-1 2024-W19");  // nobody reports to it
  office.sent(hamlet(1), "2024-05-08T10:00");
  office.ask("2024-05-09T08:00");
  CHECK(office.command() == "report thuan-thanh 2024-W19");
  office.ask("2024-05-09T08:00", kTown, "bdv");
  CHECK(office.command() == "report thuan-thanh 2024-W19 --org bdv");
  office.file(kTown, "2024-W19", "");
  office.ask("2024-05-09T08:00");
  CHECK(office.command() == "check areas/thuan-thanh/reports/ccb/2024-W19.yaml");
  office.sent(kTown, "2024-05-09T08:00");
  office.ask("2024-05-09T08:00");
  CHECK(office.command() == "status thuan-thanh 2024-W19");  // the others have not all sent
  for (int number = 1; number <= 5; ++number) office.sent(hamlet(number), "2024-05-08T10:00");
  office.sent(kWard, "2024-05-09T07:00");
  office.ask("2024-05-09T08:00");
  CHECK(office.command() == "due thuan-thanh");
  office.ask("2024-05-15T07:00");  // of the month nothing came, of the week before all
  CHECK(office.command() == "status thuan-thanh 2024-05");
}

TEST_CASE("today: an ad hoc report stands on the day of its due, and is owed afterwards") {
  Office office;
  office.files.put("areas/" + hamlet(1) + "/reports/ccb/2024-05-09.1.review.yaml",
                   "state: requested\nby: le-van-c\nat: 2024-05-09T07:00+07:00\ndue: 2024-05-09T10:00+07:00\n");
  const Today& thursday = office.ask("2024-05-09T08:00");
  CHECK(names(thursday.hours).at(6) == "2024-05-09.1 khu-pho-1");  // after the ward's 09:00
  const Today& friday = office.ask("2024-05-10T08:00");
  const auto left = names(friday.earlier);
  CHECK(std::count(left.begin(), left.end(), "2024-05-09.1 khu-pho-1") == 1);
  CHECK(names(office.ask("2024-05-08T08:00").hours).size() == 8);  // not asked for yet
}

TEST_CASE("today: what nobody expects is named for the periods of the day") {
  Office office;
  office.sent(hamlet(1), "2024-05-08T10:00");
  office.files.put("areas/" + kTown + "/reports/ccb/2024-W19.yaml",
                   "report: weekly\norg: ccb\narea: thuan-thanh\nperiod: 2024-W19\nofficer: le-van-c\nsubmitted: 2024-05-09T08:00+07:00\n");
  office.replace("areas/thuan-thanh/area.yaml", "pilot: {since: 2024-05-06", "pilot: {since: 2024-06-06");
  const Today& today = office.ask("2024-05-09T10:00");
  REQUIRE(today.unexpected.size() == 1);
  CHECK(today.unexpected.front().area == AreaId{kTown});
}
