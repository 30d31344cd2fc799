#include <doctest/doctest.h>

#include <algorithm>

#include "nammo/due.h"
#include "unit/schedule_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

DueQuestion within(std::string_view from, std::string_view to) {
  DueQuestion question;
  question.days = {day(from), day(to)};
  return question;
}

// "weekly 2024-W06 town/ho 2024-02-07T09:00", a post with "post" before it.
std::vector<std::string> named(const std::vector<Obligation>& obligations) {
  std::vector<std::string> names;
  for (const Obligation& o : obligations) {
    names.push_back((o.kind == ObligationKind::post ? "post " : "") + o.report.str() + " " + to_string(o.period) + " " +
                    o.org.str() + " " + o.area.str() + " " + clock(o.due));
  }
  return names;
}

using Names = std::vector<std::string>;

DueReason reason_of(const ReportType& type, const Step& step, std::string_view name, const Store& s) {
  return explain_due(type, step, period(name), s).value();
}

std::string days_of(const std::vector<DayVerdict>& verdicts) {
  std::string text;
  for (const DayVerdict& verdict : verdicts) {
    text += format_date(verdict.day).substr(5) + (verdict.off != nullptr ? " " + verdict.off->name : "") + ";";
  }
  return text;
}

}  // namespace

TEST_CASE("due: a range of days holds its first and its last") {
  const Store s = store();
  CHECK(named(expand_due(within("2024-05-08", "2024-05-09"), s)) ==
        Names{"weekly 2024-W19 ccb town/ho/kp-1 2024-05-08T17:00", "weekly 2024-W19 ccb town/ho/kp-2 2024-05-08T17:00",
              "weekly 2024-W19 ccb town/ho 2024-05-09T09:00", "weekly 2024-W19 ccb town 2024-05-09T13:30",
              "post weekly 2024-W19 ccb town 2024-05-09T14:00", "weekly 2024-W19 bdv town 2024-05-09T16:00"});
  CHECK(expand_due(within("2024-05-08", "2024-05-08"), s).size() == 2);
  CHECK(expand_due(within("2024-05-09", "2024-05-09"), s).size() == 4);
  CHECK(expand_due(within("2024-05-10", "2024-05-14"), s).empty());
  CHECK(expand_due(within("2024-05-09", "2024-05-08"), s).empty());
}

TEST_CASE("due: the day of the effective due chooses, also across Tết and the turn of the year") {
  const Store s = store();
  // W06 moves a day back with its Thursday; the hamlets of W07 go back over Tết.
  CHECK(named(expand_due(within("2024-02-06", "2024-02-14"), s)) ==
        Names{"weekly 2024-W06 ccb town/ho/kp-1 2024-02-06T17:00", "weekly 2024-W06 ccb town/ho/kp-2 2024-02-06T17:00",
              "weekly 2024-W06 ccb town/ho 2024-02-07T09:00", "weekly 2024-W06 ccb town 2024-02-07T13:30",
              "post weekly 2024-W06 ccb town 2024-02-07T14:00", "weekly 2024-W06 bdv town 2024-02-07T16:00",
              "weekly 2024-W07 ccb town/ho/kp-1 2024-02-07T17:00", "weekly 2024-W07 ccb town/ho/kp-2 2024-02-07T17:00"});
  // New Year's Day 2025 is a Wednesday; the final report is due by its date.
  CHECK(named(expand_due(within("2024-12-31", "2025-01-01"), s)) ==
        Names{"summary summary ccb town 2024-12-31T17:00", "weekly 2025-W01 ccb town/ho/kp-1 2024-12-31T17:00",
              "weekly 2025-W01 ccb town/ho/kp-2 2024-12-31T17:00"});
}

TEST_CASE("due: a range holds what its days hold, each once") {
  const Store s = store();
  const auto whole = expand_due(within("2024-01-01", "2025-03-31"), s);
  std::vector<Obligation> parts;
  for (Date at = day("2024-01-01"); at <= day("2025-03-31"); at = plus_days(at, 1)) {
    const auto part = expand_due(within(format_date(at), format_date(at)), s);
    parts.insert(parts.end(), part.begin(), part.end());
  }
  CHECK(parts == whole);
  CHECK(std::is_sorted(whole.begin(), whole.end(), due_before));
  // 65 Thursdays from 4 January 2024 to 27 March 2025, and the hamlets of the week after
  // (due Wednesday 2 April) are not in it: 6 obligations a week.
  const auto weekly_count = std::count_if(whole.begin(), whole.end(), [](const Obligation& o) { return o.report == ReportTypeId{"weekly"}; });
  CHECK(weekly_count == 65 * 6);
}

TEST_CASE("due: filters by area, report, organisation and officer") {
  Store s = store();
  DueQuestion question = within("2024-05-08", "2024-05-16");
  question.root = AreaId{"town/ho/kp-1"};
  CHECK(named(expand_due(question, s)) ==
        Names{"weekly 2024-W19 ccb town/ho/kp-1 2024-05-08T17:00", "monthly 2024-05 ccb town/ho/kp-1 2024-05-15T08:00",
              "weekly 2024-W20 ccb town/ho/kp-1 2024-05-15T17:00"});
  question.report = ReportTypeId{"monthly"};
  CHECK(expand_due(question, s).size() == 1);
  question = within("2024-05-08", "2024-05-16");
  question.org = OrgId{"bdv"};
  CHECK(named(expand_due(question, s)) ==
        Names{"weekly 2024-W19 bdv town 2024-05-09T16:00", "weekly 2024-W20 bdv town 2024-05-16T16:00"});

  // The deputy of the second hamlet, up to the 8th; for another organisation at the town.
  auto areas = s.areas.all();
  for (Area& one : areas) {
    if (one.id.str() == "town/ho/kp-2") one.officers = {{OfficerId{"b"}, OrgId{"ccb"}, Role::deputy, day("2024-05-01"), day("2024-05-08"), {}}};
    if (one.id.str() == "town") one.officers = {{OfficerId{"b"}, OrgId{"bdv"}, Role::lead, day("2024-05-10"), {}, {}}};
  }
  s.areas = AreaTree{std::move(areas)};
  question = within("2024-05-08", "2024-05-16");
  question.officer = OfficerId{"b"};
  CHECK(named(expand_due(question, s)) ==
        Names{"weekly 2024-W19 ccb town/ho/kp-2 2024-05-08T17:00", "weekly 2024-W20 bdv town 2024-05-16T16:00"});
}

TEST_CASE("due: the calendars of a range are those that its dues may depend on") {
  const Store s = store();
  // The first half-year may move to here from 15 June, and it begins where the half before
  // ended; so does the year 2024 that is due on 15 December.
  CHECK(calendars_for(within("2024-05-08", "2024-05-16"), s.regime) == std::set<int>{2023, 2024});
  CHECK(calendars_for(within("2024-12-27", "2024-12-31"), s.regime) == std::set<int>{2023, 2024, 2025});
  DueQuestion weekly_only = within("2024-05-08", "2024-05-16");
  weekly_only.report = ReportTypeId{"weekly"};
  CHECK(calendars_for(weekly_only, s.regime) == std::set<int>{2024});
  CHECK(calendars_to_confirm(within("2024-05-08", "2024-05-16"), s.regime) == std::set<int>{2024});
  CHECK(calendars_to_confirm(within("2024-12-26", "2024-12-27"), s.regime) == std::set<int>{2024, 2025});
  DueQuestion once = within("2024-12-27", "2024-12-31");
  once.report = ReportTypeId{"summary"};
  CHECK(calendars_for(once, s.regime).empty());
}

TEST_CASE("due: a regime without end costs what the range holds") {
  const Store s = store();
  CHECK(expand_due(within("1950-01-01", "1950-01-07"), s).empty());  // no area is valid
  CHECK(periods_due(s.regime.types[0], {day("9998-12-01"), day("9998-12-02")}).size() < 20);
}

TEST_CASE("explain: the last step moves, the others keep their distance, a day that is off goes further back") {
  const Store s = store();
  const ReportType& type = s.regime.types[0];
  const auto sixth = reason_of(type, type.steps[0], "2024-W06", s);
  CHECK(sixth.last_step == &type.steps[3]);
  CHECK(format_date(sixth.last.from.day) == "2024-02-08");
  CHECK(sixth.last.from.off->name == "Tết Nguyên đán");
  CHECK(format_date(sixth.last.to) == "2024-02-07");
  CHECK(sixth.last.passed.empty());
  CHECK(sixth.distance == -1);
  CHECK(sixth.own.from.works);
  CHECK(format_date(sixth.own.to) == "2024-02-06");
  CHECK(clock(sixth.due.nominal) == "2024-02-07T17:00");
  CHECK(clock(sixth.due.effective) == "2024-02-06T17:00");

  const auto seventh = reason_of(type, type.steps[0], "2024-W07", s);
  CHECK(seventh.last.from.works);
  CHECK(seventh.last.to == day("2024-02-15"));
  CHECK_FALSE(seventh.own.from.works);
  CHECK(days_of(seventh.own.passed) ==
        "02-13 Tết Nguyên đán;02-12 Tết Nguyên đán;02-11 Tết Nguyên đán;02-10 Tết Nguyên đán;02-09 Tết Nguyên đán;"
        "02-08 Tết Nguyên đán;");
  CHECK(seventh.own.to == day("2024-02-07"));
}

TEST_CASE("explain: the working day after, unless it is too far") {
  const Store s = store();
  const ReportType& type = s.regime.types[1];
  const auto june = reason_of(type, type.steps[2], "2024-06", s);  // the 15th is a Saturday
  CHECK(days_of({june.last.from}) == "06-15;");
  CHECK(days_of(june.last.passed) == "06-16;");
  CHECK(june.last.to == day("2024-06-17"));
  CHECK_FALSE(june.last.too_far);
  const auto tet = reason_of(type, type.steps[2], "2026-02", s);  // a Sunday in Tết, which ends on the 22nd
  CHECK(tet.last.too_far == day("2026-02-23"));
  CHECK(days_of(tet.last.passed) == "02-14 Tết Nguyên đán;");
  CHECK(tet.last.to == day("2026-02-13"));
}

TEST_CASE("explain: nothing moves where the regime keeps the day, nor on a Saturday that is worked") {
  const Store s = store();
  const ReportType final_report = once();
  CHECK(reason_of(final_report, final_report.steps[0], "summary", s).last_step == nullptr);
  ReportType saturday = weekly();
  saturday.steps = {step("town", "ccb", on(std::chrono::Saturday, 11))};
  const auto reason = reason_of(saturday, saturday.steps[0], "2024-W18", s);
  CHECK(reason.last.from.works);
  REQUIRE(reason.last.from.make_up != nullptr);
  CHECK(reason.last.from.make_up->name == "Làm bù");
  CHECK(reason.own.to == day("2024-05-04"));
}

TEST_CASE("explain: every chain ends where the due is, over days off alone") {
  const Store s = store();
  const auto off = [](const DayVerdict& verdict) { return !verdict.works; };
  int chains = 0;
  for (const ReportType& type : {weekly(), monthly()}) {
    for (const Period& p : periods_due(type, {day("2024-01-01"), day("2026-12-31")})) {
      for (const Step& one : type.steps) {
        const auto reason = explain_due(type, one, p, s).value();
        CAPTURE(to_string(p));
        CHECK(reason.own.to == day_of(s.zone.to_local(reason.due.effective)));
        CHECK(std::all_of(reason.own.passed.begin(), reason.own.passed.end(), off));
        CHECK(std::all_of(reason.last.passed.begin(), reason.last.passed.end(), off));
        CHECK((reason.last.from.works || is_working_day(reason.last.to, s)));
        CHECK(is_working_day(reason.own.to, s));
        ++chains;
      }
    }
  }
  CHECK(chains > 4 * 150);
}

TEST_CASE("explain: an ad hoc due comes from what happened or from who asked") {
  const ReportType type = adhoc();
  Obligation obligation;
  obligation.area = AreaId{"town/ho/kp-1"};
  obligation.org = OrgId{"ccb"};
  obligation.due = at("2024-05-21T07:30");
  Filing filing;
  filing.report = Report{};
  filing.report->file = "second.yaml";
  filing.report->continues = period("2024-05-20.1");
  const auto written = explain_adhoc(type, obligation, filing, at("2024-05-22T08:00")).value();
  CHECK(written.source == AdhocReason::Source::written);
  CHECK(clock(written.occurred) == "2024-05-20T07:30");
  CHECK(written.file == "areas/town/ho/kp-1/reports/ccb/2024-05-20.1.yaml");
  filing.report->occurred = at("2024-05-20T07:30");
  CHECK(explain_adhoc(type, obligation, filing, at("2024-05-22T08:00"))->file == "second.yaml");

  Review asked;
  asked.state = ReviewState::requested;
  asked.at = at("2024-05-20T09:00");
  asked.due = obligation.due;
  asked.file = "asked.yaml";
  filing.review = asked;
  CHECK(explain_adhoc(type, obligation, filing, at("2024-05-22T08:00"))->file == "asked.yaml");
  CHECK(explain_adhoc(type, obligation, filing, at("2024-05-20T08:59"))->file == "second.yaml");
  obligation.due = kNeverDue;
  CHECK_FALSE(explain_adhoc(type, obligation, filing, at("2024-05-20T08:59")));
}
