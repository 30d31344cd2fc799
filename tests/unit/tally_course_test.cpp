#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/texts.h"
#include "support/deliveries.h"

using namespace nammo;
using namespace nammo::test;

namespace {

Period month(int number) { return {PeriodKind::month, 2024, number, {}, {}}; }
Period week(int number) { return {PeriodKind::week, 2024, number, {}, {}}; }
const Period kQuarter{PeriodKind::quarter, 2024, 2, {}, {}};

Situation matter(std::string id, std::string text, MatterSeverity severity = MatterSeverity::watch,
                 MatterStatus status = MatterStatus::handling) {
  Situation entry;
  entry.id = std::move(id);
  entry.text = std::move(text);
  entry.severity = severity;
  entry.status = status;
  return entry;
}

// A report of `area` for `period`, whose window ends `day` days after the epoch.
Delivery report(const char* area, Period period, int day, std::vector<Situation> matters) {
  Delivery delivery = filed(area);
  delivery.obligation.period = std::move(period);
  delivery.obligation.window.end = Instant{std::chrono::days{day}};
  delivery.filing.report->situation = std::move(matters);
  return delivery;
}

// A quarterly report of "t" whose figures are those of its months.
struct Quarter {
  ReportType type;
  Consolidated consolidated;

  explicit Quarter(std::vector<Delivery> own, std::vector<Delivery> months = {}, std::vector<Delivery> steps = {}) {
    type.period = PeriodKind::quarter;
    type.figures_from = ReportTypeId{"monthly"};
    consolidated.question = {&type, OrgId{"ccb"}, AreaId{"t"}, kQuarter};
    consolidated.deliveries = std::move(own);
    consolidated.figures = std::move(months);
    consolidated.steps = std::move(steps);
  }
  [[nodiscard]] Texts texts(TextDepth depth = TextDepth::speaking) const { return select_texts(consolidated, depth); }
};

std::string told(const std::vector<Told<Situation>>& all) {
  std::string text;
  for (const auto& one : all) {
    text += (text.empty() ? "" : " | ") + one.entry->text;
    for (const auto& earlier : one.earlier) text += " < " + earlier.entry->text;
  }
  return text;
}

}  // namespace

TEST_CASE("course: what the quarter's own report tells stands first, then what only its months told") {
  const Quarter quarter({report("t", kQuarter, 90, {matter("waste", "quarter")})},
                        {report("t", month(4), 30, {matter("power", "april"), matter("waste", "april waste")}),
                         report("t", month(5), 60, {matter("power", "may")}),
                         report("t", month(6), 90, {matter("waste", "june waste")})});
  const Texts texts = quarter.texts();
  CHECK(told(texts.situation) == "quarter < april waste < june waste | may < april");
  CHECK(texts.speakers.size() == 1);
}

TEST_CASE("course: one id in two areas is two matters; one that retells it is the same") {
  Situation retold = matter("power", "town in may");
  retold.from = {AreaId{"t/a"}};
  const Quarter quarter({}, {report("t/a", month(4), 30, {matter("power", "a in april")}),
                             report("t/b", month(4), 30, {matter("power", "b in april")}),
                             report("t", month(5), 60, {retold})});
  CHECK(told(quarter.texts().situation) == "town in may < a in april | b in april");
}

TEST_CASE("course: a case is one matter wherever it is told and whatever its id") {
  Situation first = matter("x", "first");
  Situation then = matter("y", "then");
  Situation other = matter("x", "other");
  first.case_id = then.case_id = "2024-0007";
  other.case_id = "2024-0008";
  const Quarter quarter({}, {report("t/a", month(4), 30, {first}), report("t/b", month(5), 60, {then}),
                             report("t/a", month(6), 90, {other})});
  CHECK(told(quarter.texts().situation) == "then < first | other");
}

TEST_CASE("course: without an id or a case every telling stands") {
  const Quarter quarter({}, {report("t", month(4), 30, {matter("", "one")}), report("t", month(5), 60, {matter("", "two")})});
  CHECK(told(quarter.texts().situation) == "one | two");
}

TEST_CASE("course: two entries of one report are never each other's course") {
  const Quarter quarter({}, {report("t", month(4), 30, {matter("x", "one"), matter("x", "two")})});
  CHECK(told(quarter.texts().situation) == "one | two");
}

TEST_CASE("course: steps say how a matter went, in the order of time, and bring none of their own") {
  const Quarter quarter({report("t", kQuarter, 90, {matter("waste", "quarter")})}, {report("t", month(5), 60, {matter("waste", "may")})},
                        {report("t", week(15), 20, {matter("waste", "w15"), matter("small", "small")}),
                         report("t", week(24), 80, {matter("waste", "w24")})});
  CHECK(told(quarter.texts().situation) == "quarter < w15 < may < w24");
}

TEST_CASE("course: a step that was sent back tells nothing") {
  Delivery returned = report("t", week(15), 20, {matter("waste", "w15")});
  returned.standing.counts = false;
  const Quarter quarter({report("t", kQuarter, 90, {matter("waste", "quarter")})}, {}, {returned});
  CHECK(told(quarter.texts().situation) == "quarter");
}

TEST_CASE("course: without a report of the quarter its months speak, each for itself") {
  const Quarter quarter({}, {report("t", month(4), 30, {}), report("t/a", month(4), 30, {}), report("t/a", month(5), 60, {})});
  const Texts texts = quarter.texts();
  REQUIRE(texts.speakers.size() == 2);
  CHECK(texts.speakers[0]->obligation.period == month(4));
  CHECK(texts.speakers[0]->obligation.area == AreaId{"t"});
  CHECK(texts.speakers[1]->obligation.area == AreaId{"t/a"});
}

TEST_CASE("course: with every text each area keeps its own course") {
  Situation retold = matter("power", "town");
  retold.from = {AreaId{"t/a"}};
  const std::vector<Delivery> months = {report("t", month(4), 30, {retold}), report("t/a", month(4), 30, {matter("power", "a april")}),
                                        report("t/a", month(5), 60, {matter("power", "a may")})};
  CHECK(told(Quarter({}, months).texts(TextDepth::every).situation) == "town | a may < a april");
}

TEST_CASE("course: models by their title, directives by their ref, dialogues by their topic: the latest stands") {
  const auto with = [](int number, ModelStatus model, DirectiveProgress progress, DialogueStage stage) {
    Delivery delivery = report("t", month(number), 30 * number, {});
    delivery.filing.report->models.push_back({"Lane", model, {}, {}});
    delivery.filing.report->directives.push_back({"27-KH", progress, {}, {}});
    delivery.filing.report->dialogues.push_back({stage, "Drain", {}, {}, {}, {}, {}});
    return delivery;
  };
  const Quarter quarter({}, {with(4, ModelStatus::registered, DirectiveProgress::doing, DialogueStage::proposed),
                             with(5, ModelStatus::effective, DirectiveProgress::done, DialogueStage::held)});
  const Texts texts = quarter.texts();
  REQUIRE(texts.models.size() == 1);
  CHECK(texts.models[0].entry->status == ModelStatus::effective);
  REQUIRE(texts.models[0].earlier.size() == 1);
  CHECK(texts.models[0].earlier[0].entry->status == ModelStatus::registered);
  REQUIRE(texts.directives.size() == 1);
  CHECK(texts.directives[0].entry->progress == DirectiveProgress::done);
  REQUIRE(texts.dialogues.size() == 1);
  CHECK(texts.dialogues[0].entry->stage == DialogueStage::held);
}

TEST_CASE("course: how a matter went, from its first telling to its last") {
  const auto turn = [](std::vector<Situation> tellings) {
    Told<Situation> all{&tellings.back(), nullptr};
    for (std::size_t i = 0; i + 1 < tellings.size(); ++i) all.earlier.push_back({&tellings[i], nullptr});
    return turn_of(all);
  };
  const auto of = [](MatterSeverity severity, MatterStatus status) { return matter("x", "", severity, status); };
  constexpr auto kWatch = MatterSeverity::watch;
  CHECK(turn({of(kWatch, MatterStatus::fresh)}) == Turn::fresh);
  CHECK(turn({of(kWatch, MatterStatus::handling)}) == Turn::open);
  CHECK(turn({of(kWatch, MatterStatus::fresh), of(kWatch, MatterStatus::handling)}) == Turn::open);
  CHECK(turn({of(kWatch, MatterStatus::fresh), of(MatterSeverity::hotspot, MatterStatus::handling)}) == Turn::worse);
  CHECK(turn({of(MatterSeverity::hotspot, MatterStatus::fresh), of(kWatch, MatterStatus::handling)}) == Turn::better);
  CHECK(turn({of(kWatch, MatterStatus::fresh), of(MatterSeverity::hotspot, MatterStatus::handling), of(kWatch, MatterStatus::handling)}) ==
        Turn::better);
  CHECK(turn({of(MatterSeverity::hotspot, MatterStatus::fresh), of(kWatch, MatterStatus::closed)}) == Turn::closed);
}

TEST_CASE("course: the delay is counted in days of the zone, to the first report of the matter") {
  const auto zone = Zone::find("Asia/Ho_Chi_Minh");
  REQUIRE(zone);
  using namespace std::chrono;
  const auto happened = [](const char* text, int day) {
    Situation entry = matter("x", text);
    entry.date = year{2024} / May / day;
    return entry;
  };
  const auto sent = [](int day, int hour_utc) {
    Delivery delivery = filed("t");
    delivery.standing.submitted = Instant{sys_days{year{2024} / May / day} + hours{hour_utc}};
    return delivery;
  };
  // 17:00 UTC on the 8th is midnight of the 9th in Vietnam.
  const Delivery on_8th = sent(8, 16), on_9th = sent(8, 17), on_20th = sent(20, 3);
  const Situation a = happened("a", 8), b = happened("b", 6), c = happened("c", 1), late = happened("late", 21);
  const Situation dayless = matter("x", "dayless");
  Told<Situation> told_twice{&c, &on_20th, {{&c, &on_9th}}};
  const std::vector<Told<Situation>> all = {{&a, &on_8th}, {&b, &on_9th}, told_twice, {&late, &on_20th}, {&dayless, &on_20th}};
  const Delay delay = delay_of(all, *zone);
  CHECK(delay.matters == 3);  // 0, 3 and 8 days
  CHECK(delay.median == 3);
  CHECK(delay.longest == 8);
  REQUIRE(delay.slowest != nullptr);
  CHECK(delay.slowest->text == "c");
  CHECK(delay_of({}, *zone).matters == 0);
}
