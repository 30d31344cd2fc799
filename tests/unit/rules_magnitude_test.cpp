#include <doctest/doctest.h>

#include "unit/rules_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

const std::string kArea = "thuan-thanh/ho/khu-pho-1";
const std::string kFolder = "areas/" + kArea + "/reports/ccb/";

std::string monthly(const std::string& period, const std::string& figures) {
  return "report: monthly\norg: ccb\narea: " + kArea + "\nperiod: " + period +
         "\nofficer: nguyen-van-a\nsubmitted: 2024-05-14T16:40+07:00\nnil: true\nfigures: {" + figures + "}\n";
}

// The store with one more indicator in nghìn đồng, and the months from May on that
// give these figures; an empty text: no report.
MemoryFiles with_months(const std::string& declared, const std::vector<std::string>& figures) {
  auto all = sample_store().files();
  all["catalog/indicators.yaml"] += declared;
  int month = 5;
  for (const auto& text : figures) {
    const std::string period = "2024-0" + std::to_string(month++);
    if (!text.empty()) all[kFolder + period + ".yaml"] = monthly(period, text);
  }
  return MemoryFiles{std::move(all)};
}

const std::string kGifts = "gifts-value: {label: Trị giá quà, unit: nghìn đồng, kind: flow, areas: add}\n";
const std::string kLoans = "loans: {label: Dư nợ, unit: triệu đồng, kind: stock, areas: lowest, decimals: 1}\n";

// The findings of the last of the months in which a figure had these values.
std::string judged(const std::vector<std::string>& values, const std::string& declared = kGifts) {
  const std::string name = declared.substr(0, declared.find(':'));
  std::vector<std::string> figures;
  for (const auto& value : values) figures.push_back(value.empty() ? "" : name + ": " + value);
  return checked(with_months(declared, figures));
}

bool is_doubted(const std::vector<std::string>& values, const std::string& declared = kGifts) {
  return judged(values, declared).find("figure-magnitude") != std::string::npos;
}

}  // namespace

TEST_CASE("figure-magnitude: a thousand times the median of the periods before, with every number and place") {
  // The median of 150 and 180 is 165; 163200 / 165 = 989.09.
  auto files = with_months(kGifts, {"gifts-value: 150", "gifts-value: 180", "gifts-value: 163200"});
  const Diagnostics found = check(files);
  CHECK(lines_of(found) == kFolder +
        "2024-07.yaml:8:11-8:22: (warning) figure-magnitude: gifts-value is given as 163200, 989 times its usual 165 of 2 earlier "
        "periods: perhaps its unit is a thousand times off\n");
  REQUIRE(found.items().size() == 1);
  const Diagnostic& finding = found.items()[0];
  CHECK(finding.help.en == "its unit is nghìn đồng; leave it as it is if the number is right");
  REQUIRE(finding.related.size() == 2);
  CHECK(finding.related[0].where.file == kFolder + "2024-05.yaml");
  CHECK(finding.related[0].where.place.line == 8);
  CHECK(finding.related[0].message.en == "2024-05 gave 150");
  CHECK(finding.related[1].message.en == "2024-06 gave 180");
}

TEST_CASE("figure-magnitude: from 500 to 2000 times, and not where it is merely more") {
  CHECK(is_doubted({"100", "100", "50000"}));
  CHECK_FALSE(is_doubted({"100", "100", "49999"}));
  CHECK(is_doubted({"100", "100", "200000"}));
  CHECK_FALSE(is_doubted({"100", "100", "200001"}));
  CHECK_FALSE(is_doubted({"100000", "100000", "100"}));  // put right again
}

TEST_CASE("figure-magnitude: two earlier values at least, zeros and gaps aside, of the four periods before") {
  CHECK_FALSE(is_doubted({"100", "100000"}));
  CHECK_FALSE(is_doubted({"100", "0", "100000"}));
  CHECK(is_doubted({"100", "0", "100", "100000"}));
  CHECK(is_doubted({"100", "", "100", "100000"}));
  // Of five months before, the first is not looked at.
  CHECK_FALSE(is_doubted({"100", "", "", "", "100", "100000"}));
  // One earlier slip does not move the median of three.
  CHECK(is_doubted({"100", "100000", "100", "100000"}));
}

TEST_CASE("figure-magnitude: counts of a few jump by themselves") {
  CHECK_FALSE(is_doubted({"9", "9", "9000"}));
  CHECK(is_doubted({"10", "10", "10000"}));
  // With decimals a few are not few.
  CHECK(is_doubted({"3.5", "3.4", "3500.0"}, kLoans));
  CHECK_FALSE(is_doubted({"0.9", "0.9", "900.0"}, kLoans));
}

TEST_CASE("figure-magnitude: each code by itself, and each organisation and type by itself") {
  const std::string by = "gifts-by: {label: Quà, unit: nghìn đồng, kind: flow, by: petition-kinds, areas: add}\n";
  CHECK(checked(with_months(by, {"gifts-by: {complaint: 100, recommendation: 90000}", "gifts-by: {complaint: 100, recommendation: 80000}",
                                 "gifts-by: {complaint: 100000, recommendation: 85000}"})) ==
        kFolder +
            "2024-07.yaml:8:11-8:19: (warning) figure-magnitude: gifts-by.complaint is given as 100000, 1000 times its usual 100 of 2 "
            "earlier periods: perhaps its unit is a thousand times off\n");
  auto all = with_months(kGifts, {"gifts-value: 100", "gifts-value: 100"}).files();
  all[kFolder + "2024-W28.yaml"] = short_report(kArea, "2024-W28", "nil: true\nfigures: {gifts-value: 100000}\n");
  CHECK(checked(MemoryFiles{all}) == "");
}

TEST_CASE("figure-magnitude: beyond usual_max already in the first report, all codes together") {
  const std::string bounded = replaced(kGifts, "areas: add", "areas: add, usual_max: 5000");
  CHECK(judged({"5001"}, bounded) == kFolder +
        "2024-05.yaml:8:11-8:22: (warning) figure-magnitude: gifts-value is given as 5001, and is usually at most 5000: perhaps it is "
        "in another unit\n");
  CHECK(judged({"5000"}, bounded) == "");
  const std::string by = "gifts-by: {label: Quà, unit: nghìn đồng, kind: flow, by: petition-kinds, areas: add, usual_max: 10}\n";
  CHECK(checked(with_months(by, {"gifts-by: {complaint: 6, recommendation: 4}"})) == "");
  CHECK(checked(with_months(by, {"gifts-by: {complaint: 6, recommendation: 5}"})).find("gifts-by is given as 11, and is usually at most 10") !=
        std::string::npos);
  // One finding a figure, though it is a thousand times the others too.
  const std::string both = judged({"100", "100", "100000"}, bounded);
  CHECK(both.find("usually at most 5000") != std::string::npos);
  CHECK(both.find("times its usual") == std::string::npos);
}

TEST_CASE("figure-magnitude: a check of one report finds what a check of all finds") {
  const auto files = with_months(kGifts, {"gifts-value: 100", "", "", "gifts-value: 100", "gifts-value: 100000"});
  CHECK(checked(files, {kFolder + "2024-09.yaml"}) == checked(files));
  CHECK(checked(files) != "");
}

TEST_CASE("figure-magnitude: what is added up is never negative; a balance may be") {
  CHECK(judged({"-5"}).find("gifts-value is given as a negative number: -5") != std::string::npos);
  CHECK(judged({"0"}).empty());
  CHECK(judged({"-5"}, "fund: {label: Quỹ, unit: nghìn đồng, kind: stock, areas: lowest}\n").empty());
  CHECK(is_doubted({"-1"}, "gifts-ytd: {label: Quà, unit: nghìn đồng, kind: ytd, areas: add}\n"));
  CHECK(judged({"{feedback: 1, complaint: -2}"}, "letters: {label: Thư, unit: thư, kind: flow, by: petition-kinds, areas: add}\n")
            .find("letters.complaint is given as a negative number: -2") != std::string::npos);
}
