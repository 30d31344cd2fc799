#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "nammo/charts.h"
#include "nammo/history.h"
#include "render/svg.h"
#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

void put_report(test::MemoryFiles& files, const std::string& area, const std::string& period, const std::string& submitted,
                const std::string& rest) {
  files.put("areas/thuan-thanh/ho/" + area + "/reports/ccb/" + period + ".yaml",
            "report: weekly\norg: ccb\narea: thuan-thanh/ho/" + area + "\nperiod: " + period + "\nofficer: nguyen-van-a\n" +
                (submitted.empty() ? "" : "submitted: " + submitted + "\n") + rest);
}

// Three weeks: of six units Khu phố 1 and 2 report at all, and nobody in week 20.
void put_three_weeks(test::MemoryFiles& files) {
  files.remove("areas/thuan-thanh/reports");
  for (const char* place : {"", "/khu-pho-1", "/khu-pho-2", "/khu-pho-3", "/khu-pho-4", "/khu-pho-5"}) {
    files.remove("areas/thuan-thanh/ho" + std::string(place) + "/reports");
  }
  files.put("catalog/indicators.yaml",
            "came: {label: Đơn tiếp nhận, unit: đơn, kind: flow, areas: add, when_nil: zero}\n"
            "done: {label: \"- đã giải quyết\", unit: đơn, kind: flow, areas: add, when_nil: zero}\n"
            "left: {label: Còn lại, unit: đơn, kind: stock, areas: add, when_nil: zero}\n"
            "monthly-only: {label: Chuyển đi, unit: đơn, kind: flow, areas: add, reports: [monthly]}\n"
            "members: {label: Hội viên, unit: hội viên, kind: stock, areas: lowest}\n"
            "joined: {label: Kết nạp, unit: hội viên, kind: flow, areas: lowest}\n");
  files.put("catalog/rules.yaml",
            "- {id: balance, sum: [left@previous, came], equals: [done, monthly-only, left]}\n"
            "- {id: within, sum: [done], at_most: [left@previous, came]}\n"
            "- {id: members-balance, sum: [members@previous, joined], equals: [members]}\n");
  put_report(files, "khu-pho-1", "2024-W19", "2024-05-08T10:00+07:00",
             "situation: [{field: society, topic: waste, severity: watch, text: rác}, {field: society, severity: complex, "
             "text: cống}]\nopinions: [{field: society, topic: waste, stance: frustrated, text: a}]\n"
             "figures: {came: 4, done: 1, left: 3}\n");
  put_report(files, "khu-pho-2", "2024-W19", "2024-05-08T18:00+07:00", "nil: true\n");
  put_report(files, "khu-pho-1", "2024-W21", "2024-05-22T10:00+07:00",
             "opinions: [{field: society, topic: waste, stance: frustrated, text: a}, {field: society, topic: waste, stance: "
             "pleased, text: b}, {field: society, topic: drainage, stance: pleased, text: c}]\n"
             "figures: {came: 2, done: 5, left: 0}\n");
  put_report(files, "khu-pho-2", "2024-W21", "", "situation: [{field: society, severity: hotspot, text: x}]\nfigures: {came: 90}\n");
}

Charts charts_of(const test::MemoryFiles& files, const std::string& period, Language language = Language::vi) {
  const auto made = test::render_case(files, "ccb", "thuan-thanh/ho", period, "2024-05-24T08:00+07:00");
  Diagnostics diagnostics;
  const Question& question = made->report.question;
  const auto earlier = consolidate_before(files, made->store, question, periods_before_charts(made->store, question),
                                          made->report.now, nullptr, diagnostics);
  return make_charts(made->store, made->report, earlier, language);
}

Charts charts_of_three_weeks(const std::string& period, Language language = Language::vi) {
  test::MemoryFiles files = test::sample_store();
  put_three_weeks(files);
  return charts_of(files, period, language);
}

const Chart& chart(const Charts& charts, const std::string& kind) {
  for (const Chart& one : charts.drawn) {
    if (one.name.ends_with("." + kind)) return one;
  }
  FAIL(kind);
  return charts.drawn.front();
}

int times(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("charts: the figures of a balance, with a gap where nobody reported") {
  const Charts charts = charts_of_three_weeks("2024-W21");
  const Chart& balance = chart(charts, "figures-balance");
  CHECK(balance.name == "ccb.thuan-thanh.ho.2024-W21.figures-balance");
  // 2 of 6 in week 19: 4 and the zero of a nil report; the draft's 90 is not there.
  CHECK(has(balance.description, "Đơn tiếp nhận – 19/2024: 4 (2/6), 20: …, 21: 2 (1/6)."));
  CHECK(has(balance.description, "Đã giải quyết – 19/2024: 1 (2/6), 20: …, 21: 5 (1/6)."));
  CHECK(has(balance.description, "Còn lại – 19/2024: 3 (2/6), 20: …, 21: 0 (1/6)."));
  CHECK(times(balance.svg, "<polyline") == 3);  // the three of the legend: no line crosses the gap
  CHECK(!has(balance.svg, "Chuyển đi"));
  CHECK(times(balance.svg, ">…<") == 3);
}

TEST_CASE("charts: only a balance whose stock is zero in a nil report makes a picture") {
  const Charts charts = charts_of_three_weeks("2024-W21");
  CHECK(charts.drawn.size() == 4);
  test::MemoryFiles files = test::sample_store();
  put_three_weeks(files);
  files.put("catalog/rules.yaml", "- {id: within, sum: [done], at_most: [left@previous, came]}\n");
  const Charts without = charts_of(files, "2024-W21");
  CHECK(without.drawn.size() == 3);
  REQUIRE(without.left_out.size() == 1);
  CHECK(without.left_out.front().starts_with("Không vẽ biểu đồ số liệu: loại báo cáo này không có"));
}

TEST_CASE("charts: severity is the worst of the area's own report; a draft is missing, nil is nothing") {
  const Charts charts = charts_of_three_weeks("2024-W21");
  const Chart& severity = chart(charts, "severity");
  CHECK(has(severity.description, "Khu phố 1: phức tạp, nổi cộm 19/2024; không phát sinh 21; chưa có báo cáo 20."));
  CHECK(has(severity.description, "Khu phố 2: không phát sinh 19/2024; chưa có báo cáo 20, 21."));
  CHECK(has(severity.description, "Phường Hồ: chưa có báo cáo 19/2024, 20, 21."));
  // 18 cells, three of them of reports, and one of the key.
  CHECK(times(severity.svg, "-hatch)\"") == 16);
  CHECK(!has(severity.svg, "điểm nóng"));
}

TEST_CASE("charts: on time is of what has come or is due; a period of which nothing is due is a gap") {
  const Charts charts = charts_of_three_weeks("2024-W22");
  // Khu phố 2 came at 18:00, after 17:00.
  CHECK(has(chart(charts, "on-time").description, "19/2024: 17 % (1/6), 20: 0 % (0/6), 21: 17 % (1/6), 22: …."));
}

TEST_CASE("charts: opinions count areas, not entries") {
  const Charts charts = charts_of_three_weeks("2024-W21");
  const Chart& opinions = chart(charts, "opinions");
  CHECK(has(opinions.description, "Thu gom rác thải: phấn khởi, tin tưởng 1, bức xúc 1. Cải tạo rãnh thoát nước: phấn khởi, tin tưởng 1."));
  CHECK(has(opinions.description, "nền xám là 1 khu phố có báo cáo, trên 5 phải báo cáo"));
  const Charts quiet = charts_of_three_weeks("2024-W20");
  REQUIRE(quiet.left_out.size() == 1);
  CHECK(quiet.left_out.front() == "Không vẽ biểu đồ ý kiến: chưa có ý kiến được phản ánh.");
}

TEST_CASE("charts: speak the asked language") {
  const Charts charts = charts_of_three_weeks("2024-W21", Language::en);
  CHECK(chart(charts, "on-time").title == "Reports on time");
  CHECK(has(chart(charts, "severity").svg, "no report (not sent, a draft, not yet due, or sent back)"));
  CHECK(has(chart(charts, "severity").svg, "lang=\"en\""));
}

TEST_CASE("charts: a long period shows the months that its figures are from, and the months before") {
  const auto files = test::sample_store();
  const auto before = [&](const std::string& period) {
    const auto made = test::render_case(files, "ccb", "thuan-thanh", period, "2024-07-20T08:00+07:00");
    return periods_before_charts(made->store, made->report.question);
  };
  CHECK(before("2024-W21") == 11);
  CHECK(before("2024-05") == 11);
  CHECK(before("2024-Q2") == 3);
  CHECK(before("2024-H1") == 1);
  CHECK(before("2024") == 0);
}

TEST_CASE("charts: images of an annex, with an escaped text") {
  Charts charts;
  charts.drawn.push_back({"a.b", "Tiêu [đề]", "x](y) <b>", "<svg/>"});
  charts.left_out.push_back("Không *có*.");
  CHECK(charts_markdown(charts, "bieu%20do/", Language::vi) ==
        "\n### PHỤ LỤC. Biểu đồ\n\n![Tiêu \\[đề\\]. x\\](y) &lt;b>](bieu%20do/a.b.svg)\n\n- Không \\*có\\*.\n");
}

TEST_CASE("svg: text from outside shows as it is, and what XML may not hold is replaced") {
  Svg svg("x");
  svg.text({1, 2}, "<script> & \"a\" \xE2\x80\xAE \x01 \xEF\xBF\xBE", 10);
  const std::string text = svg.finish(10, 10, "<t>", "d", Language::vi);
  CHECK(has(text, ">&lt;script&gt; &amp; &quot;a&quot; \xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD</text>"));
  CHECK(has(text, "<title id=\"nammo-x-title\">&lt;t&gt;</title>"));
}

TEST_CASE("svg: a label is cut to what fits and keeps its whole as a tooltip") {
  CHECK(fitted("Khu phố 1", 200, 12) == "Khu phố 1");
  CHECK(text_width(fitted(std::string(500, 'W'), 120, 12), 12) <= 120);
  for (const auto& line : folded("một câu dài hơn một dòng và " + std::string(200, 'm'), 100, 12)) CHECK(text_width(line, 12) <= 100);
  Svg svg("x");
  svg.label({0, 0}, "Một cái tên rất dài", 60, 12);
  CHECK(has(svg.finish(1, 1, "t", "d", Language::vi), "<title>Một cái tên rất dài</title></text>"));
}
