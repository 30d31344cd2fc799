#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

// Two indicators: one with codes, one of which is confidential in a hamlet.
constexpr const char* kIndicators =
    "petitions: {label: Đơn, unit: đơn, kind: flow, by: petition-kinds, areas: add, when_nil: zero}\n"
    "area-ha: {label: Diện tích, unit: \"=ha\", kind: stock, areas: lowest, decimals: 1}\n";

test::MemoryFiles small_store() {
  auto files = test::sample_store().files();
  files["catalog/indicators.yaml"] = kIndicators;
  files["catalog/rules.yaml"] = "[]\n";
  files["areas/thuan-thanh/ho/khu-pho-1/area.yaml"] =
      "name: \"=Khu; phố \\\"1\\\", a\"\nlevel: hamlet\nsince: 2023-04-10\npilot: {since: 2024-05-06}\n";
  files["areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.yaml"] =
      "report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: 2024-W19\nofficer: nguyen-van-a\n"
      "submitted: 2024-05-08T16:40+07:00\n"
      "figures: {petitions: {complaint: 2, denunciation: 5}, area-ha: 1234.5}\n";
  files["areas/thuan-thanh/ho/khu-pho-2/reports/ccb/2024-W19.yaml"] =
      "report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-2\nperiod: 2024-W19\nofficer: tran-thi-b\n"
      "submitted: 2024-05-08T18:00+07:00\nnil: true\noverview: Yên.\n";
  return test::MemoryFiles{std::move(files)};
}

std::string csv(const std::string& area, CsvDialect dialect) {
  const auto made = test::render_case(small_store(), "ccb", area, "2024-W19", "2024-05-09T12:00+07:00");
  return figures_csv(made->store, made->report, dialect, Language::vi);
}

constexpr const char* kHeader =
    "report,period,org,area,area_name,level,indicator,breakdown,unit,kind,value,reported,expected,as_of\n";

}  // namespace

TEST_CASE("CSV: a row for each indicator and code, given or not; what is confidential has none") {
  const std::string area = "weekly,2024-W19,ccb,thuan-thanh/ho/khu-pho-1,\"'=Khu; phố \"\"1\"\", a\",hamlet,";
  CHECK(csv("thuan-thanh/ho/khu-pho-1", CsvDialect::standard) ==
        kHeader + area + "area-ha,,'=ha,stock,1234.5,1,1,\n" +  //
            area + "petitions,,đơn,flow,2,1,1,\n" +             //
            area + "petitions,complaint,đơn,flow,2,1,1,\n" +    //
            area + "petitions,recommendation,đơn,flow,,0,1,\n");
}

TEST_CASE("CSV: for a Vietnamese Excel") {
  const std::string area = "weekly;2024-W19;ccb;thuan-thanh/ho/khu-pho-1;\"'=Khu; phố \"\"1\"\", a\";hamlet;";
  CHECK(csv("thuan-thanh/ho/khu-pho-1", CsvDialect::excel) ==
        "\xEF\xBB\xBF"
        "report;period;org;area;area_name;level;indicator;breakdown;unit;kind;value;reported;expected;as_of\r\n" +
            area + "area-ha;;'=ha;stock;1234,5;1;1;\r\n" +      //
            area + "petitions;;đơn;flow;2;1;1;\r\n" +           //
            area + "petitions;complaint;đơn;flow;2;1;1;\r\n" +  //
            area + "petitions;recommendation;đơn;flow;;0;1;\r\n");
}

TEST_CASE("CSV: the asked area and its children, each with its subtree's totals, by area, indicator and code") {
  // The town expects 7 petitions' figures: khu phố 1 gave 7 with the confidential ones, khu phố 2 is nil: 0.
  const std::string town = "weekly,2024-W19,ccb,thuan-thanh,thị xã Thuận Thành,district,";
  const std::string ward = "weekly,2024-W19,ccb,thuan-thanh/ho,phường Hồ,commune,";
  CHECK(csv("thuan-thanh", CsvDialect::standard) == kHeader + town + "area-ha,,'=ha,stock,1234.5,1,5,\n" +     //
                                                        town + "petitions,,đơn,flow,7,2,7,\n" +                //
                                                        town + "petitions,complaint,đơn,flow,2,2,7,\n" +       //
                                                        town + "petitions,denunciation,đơn,flow,5,2,7,\n" +    //
                                                        town + "petitions,recommendation,đơn,flow,0,1,7,\n" +  //
                                                        ward + "area-ha,,'=ha,stock,1234.5,1,5,\n" +           //
                                                        ward + "petitions,,đơn,flow,7,2,6,\n" +                //
                                                        ward + "petitions,complaint,đơn,flow,2,2,6,\n" +       //
                                                        ward + "petitions,denunciation,đơn,flow,5,2,6,\n" +    //
                                                        ward + "petitions,recommendation,đơn,flow,0,1,6,\n");
}

TEST_CASE("CSV: what was left out is said, and nothing is said where nothing was") {
  const auto files = small_store();
  const auto hamlet = test::render_case(files, "ccb", "thuan-thanh/ho/khu-pho-1", "2024-W19", "2024-05-09T12:00+07:00");
  CHECK(withheld_note(hamlet->store, hamlet->report, Language::vi) ==
        "Không nêu \"Tố cáo\" ở khu phố, thôn; số tổng từ cấp phường, xã trở lên vẫn tính đủ.");
  const auto town = test::render_case(files, "ccb", "thuan-thanh", "2024-W19", "2024-05-09T12:00+07:00");
  CHECK(withheld_note(town->store, town->report, Language::vi).empty());
}

TEST_CASE("CSV: the figures of gathered organisations stand under their own") {
  const auto both = test::render_case(small_store(), "bdv", "thuan-thanh", "2024-W19", "2024-05-09T16:30+07:00");
  const auto text = figures_csv(both->store, both->report, CsvDialect::standard, Language::vi);
  const auto bdv = text.find("weekly,2024-W19,bdv,thuan-thanh,thị xã Thuận Thành,district,petitions,,đơn,flow,,0,1,\n");
  const auto ccb =
      text.find("weekly,2024-W19,ccb,thuan-thanh,thị xã Thuận Thành,district,petitions,,đơn,flow,7,2,7,\n");
  REQUIRE(bdv != std::string::npos);
  CHECK(ccb != std::string::npos);
  CHECK(bdv < ccb);
}

TEST_CASE("JSON: an object with figures, texts and who is missing, in the fixed order of keys") {
  const auto made = test::render_case(small_store(), "ccb", "thuan-thanh/ho", "2024-W19", "2024-05-09T12:00+07:00");
  const auto json = nlohmann::ordered_json::parse(document_json(made->store, made->report, {}));
  std::vector<std::string> keys;
  for (const auto& item : json.items()) keys.push_back(item.key());
  CHECK(keys ==
        std::vector<std::string>{"figures", "texts", "missing", "late", "returned", "drafts", "unreadable", "nil"});

  CHECK(json["figures"].size() == 25);  // of the ward 5, of each of five khu phố 4: no denunciations there
  CHECK(json["figures"][0].dump() ==
        R"({"report":"weekly","period":"2024-W19","org":"ccb","area":"thuan-thanh/ho","area_name":"phường Hồ",)"
        R"("level":"commune","indicator":"area-ha","breakdown":"","unit":"=ha","kind":"stock","value":1234.5,)"
        R"("reported":1,"expected":5,"as_of":null})");
  CHECK(json["late"].dump() ==
        R"([{"org":"ccb","area":"thuan-thanh/ho/khu-pho-2","area_name":"Khu phố 2","period":"2024-W19",)"
        R"("due":"2024-05-08T17:00:00+07:00","submitted":"2024-05-08T18:00:00+07:00","returned_due":null}])");
  CHECK(json["nil"] == json["late"]);
  CHECK(json["missing"].size() == 4);  // the ward itself and khu phố 3, 4, 5
  CHECK(json["missing"][0]["area"] == "thuan-thanh/ho");
  CHECK(json["missing"][0]["submitted"].is_null());
  CHECK(json["texts"].size() == 2);
  CHECK(
      json["texts"][1].dump() ==
      R"({"org":"ccb","area":"thuan-thanh/ho/khu-pho-2","area_name":"Khu phố 2","period":"2024-W19","overview":"Yên."})");
}

TEST_CASE("JSON: a report's texts have the keys of its file") {
  auto files = test::sample_store();
  files.put(test::kSampleReportPath, test::sample_report());
  const auto made = test::render_case(files, "ccb", "thuan-thanh/ho/khu-pho-1", "2024-W19", "2024-05-09T12:00+07:00");
  const auto json = nlohmann::ordered_json::parse(document_json(made->store, made->report, {}));
  REQUIRE(json["texts"].size() == 1);
  const auto& text = json["texts"][0];
  CHECK(text["situation"][0].dump() ==
        R"({"id":"dien-toi","title":"Điện chập chờn","field":"society","topic":"electricity","severity":"watch",)"
        R"("status":"new","date":"2024-05-06","place":"Khu phố 1","people":40,)"
        R"("text":"Điện chập chờn hai buổi tối 06 và 07/5.","assessment":"Ảnh hưởng sinh hoạt, chưa phức tạp.",)"
        R"("handled-by":"Điện lực thị xã","flags":["prolonged"],"case":"2024-0007",)"
        R"("from":["thuan-thanh/ho/khu-pho-1"]})");
  CHECK(text["proposals"][0]["first-raised"] == "2024-W19");
  CHECK(text["proposals"][0]["answer"] == "Đã giao ngành điện.");
  CHECK(text["opinions"][0]["stance"] == "concerned");
  CHECK(text["activities"][0]["people"] == 62);
  CHECK(text["results"][0]["text"] == "Kết nạp hai hội viên.");
  CHECK(text["directives"][0]["progress"] == "doing");
  CHECK(text["dialogues"][0]["level"] == "commune");
  CHECK(text["models"][0]["status"] == "registered");
  CHECK(text["difficulties"][0]["field"] == "economy");
  CHECK(text["next"].size() == 2);
}
