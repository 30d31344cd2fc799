#include "nammo/late_changes.h"

#include <doctest/doctest.h>

using namespace nammo;

namespace {

const OrgId kCcb{"ccb"};
const Period kWeek = *parse_period("2024-W19");

PublishedInput input(const std::string& path, char content) { return {path, "sha256:" + std::string(64, content), {}}; }

PublishedFigure members(const std::string& area, std::optional<Decimal> value, int reported, int expected) {
  return {kCcb, AreaId{area}, IndicatorId{"members"}, {}, value, reported, expected, {}};
}

PublishedDelivery owed(const std::string& area) { return {ReportTypeId{"weekly"}, kCcb, AreaId{area}, kWeek, {}, {}}; }

std::string report_of(const std::string& area) { return "areas/" + area + "/reports/ccb/2024-W19.yaml"; }

// Sent with one of two hamlets: a/x gave 154, a/y was missing.
Published sent() {
  Published published;
  published.key = {kCcb, AreaId{"a"}, kWeek, 1};
  published.inputs = {input(report_of("a"), '1'), input(report_of("a/x"), '2'), input("nammo.yaml", '3')};
  published.figures = {members("a", Decimal{154, 0}, 1, 2), members("a/x", Decimal{154, 0}, 1, 1), members("a/y", std::nullopt, 0, 1)};
  published.missing = {owed("a/y")};
  return published;
}

}  // namespace

TEST_CASE("late changes: the same files, figures and gaps are no change, whoever typed less the second time") {
  Published before = sent();
  before.number = "12";
  before.signatory = "Bùi Văn K";
  before.signed_file = SignedFile{"a.pdf", "sha256:" + std::string(64, '9')};
  Published now = sent();
  now.inputs.push_back(input("published/ccb/a/2024-W19.v1.yaml", '7'));
  CHECK(late_changes(before, now).empty());
  CHECK(late_changes(before, before).empty());
}

TEST_CASE("late changes: a report that came is told once, with the figures that it changed") {
  Published now = sent();
  now.inputs.push_back(input(report_of("a/y"), '4'));
  now.missing.clear();
  now.figures = {members("a", Decimal{254, 0}, 2, 2), members("a/x", Decimal{154, 0}, 1, 1), members("a/y", Decimal{100, 0}, 1, 1)};
  const auto changes = late_changes(sent(), now);
  CHECK(changes.arrived == std::vector{owed("a/y")});
  CHECK(changes.withdrawn.empty());
  CHECK(changes.files.empty());
  REQUIRE(changes.figures.size() == 2);
  CHECK(changes.figures[0].from == members("a", Decimal{154, 0}, 1, 2));
  CHECK(changes.figures[0].to == members("a", Decimal{254, 0}, 2, 2));
  CHECK(changes.figures[1].from == members("a/y", std::nullopt, 0, 1));
  CHECK(changes.figures[1].to == members("a/y", Decimal{100, 0}, 1, 1));
}

TEST_CASE("late changes: a report that was taken away or sent back no longer counts") {
  Published now = sent();
  std::erase_if(now.inputs, [](const PublishedInput& one) { return one.path == report_of("a/x"); });
  now.missing = {owed("a/x"), owed("a/y")};
  now.figures = sent().figures;
  const auto changes = late_changes(sent(), now);
  CHECK(changes.withdrawn == std::vector{owed("a/x")});
  CHECK(changes.arrived.empty());
  CHECK(changes.files.empty());
}

TEST_CASE("late changes: other files are told by what became of them, in the order of their paths") {
  Published now = sent();
  now.inputs = {input(report_of("a"), '1'), input(report_of("a/x"), '5'), input("areas/a/x/reports/ccb/2024-W19.review.yaml", '6')};
  using Kind = FileChange::Kind;
  CHECK(late_changes(sent(), now).files ==
        std::vector<FileChange>{{Kind::added, "areas/a/x/reports/ccb/2024-W19.review.yaml"}, {Kind::changed, report_of("a/x")}, {Kind::gone, "nammo.yaml"}});
}

TEST_CASE("late changes: an area that is new or gone has figures on one side alone") {
  Published now = sent();
  now.figures = {members("a", Decimal{154, 0}, 1, 2), members("a/y", std::nullopt, 0, 1), members("a/z", Decimal{7, 0}, 1, 1)};
  const auto changes = late_changes(sent(), now).figures;
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].from == members("a/z", std::nullopt, 0, 0));
  CHECK(changes[0].to == members("a/z", Decimal{7, 0}, 1, 1));
  CHECK(changes[1].from == members("a/x", Decimal{154, 0}, 1, 1));
  CHECK(changes[1].to == members("a/x", std::nullopt, 0, 0));
}

TEST_CASE("late changes: what is typed anew and differs is told, from and to") {
  Published before = sent();
  before.number = "12";
  Published now = sent();
  now.number = "13";
  now.date = *parse_date("2024-05-10");
  now.signed_file = SignedFile{"b.pdf", "sha256:" + std::string(64, '8')};
  using Fact = FactChange::Fact;
  CHECK(late_changes(before, now).facts ==
        std::vector<FactChange>{{Fact::number, "12", "13"}, {Fact::date, "", "2024-05-10"}, {Fact::signed_file, "", "b.pdf"}});
  CHECK_FALSE(late_changes(before, now).empty());
}
