#include <doctest/doctest.h>

#include <algorithm>

#include "nammo/reminders.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

Instant at(const char* text) { return parse_instant(std::string(text) + "+07:00").value(); }

constexpr const char* kFirst = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/";

std::string report(const char* period, const char* rest) {
  return std::string("report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: ") + period +
         "\nofficer: nguyen-van-a\nnil: true\n" + rest;
}

// A store whose reminders are told run by run, with the log in between.
class Office {
 public:
  Office() { load(); }

  // What is put here counts at once; areas and the regime after load().
  MemoryFiles& files() { return files_; }
  [[nodiscard]] std::string text(const std::string& path) const { return files_.read(path, kMaxFileSize).text; }
  void load() {
    Diagnostics diagnostics;
    store_ = load_settings(files_, diagnostics);
    load_regime(files_, *store_, diagnostics);
    for (const int year : calendars_for_reminders(store_->regime, at("2024-05-09T10:00"), store_->zone)) {
      load_calendar(files_, year, *store_, diagnostics);
    }
    load_areas(files_, {}, *store_, diagnostics);
    REQUIRE(diagnostics.items().empty());
  }

  Reminders find(Instant now) {
    const SentLog log(log_);
    CHECK(log.odd_lines().empty());
    return find_reminders(files_, *store_, {}, now, log, findings_);
  }

  // What the run at `now` tells, "nguyen-van-a: weekly 2024-W19 khu-pho-1 -24h" for each
  // rung that is told, an officer's digests in brackets; and notes it.
  std::vector<std::string> run(Instant now) {
    std::vector<std::string> told;
    const Reminders reminders = find(now);
    for (const Digest& digest : reminders.digests) {
      std::string text = digest.officer.str() + (digest.audience == Audience::supervisor ? " (supervisor):" : ":");
      for (const OwedReport& one : digest.reports) text += " " + shown(one);
      told.push_back(text);
      log_ += sent_lines(digest, now, store_->zone, "text");
    }
    for (const Unaddressed& one : reminders.unaddressed) {
      told.push_back("nobody in " + one.area.str() + ": " + shown(one.report));
      log_ += sent_lines(one, now, store_->zone);
    }
    return told;
  }
  std::vector<std::string> run(const char* now) { return run(at(now)); }

  [[nodiscard]] const std::string& log() const { return log_; }
  [[nodiscard]] const Zone& zone() const { return store_->zone; }

 private:
  static std::string shown(const OwedReport& one) {
    const Obligation& o = one.delivery.obligation;
    std::string text = "[" + o.report.str() + " " + to_string(o.period) + " " + o.area.str().substr(o.area.str().rfind('/') + 1);
    if (one.rung) text += one.rung->offset ? " " + std::to_string(one.rung->offset->count() / 60) + "h" : " returned";
    return text + (one.told ? " told]" : "]");
  }

  MemoryFiles files_ = sample_store();
  std::optional<Store> store_;
  std::string log_;
  Diagnostics findings_;
};

using Told = std::vector<std::string>;

// Leaves only Khu phố 1 with something to report.
void keep_first_hamlet(Office& office) {
  for (const char* number : {"2", "3", "4", "5"}) office.files().remove("areas/thuan-thanh/ho/khu-pho-" + std::string(number));
  for (const char* area : {"areas/thuan-thanh/area.yaml", "areas/thuan-thanh/ho/area.yaml"}) {
    std::string text = office.text(area);
    const auto pilot = text.find("pilot:");
    office.files().put(area, text.erase(pilot, text.find('\n', pilot) - pilot + 1));
  }
  office.load();
}

}  // namespace

// Reckoned by hand from the regime of the sample: hamlets Wednesday 17:00, the ward
// Thursday 09:00, the town 13:30, Ban Dân vận 16:00; rungs -24h, -2h, +0h, and +24h to
// the lead of the area above; nothing from 20:00 to 07:00.
TEST_CASE("remind: every half hour of a week says the right thing at its hour and nothing else") {
  Office office;
  Told week;
  for (Instant now = at("2024-05-06T00:00"); now < at("2024-05-12T00:00"); now += minutes{30}) {
    for (const auto& told : office.run(now)) week.push_back(format_instant(now, office.zone()).substr(5, 11) + " " + told);
  }
  const auto hamlets = [](const std::string& time, const std::string& rung) {
    const std::pair<const char*, const char*> leads[] = {
        {"hoang-thi-e", "4"}, {"nguyen-van-a", "1"}, {"pham-van-d", "3"}, {"tran-thi-b", "2"}, {"vu-van-g", "5"}};
    Told told;
    for (const auto& [lead, number] : leads) told.push_back(time + " " + lead + ": [weekly 2024-W19 khu-pho-" + number + " " + rung + "]");
    return told;
  };
  Told expected;
  const auto add = [&](const Told& more) { expected.insert(expected.end(), more.begin(), more.end()); };
  add(hamlets("05-07T17:00", "-24h"));
  add({"05-08T09:00 do-van-h: [weekly 2024-W19 ho -24h]", "05-08T13:30 bui-van-k: [weekly 2024-W19 thuan-thanh -24h]"});
  add(hamlets("05-08T15:00", "-2h"));
  add({"05-08T16:00 dang-thi-l: [weekly 2024-W19 thuan-thanh -24h]"});
  add(hamlets("05-08T17:00", "0h"));
  add({"05-09T07:00 do-van-h: [weekly 2024-W19 ho -2h]", "05-09T09:00 do-van-h: [weekly 2024-W19 ho 0h]",
       "05-09T11:30 bui-van-k: [weekly 2024-W19 thuan-thanh -2h]", "05-09T13:30 bui-van-k: [weekly 2024-W19 thuan-thanh 0h]",
       "05-09T14:00 dang-thi-l: [weekly 2024-W19 thuan-thanh -2h]", "05-09T16:00 dang-thi-l: [weekly 2024-W19 thuan-thanh 0h]",
       "05-09T17:00 do-van-h (supervisor): [weekly 2024-W19 khu-pho-1 24h] [weekly 2024-W19 khu-pho-2 24h] "
       "[weekly 2024-W19 khu-pho-3 24h] [weekly 2024-W19 khu-pho-4 24h] [weekly 2024-W19 khu-pho-5 24h]",
       "05-10T09:00 bui-van-k (supervisor): [weekly 2024-W19 ho 24h]"});
  CHECK(week == expected);
}

TEST_CASE("remind: after downtime only what is still true, once") {
  Office office;
  keep_first_hamlet(office);
  CHECK(office.run("2024-05-07T16:59").empty());
  // Off from Tuesday evening to Thursday 18:00: neither -24h nor -2h is true any more.
  CHECK(office.run("2024-05-09T18:00") ==
        Told{"do-van-h (supervisor): [weekly 2024-W19 khu-pho-1 24h]", "nguyen-van-a: [weekly 2024-W19 khu-pho-1 0h]"});
  CHECK(office.run("2024-05-09T18:00").empty());
  CHECK(office.run("2024-05-09T18:30").empty());
}

TEST_CASE("remind: a report that came mutes what is left, and one that comes later is not there yet") {
  Office office;
  keep_first_hamlet(office);
  office.files().put(std::string(kFirst) + "2024-W19.yaml", report("2024-W19", "submitted: 2024-05-08T16:00+07:00\n"));
  CHECK(office.run("2024-05-08T15:59") == Told{"nguyen-van-a: [weekly 2024-W19 khu-pho-1 -2h]"});
  CHECK(office.run("2024-05-08T17:00").empty());
  CHECK(office.run("2024-05-09T17:00").empty());
}

TEST_CASE("remind: a return is told at once, then the rungs of its own due") {
  Office office;
  keep_first_hamlet(office);
  const std::string text = report("2024-W19", "submitted: 2024-05-08T16:00+07:00\n");
  office.files().put(std::string(kFirst) + "2024-W19.yaml", text);
  office.files().put(std::string(kFirst) + "2024-W19.review.yaml",
                     "state: returned\nby: le-van-c\nat: 2024-05-09T08:10+07:00\ncontent: " + content_hash(text) +
                         "\nbecause: Thiếu số đơn\ndue: 2024-05-09T14:00+07:00\n");
  CHECK(office.run("2024-05-09T08:00").empty());
  CHECK(office.run("2024-05-09T08:30") == Told{"nguyen-van-a: [weekly 2024-W19 khu-pho-1 returned]"});
  CHECK(office.run("2024-05-09T11:30").empty());
  CHECK(office.run("2024-05-09T12:00") == Told{"nguyen-van-a: [weekly 2024-W19 khu-pho-1 -2h]"});
  CHECK(office.run("2024-05-09T14:00") == Told{"nguyen-van-a: [weekly 2024-W19 khu-pho-1 0h]"});
  CHECK(office.run("2024-05-10T14:00") == Told{"do-van-h (supervisor): [weekly 2024-W19 khu-pho-1 24h]"});
}

TEST_CASE("remind: quiet hours hold it until morning, unless the due comes before") {
  Office office;
  std::string regime = office.text("reporting.yaml");
  const std::string hour = "org: ccb, due: wednesday 17:00";
  regime.replace(regime.find(hour), hour.size(), "org: ccb, due: thursday 06:30");
  office.files().put("reporting.yaml", regime);
  office.load();
  const auto first = [](const Told& told) {
    return std::find_if(told.begin(), told.end(), [](const std::string& t) { return t.starts_with("nguyen-van-a:"); }) != told.end();
  };
  CHECK_FALSE(first(office.run("2024-05-08T05:00")));
  CHECK_FALSE_MESSAGE(first(office.run("2024-05-08T06:59")), "-24h was at 06:30, in the quiet hours");
  CHECK(first(office.run("2024-05-08T07:00")));
  CHECK_MESSAGE(first(office.run("2024-05-09T04:30")), "-2h: the due comes before the morning");
  CHECK_FALSE_MESSAGE(first(office.run("2024-05-09T06:30")), "overdue: it can wait");
  CHECK(first(office.run("2024-05-09T07:00")));
}

TEST_CASE("remind: the addressee is the lead on the day of the due, else the deputy, else nobody, said once") {
  Office office;
  office.files().put("areas/thuan-thanh/ho/khu-pho-1/area.yaml",
            "name: Khu phố 1\nlevel: hamlet\nsince: 2023-04-10\npilot: {since: 2024-05-06}\nofficers:\n"
            "  - {officer: nguyen-van-a, org: ccb, role: lead, since: 2024-05-01, until: 2024-05-08}\n"
            "  - {officer: tran-thi-b, org: ccb, role: deputy, since: 2024-05-01, until: 2024-05-15}\n");
  office.load();
  const auto told = [&](const char* now, const std::string& who, const std::string& what) {
    const Told all = office.run(now);
    return std::any_of(all.begin(), all.end(), [&](const std::string& one) {
      return one.starts_with(who + ":") && one.find(what) != std::string::npos;
    });
  };
  CHECK(told("2024-05-07T17:00", "nguyen-van-a", "[weekly 2024-W19 khu-pho-1 -24h]"));
  CHECK_MESSAGE(told("2024-05-08T17:00", "nguyen-van-a", "[weekly 2024-W19 khu-pho-1 0h]"), "on his last day");
  CHECK_MESSAGE(told("2024-05-14T17:00", "tran-thi-b", "[weekly 2024-W20 khu-pho-1 -24h] [weekly 2024-W20 khu-pho-2 -24h]"),
                "the deputy, with her own");
  const std::string nobody = "nobody in thuan-thanh/ho/khu-pho-1";
  CHECK(told("2024-05-21T17:00", nobody, "[weekly 2024-W21 khu-pho-1 -24h]"));
  CHECK_FALSE(told("2024-05-21T17:30", nobody, "khu-pho-1"));
}

TEST_CASE("remind: an officer who takes over is told what was told to another") {
  Office office;
  keep_first_hamlet(office);
  CHECK(office.run("2024-05-07T17:00") == Told{"nguyen-van-a: [weekly 2024-W19 khu-pho-1 -24h]"});
  const std::string area = "areas/thuan-thanh/ho/khu-pho-1/area.yaml";
  std::string text = office.text(area);
  text.replace(text.find("nguyen-van-a"), std::string("nguyen-van-a").size(), "tran-thi-b");
  office.files().put(area, text);
  office.load();
  CHECK(office.run("2024-05-07T17:30") == Told{"tran-thi-b: [weekly 2024-W19 khu-pho-1 -24h]"});
}

TEST_CASE("remind: as many periods back as the regime says, and no further") {
  Office office;
  keep_first_hamlet(office);
  // W19 to W30 were due up to Wednesday 24/7; eight of them are over.
  const auto told = office.run("2024-07-26T10:00");
  REQUIRE(told.size() == 2);
  CHECK(told[1] == "nguyen-van-a: [weekly 2024-W30 khu-pho-1 0h] [weekly 2024-W29 khu-pho-1 0h] [weekly 2024-W28 khu-pho-1 0h] "
                   "[weekly 2024-W27 khu-pho-1 0h] [weekly 2024-W26 khu-pho-1 0h] [weekly 2024-W25 khu-pho-1 0h] "
                   "[weekly 2024-W24 khu-pho-1 0h] [weekly 2024-W23 khu-pho-1 0h]");
}

// 15/6/2024 is a Saturday, so month, quarter and half-year are due on Monday 17/6 at 16:30.
TEST_CASE("remind: what coincides in the middle of June is one digest") {
  Office office;
  std::string regime = office.text("reporting.yaml");
  for (const char* type : {"monthly", "quarterly", "half-yearly"}) {
    const auto key = regime.find("\n  label:", regime.find(std::string("\n") + type + ":"));
    regime.insert(key, "\n  remind: [{at: -24h}]\n  quiet: [20:00, 07:00]\n  lookback: 1");
  }
  office.files().put("reporting.yaml", regime);
  office.load();
  Told told = office.run("2024-06-16T16:30");
  std::erase_if(told, [](const std::string& t) { return !t.starts_with("bui-van-k:"); });
  REQUIRE(told.size() == 1);
  for (const char* part : {"[half-yearly 2024-H1 thuan-thanh -24h]", "[monthly 2024-06 thuan-thanh -24h]", "[quarterly 2024-Q2 thuan-thanh -24h]"}) {
    CHECK(told[0].find(part) != std::string::npos);
  }
}

TEST_CASE("remind: a file that cannot be read is owed, counted and named; what else is wrong is not said here") {
  Office office;
  keep_first_hamlet(office);
  office.files().put(std::string(kFirst) + "2024-W19.yaml", "report: weekly\n\tbad\n");
  const auto reminders = office.find(at("2024-05-08T17:00"));
  CHECK(reminders.unreadable == 1);
  REQUIRE(reminders.digests.size() == 1);
  CHECK(reminders.digests[0].reports[0].delivery.filing.unreadable);
}

TEST_CASE("remind: the log keeps a line a reminder; a line that is none is named and says nothing") {
  Office office;
  keep_first_hamlet(office);
  CHECK(office.run("2024-05-07T17:00").size() == 1);
  CHECK(office.log() ==
        "2024-05-07T17:00:00+07:00 weekly ccb thuan-thanh/ho/khu-pho-1 2024-W19 2024-05-08T17:00:00+07:00 -24h officer nguyen-van-a text\n");
  const SentLog log(office.log() + "half a li\n\n" + office.log().substr(0, 40));
  CHECK(log.holds("weekly ccb thuan-thanh/ho/khu-pho-1 2024-W19 2024-05-08T17:00:00+07:00 -24h officer nguyen-van-a"));
  CHECK_FALSE(log.holds("weekly"));
  CHECK(log.odd_lines() == std::vector<int>{2, 4});
}
