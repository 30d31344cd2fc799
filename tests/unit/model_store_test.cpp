#include "nammo/store.h"

#include <doctest/doctest.h>

#include "nammo/time.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using test::load_all;

TEST_CASE("a store: what its files say becomes values") {
  const auto loaded = load_all(test::sample_store());
  REQUIRE(loaded.findings == "");
  const Store& store = *loaded.store;

  CHECK(store.settings.name.vi == "Hội Cựu chiến binh thị xã Thuận Thành");
  CHECK(store.settings.timezone == "Asia/Ho_Chi_Minh");
  CHECK(store.settings.weekend == std::vector{std::chrono::Saturday, std::chrono::Sunday});
  CHECK(store.settings.weekend_place.line == 5);
  CHECK(store.settings.rank(LevelId{"hamlet"}) == 2);
  CHECK(store.settings.confidential_from == LevelId{"commune"});
  CHECK(store.settings.allow == std::vector<std::string>{"0222 3821 330"});
  const Organisation* ccb = store.settings.organisation(OrgId{"ccb"});
  REQUIRE(ccb != nullptr);
  CHECK(ccb->units.at(LevelId{"hamlet"}) == "Chi hội CCB {area}");
  CHECK(ccb->letterheads.at(LevelId{"district"}).signed_by == std::vector<std::string>{"TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"});
  const Recipient* committee = store.settings.recipient(RecipientId{"btv-thi-uy"});
  REQUIRE(committee != nullptr);
  CHECK(committee->name.vi == "Ban Thường vụ Thị ủy");
  CHECK(committee->purpose.en == "qua Ban Dân vận Thị ủy, để báo cáo");

  CHECK(store.codes.at(CodeListId{"fields"}).codes.size() == 8);
  CHECK(store.codes.at(CodeListId{"petition-kinds"}).find(CodeId{"denunciation"})->confidential);
  CHECK(store.calendars.at(2024).confirmed);
  CHECK(store.calendars.at(2024).days_off.size() == 6);
  CHECK(store.calendars.at(2024).days_off[1].place.line == 4);
  CHECK(store.calendars.at(2024).working[0].place.line == 10);
  CHECK(store.officers.at(OfficerId{"nguyen-van-a"}).name == "Nguyễn Văn A");
  CHECK(store.officers.at(OfficerId{"nguyen-van-a"}).account == AccountState::requested);
}

TEST_CASE("a store: the regime keeps the order of the file") {
  const auto loaded = load_all(test::sample_store());
  const auto& types = loaded.store->regime.types;
  REQUIRE(types.size() == 7);
  const ReportType& weekly = types[0];
  CHECK(weekly.id == ReportTypeId{"weekly"});
  REQUIRE(weekly.window);
  CHECK(std::get<ClosingWindow>(*weekly.window).day == std::chrono::Thursday);
  CHECK(weekly.on_holiday == OnHoliday::previous);
  CHECK(weekly.on_holiday_place.line == 6);
  CHECK(types[1].holiday_limit_place.line == types[1].place.line + 7);
  CHECK(weekly.areas.kind == AreaScope::Kind::pilot);
  REQUIRE(weekly.steps.size() == 4);
  CHECK(std::get<WeekdayDue>(*weekly.steps[2].due).time == Minutes{13 * 60 + 30});
  CHECK(std::get<WeekdayDue>(*weekly.steps[2].target).time == Minutes{11 * 60});
  CHECK(weekly.steps[3].gathers == std::vector{OrgId{"ccb"}});
  CHECK(weekly.posts.at(0).to == std::vector{RecipientId{"mang-luoi"}});
  REQUIRE(weekly.remind.size() == 4);
  CHECK(weekly.remind[0].offset == Minutes{-24 * 60});
  CHECK(weekly.remind[3].to_supervisor);
  CHECK(weekly.quiet->to == Minutes{7 * 60});
  CHECK(std::get<FromDayWindow>(*types[1].window).day == 15);
  CHECK(std::get<MonthDayDue>(*types[1].steps[2].due).time == Minutes{16 * 60 + 30});
  CHECK(types[2].figures_from == ReportTypeId{"monthly"});
  CHECK(format_date(std::get<DateDue>(*types[5].steps[0].due).date) == "2024-12-31");
  CHECK(format_date(std::get<RangeWindow>(*types[5].window).to) == "2024-12-31");
  CHECK(types[6].written == Minutes{24 * 60});
  CHECK_FALSE(types[6].steps[0].due);
}

TEST_CASE("a store: indicators and the rules over them") {
  const auto loaded = load_all(test::sample_store());
  const Store& store = *loaded.store;
  const Indicator* received = store.indicators.find(IndicatorId{"petitions-received"});
  REQUIRE(received != nullptr);
  CHECK(received->kind == IndicatorKind::flow);
  CHECK(received->areas == AreaRule::add);
  CHECK(received->by == CodeListId{"petition-kinds"});
  CHECK(received->zero_when_nil);
  CHECK(received->belongs_to(ReportTypeId{"monthly"}));
  CHECK_FALSE(received->belongs_to(ReportTypeId{"yearly"}));
  CHECK(store.indicators.find(IndicatorId{"listeners"})->from->sum == DerivedFrom::Sum::people);
  CHECK(store.indicators.find(IndicatorId{"plan-progress"})->denominator == IndicatorId{"tasks-assigned"});
  CHECK(store.indicators.find(IndicatorId{"fund-ytd"})->decimals == 1);
  REQUIRE(store.rules.size() == 2);
  CHECK(store.rules[0].sum[0].previous);
  CHECK(store.rules[0].sum[0].indicator == IndicatorId{"petitions-pending"});
  CHECK(store.rules[0].relation == FigureRule::Relation::equals);
  CHECK(store.rules[1].relation == FigureRule::Relation::at_most);
}

TEST_CASE("areas: their path is their id, and their folder their parent") {
  const auto loaded = load_all(test::sample_store());
  const AreaTree& areas = loaded.store->areas;
  CHECK(areas.all().size() == 7);
  const Area* ward = areas.find(AreaId{"thuan-thanh/ho"});
  REQUIRE(ward != nullptr);
  CHECK(ward->name == "phường Hồ");
  CHECK(ward->brief == "P. Hồ");
  CHECK(ward->code == "09400");
  CHECK(ward->file == "areas/thuan-thanh/ho/area.yaml");
  CHECK(format_date(ward->pilot->since) == "2024-05-06");
  CHECK(areas.children(ward->id).size() == 5);
  const auto* lead = ward->assigned(OrgId{"ccb"}, Role::lead, *parse_date("2024-05-08"));
  REQUIRE(lead != nullptr);
  CHECK(lead->officer == OfficerId{"do-van-h"});
}
