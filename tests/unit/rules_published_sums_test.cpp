#include <doctest/doctest.h>

#include "nammo/store.h"
#include "nammo/tally.h"
#include "unit/rules_store.h"

using namespace nammo;
using namespace nammo::test;

// Sums as they stood in print, in a store as the office would have declared it.

namespace {

const std::string kArea = "thuan-thanh/ho";
const std::string kPath = "areas/" + kArea + "/reports/ccb/2024-05.yaml";

struct Office {
  std::string indicators;
  std::string rules;
};

MemoryFiles printed(const Office& office, const std::string& figures) {
  auto all = sample_store().files();
  all["catalog/indicators.yaml"] = office.indicators;
  all["catalog/rules.yaml"] = office.rules;
  all[kPath] = "report: monthly\norg: ccb\narea: " + kArea + "\nperiod: 2024-05\nofficer: do-van-h\nsubmitted: 2024-05-15T10:00+07:00\nnil: true\nfigures:\n" + figures;
  return MemoryFiles{std::move(all)};
}

std::string declared(const std::string& id, const std::string& more = "") {
  return id + ": {label: Đơn, unit: đơn, kind: flow, areas: add" + more + "}\n";
}

}  // namespace

TEST_CASE("published sums: 3.321 petitions fit to be dealt with, of which 76, 143 and 3.448 are 3.667") {
  const Office office{declared("received") + declared("eligible") + declared("complaints") + declared("denunciations") + declared("recommendations"),
                      "- id: eligible-by-kind\n  sum: [complaints, denunciations, recommendations]\n  equals: [eligible]\n"
                      "- id: eligible-within\n  sum: [eligible]\n  at_most: [received]\n"};
  const std::string figures = "  received: 3667\n  eligible: 3321\n  complaints: 76\n  denunciations: 143\n  recommendations: 3448\n";
  CHECK(checked(printed(office, figures)) == kPath +
        ":11:3-11:13: figure-rule: the figures break the rule eligible-by-kind: complaints 76 + denunciations 143 + recommendations 3448 "
        "= 3667 must equal eligible 3321\n");
  CHECK(checked(printed(office, replaced(figures, "recommendations: 3448", "recommendations: 3102"))) == "");  // 76 + 143 + 3102 = 3321
  // More fit to be dealt with than came in.
  CHECK(checked(printed(office, "  received: 3321\n  eligible: 3667\n")) == kPath +
        ":10:3-10:11: figure-rule: the figures break the rule eligible-within: eligible 3667 must be at most received 3321\n");
}

TEST_CASE("published sums: the same by a list of kinds") {
  const Office office{declared("eligible") + declared("eligible-of-kind", ", by: petition-kinds"),
                      "- id: eligible-by-kind\n  sum: [eligible-of-kind]\n  equals: [eligible]\n"};
  CHECK(checked(printed(office, "  eligible: 3321\n  eligible-of-kind: {complaint: 76, denunciation: 143, recommendation: 3448}\n")) == kPath +
        ":10:3-10:19: figure-rule: the figures break the rule eligible-by-kind: eligible-of-kind 3667 must equal eligible 3321\n");
}

TEST_CASE("published sums: 5.421 of over 6.000 are not 96 %: a share is never entered, and is 90,35 %") {
  const Office office{declared("received") + declared("processed") +
                          "processed-rate: {label: Tỷ lệ, unit: \"%\", kind: ratio, numerator: processed, denominator: received}\n",
                      "- id: processed-within\n  sum: [processed]\n  at_most: [received]\n"};
  CHECK(checked(printed(office, "  received: 6000\n  processed: 5421\n  processed-rate: 96\n")) == kPath +
        ":11:3-11:17: figure-derived: the ratio processed-rate is never entered (here 96): processed 5421 of received 6000 make it 90.35\n");
  const auto files = printed(office, "  received: 6000\n  processed: 5421\n");
  CHECK(checked(files) == "");
  Diagnostics ignored;
  auto store = load_settings(files, ignored);
  REQUIRE(store);
  load_catalog(files, *store, ignored);
  const auto filing = load_filing(files, *store, AreaId{kArea}, OrgId{"ccb"}, *parse_period("2024-05"), ignored);
  const Indicator* rate = store->indicators.find(IndicatorId{"processed-rate"});
  REQUIRE(filing.report);
  REQUIRE(rate != nullptr);
  const auto value = figure_in(*filing.report, *rate, {}, *store);
  REQUIRE(value);
  CHECK(to_string(*value) == "90.35");
  // More processed than received, the other way to 96 %.
  CHECK(checked(printed(office, "  received: 5421\n  processed: 6000\n")) == kPath +
        ":10:3-10:12: figure-rule: the figures break the rule processed-within: processed 6000 must be at most received 5421\n");
}

TEST_CASE("published sums: 163.200.000 ngàn đồng and 50.700.00 ngàn đồng") {
  const Office office{"gifts-value: {label: Trị giá quà, unit: nghìn đồng, kind: flow, areas: add, usual_max: 1000000}\n", "[]\n"};
  CHECK(checked(printed(office, "  gifts-value: 163200000\n")) == kPath +
        ":9:3-9:14: (warning) figure-magnitude: gifts-value is given as 163200000, and is usually at most 1000000: perhaps it is in "
        "another unit\n");
  CHECK(checked(printed(office, "  gifts-value: 163200\n")) == "");
  for (const std::string grouped : {"163.200.000", "50.700.00", "163.200"}) {
    CAPTURE(grouped);
    const auto found = checked(printed(office, "  gifts-value: " + grouped + "\n"));
    CHECK(found.starts_with(kPath + ":9:16-9:" + std::to_string(16 + grouped.size()) + ": schema-type: "));
  }
}
