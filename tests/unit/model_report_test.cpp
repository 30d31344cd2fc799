#include "nammo/report.h"

#include <doctest/doctest.h>

#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using test::load_all;
using test::said;

namespace {

const ReportKey kKey{AreaId{"thuan-thanh/ho/khu-pho-1"}, OrgId{"ccb"}, *parse_period("2024-W19"), false};

}  // namespace

TEST_CASE("a report: every key of a weekly report becomes a value") {
  const auto loaded = load_all(test::sample_store());
  Diagnostics findings;
  const auto read = read_report(test::sample_report(), kKey, *loaded.store, findings);
  REQUIRE(said(findings) == "");
  CHECK_FALSE(read.unreadable);
  REQUIRE(read.report);
  const Report& report = *read.report;

  CHECK(report.type == ReportTypeId{"weekly"});
  CHECK(report.org == OrgId{"ccb"});
  CHECK(report.area == AreaId{"thuan-thanh/ho/khu-pho-1"});
  CHECK(to_string(report.period) == "2024-W19");
  CHECK(report.officer == OfficerId{"nguyen-van-a"});
  CHECK(report.submitted->value == *parse_instant("2024-05-08T09:40:00Z"));
  CHECK(report.submitted->place == Place{6, 12, 6, 34});
  CHECK(report.received->at == *parse_instant("2024-05-08T09:45:00Z"));
  CHECK(report.received->via == "zalo");
  CHECK(report.received->by == OfficerId{"le-van-c"});
  CHECK_FALSE(report.nil);
  CHECK(report.overview == "Tình hình ổn định; Nhân dân phấn khởi kỷ niệm 70 năm Chiến thắng Điện Biên Phủ.");
  CHECK(report.forecast == "Ý kiến về cấp điện có thể tăng.");
  CHECK(report.next == std::vector<std::string>{"Theo dõi việc cấp điện.", "Chuẩn bị sinh hoạt chi hội."});
  CHECK(report.file == test::kSampleReportPath);
  CHECK(report.period_place == Place{4, 9, 4, 17});

  REQUIRE(report.situation.size() == 1);
  const Situation& matter = report.situation[0];
  CHECK(matter.id == "dien-toi");
  CHECK(matter.title == "Điện chập chờn");
  CHECK(matter.field == CodeId{"society"});
  CHECK(matter.topic == CodeId{"electricity"});
  CHECK(matter.severity == MatterSeverity::watch);
  CHECK(matter.status == MatterStatus::fresh);
  CHECK(matter.date == parse_date("2024-05-06"));
  CHECK(matter.place_name == "Khu phố 1");
  CHECK(matter.people == 40);
  CHECK(matter.text == "Điện chập chờn hai buổi tối 06 và 07/5.");
  CHECK(matter.assessment == "Ảnh hưởng sinh hoạt, chưa phức tạp.");
  CHECK(matter.handled_by == "Điện lực thị xã");
  CHECK(matter.flags == std::vector{MatterFlag::prolonged});
  CHECK(matter.case_id == "2024-0007");
  CHECK(matter.from == std::vector{AreaId{"thuan-thanh/ho/khu-pho-1"}});
  CHECK(matter.up);
  CHECK(matter.place.line == 13);
  CHECK(matter.place.column == 5);
}

TEST_CASE("a report: opinions, activities and what follows") {
  const auto loaded = load_all(test::sample_store());
  Diagnostics findings;
  const auto read = read_report(test::sample_report(), kKey, *loaded.store, findings);
  REQUIRE(read.report);
  const Report& report = *read.report;

  REQUIRE(report.opinions.size() == 1);
  const Opinion& opinion = report.opinions[0];
  CHECK(opinion.stance == Stance::concerned);
  CHECK(opinion.breadth == Breadth::many);
  CHECK(opinion.groups == std::vector{CodeId{"members"}});
  CHECK(opinion.source == CodeId{"residents-meeting"});
  CHECK(opinion.about_kind == "policy");
  CHECK(opinion.about_ref == "12/NQ-HĐND");
  REQUIRE(report.activities.size() == 1);
  CHECK(report.activities[0].kind == CodeId{"propaganda"});
  CHECK(report.activities[0].count == 1);
  CHECK(report.activities[0].people == 62);
  CHECK(report.activities[0].with == std::vector{OrgId{"mttq"}});
  CHECK(report.results.at(0).field == CodeId{"political-system"});
  CHECK(report.directives.at(0).progress == DirectiveProgress::doing);
  CHECK(report.difficulties.at(0).text == "Kinh phí hoạt động còn hạn chế.");
  REQUIRE(report.proposals.size() == 1);
  CHECK(report.proposals[0].to == "btv-thi-uy");
  CHECK(report.proposals[0].kind == ProposalKind::resolve);
  CHECK(report.proposals[0].status == ProposalStatus::answered);
  CHECK(to_string(*report.proposals[0].first_raised) == "2024-W19");
  CHECK(report.proposals[0].answer == "Đã giao ngành điện.");
  CHECK(report.proposals[0].up);
  CHECK(report.dialogues.at(0).level == LevelId{"commune"});
  CHECK(report.dialogues.at(0).topic == "Cấp điện mùa nắng nóng");
  CHECK(report.models.at(0).status == ModelStatus::registered);
}

TEST_CASE("a report: figures are numbers, or numbers by code") {
  const auto loaded = load_all(test::sample_store());
  Diagnostics findings;
  const auto read = read_report(test::sample_report(), kKey, *loaded.store, findings);
  REQUIRE(read.report);
  const Figure* petitions = read.report->figure(IndicatorId{"petitions-received"});
  REQUIRE(petitions != nullptr);
  CHECK_FALSE(petitions->value);
  REQUIRE(petitions->codes.size() == 2);
  CHECK(petitions->codes[1].first == CodeId{"recommendation"});
  CHECK(petitions->codes[1].second == Decimal{3, 0});
  CHECK_FALSE(petitions->estimate);
  const Figure* members = read.report->figure(IndicatorId{"members"});
  REQUIRE(members != nullptr);
  CHECK(*members->value == Decimal{154, 0});
  CHECK(members->estimate);
  CHECK(members->place == Place{38, 3, 38, 10});
  CHECK(read.report->figure(IndicatorId{"households"}) == nullptr);
}
