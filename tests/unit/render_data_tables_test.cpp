#include <doctest/doctest.h>

#include "nammo/data_tables.h"
#include "support/deliveries.h"

using namespace nammo;
using namespace nammo::test;

namespace {

DataReport report_of(Delivery delivery, const Store& store) {
  delivery.obligation.window = {*parse_instant("2024-04-15T00:00+07:00"), *parse_instant("2024-05-15T00:00+07:00")};
  delivery.obligation.due = *parse_instant("2024-05-15T08:00+07:00");
  const std::vector<Delivery> deliveries{delivery};
  auto figures = Tally(store, deliveries).own_figures(delivery.obligation.area, delivery.obligation.period);
  return {std::move(delivery), std::move(figures)};
}

}  // namespace

TEST_CASE("data tables: figures by indicator and code as bytes, a missing one empty, what is withheld not there") {
  Store store = figure_store({"a", "a/b", "a/b/c"});
  store.indicators.items = {petitions(), indicator("cases", IndicatorKind::flow, AreaRule::add)};
  const auto codes = by_code("petitions", {{"complaint", "2"}, {"denunciation", "1"}});
  const std::vector reports{report_of(filed("a/b/c", "2024-05", {codes, figure("cases", "-1.50", true)}), store)};
  CHECK(data_header(DataTable::figures) == "report,period,period_end,org,area,indicator,breakdown,value,claim,estimate\n");
  CHECK(figure_lines(store, reports) ==
        "monthly,2024-05,2024-05-14,ccb,a/b/c,cases,*,-1.50,,true\n"
        "monthly,2024-05,2024-05-14,ccb,a/b/c,petitions,complaint,2,,false\n"
        "monthly,2024-05,2024-05-14,ccb,a/b/c,petitions,recommendation,,,false\n");
  WithheldData withheld;
  CHECK(withheld_data_note(store, withheld, Language::en) == "");
  note_withheld(store, reports, withheld);
  CHECK(withheld.codes == std::set<std::pair<CodeListId, CodeId>>{{CodeListId{"petition-kinds"}, CodeId{"denunciation"}}});
  CHECK(withheld.levels == std::set<LevelId>{LevelId{"hamlet"}});
}

TEST_CASE("data tables: obligations with the days of the window and moments in the store's zone") {
  const Store store = figure_store({"a"});
  auto late = report_of(filed("a"), store);
  late.delivery.standing.state = State::late;
  late.delivery.standing.timeliness = Timeliness::late;
  late.delivery.standing.submitted = *parse_instant("2024-05-15T09:30+07:00");
  late.delivery.filing.report->submitted = Placed<Instant>{*parse_instant("2024-05-15T09:30+07:00"), {}};
  late.delivery.filing.report->nil = true;
  const std::vector reports{late, report_of(owed("a"), store)};
  CHECK(obligation_lines(store, reports, *parse_instant("2024-06-01T00:00+07:00")) ==
        "monthly,2024-05,2024-04-15,2024-05-14,ccb,a,2024-05-15T08:00:00+07:00,late,late,2024-05-15T09:30:00+07:00,true,,\n"
        "monthly,2024-05,2024-04-15,2024-05-14,ccb,a,2024-05-15T08:00:00+07:00,missing,missing,,,,\n");
}

TEST_CASE("data tables: a name that a spreadsheet would run, one with quotes, and a code with its zero") {
  Store store = figure_store({"a", "a/b"});
  std::vector<Area> areas = store.areas.all();
  areas[0].name = "=SUM(A1)";
  areas[0].since = *parse_date("2023-04-10");
  areas[1].name = "xóm \"Mới\", bãi";
  areas[1].brief = "xóm Mới";
  areas[1].code = "09400";
  areas[1].since = *parse_date("2023-04-10");
  areas[1].until = *parse_date("2025-06-30");
  store.areas = AreaTree{areas};
  CHECK(areas_table(store, AreaId{"a"}) ==
        "id,parent,name,short,level,rank,code,since,until\n"
        "a,,'=SUM(A1),,district,0,,2023-04-10,\n"
        "a/b,a,\"xóm \"\"Mới\"\", bãi\",xóm Mới,commune,1,09400,2023-04-10,2025-06-30\n");
  CHECK(areas_table(store, AreaId{"a/b"}).find("\na/b,,") != std::string::npos);  // the top of what is asked for has no parent there
}

TEST_CASE("data tables: indicators and codes, with labels in the language asked for") {
  Store store = figure_store({"a"});
  Indicator rate = indicator("rate", IndicatorKind::ratio, AreaRule::none);
  rate.label = {"Tỷ lệ", "Rate"};
  rate.unit = {"%", "%"};
  rate.numerator = IndicatorId{"petitions"};
  rate.denominator = IndicatorId{"petitions"};
  store.indicators.items = {petitions(), rate};
  CHECK(indicators_table(store, Language::en) ==
        "id,label,unit,kind,areas,by,numerator,denominator,decimals\n"
        "petitions,,,flow,add,petition-kinds,,,0\n"
        "rate,Rate,%,ratio,,,petitions,petitions,0\n");
  CHECK(indicators_table(store, Language::vi).ends_with("rate,Tỷ lệ,%,ratio,,,petitions,petitions,0\n"));
  CHECK(codes_table(store, Language::vi) ==
        "list,code,label,confidential\n"
        "petition-kinds,complaint,,false\n"
        "petition-kinds,denunciation,,true\n"
        "petition-kinds,recommendation,,false\n");
}
