#include "tally/usual_range.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace nammo;

namespace {

std::vector<Decimal> decimals(const std::vector<const char*>& texts) {
  std::vector<Decimal> values;
  for (const char* text : texts) values.push_back(*parse_decimal(text));
  return values;
}

std::string range(const std::vector<const char*>& values, int factor = 3, const Grain& grain = {}) {
  const auto usual = usual_range(decimals(values), factor, grain);
  if (!usual) return "none";
  return to_string(usual->low) + ".." + to_string(usual->high) + " of " + std::to_string(usual->periods);
}

}  // namespace

// Each is reckoned by hand: sort, the middle m; the distances |x - m| sorted, their
// middle d; the width is the greatest of factor × d, m / 10 and 1.
TEST_CASE("usual range: median and median distance, by hand") {
  // 1 2 3 4 5 6 7 8 9: m 5; distances 0 1 1 2 2 3 3 4 4: d 2
  CHECK(range({"1", "2", "3", "4", "5", "6", "7", "8", "9"}, 2) == "1..9 of 9");
  CHECK(range({"9", "1", "8", "2", "7", "3", "6", "4", "5"}, 2) == "1..9 of 9");  // the order is nothing
  // 3 × 2 = 6: -1 to 11, and no count lies below zero
  CHECK(range({"1", "2", "3", "4", "5", "6", "7", "8", "9"}, 3) == "0..11 of 9");
  // 2 3 3 4 4 5 5 6: m (4 + 4) / 2 = 4; distances 0 0 1 1 1 1 2 2: d 1; factor 2: 2 to 6
  CHECK(range({"2", "3", "3", "4", "4", "5", "5", "6"}, 2) == "2..6 of 8");
  // 1 1 2 2 3 3 4 4: m 2.5; distances .5 .5 .5 .5 1.5 1.5 1.5 1.5: d 1; 3: -0.5 to 5.5, inward 0 to 5
  CHECK(range({"1", "1", "2", "2", "3", "3", "4", "4"}) == "0..5 of 8");
  // one week out of order moves neither: 4 4 4 4 5 5 5 90: m 4.5, distances .5 × 7, 85.5: d .5; 3 to 6
  CHECK(range({"4", "4", "4", "4", "5", "5", "5", "90"}) == "3..6 of 8");
}

TEST_CASE("usual range: where nothing moved, one more and a tenth more are nothing unusual") {
  CHECK(range({"4", "4", "4", "4", "4", "4", "4", "4"}) == "3..5 of 8");
  CHECK(range({"0", "0", "0", "0", "0", "0", "0", "0"}) == "0..1 of 8");
  // a tenth of 611 is 61.1: 549.9 to 672.1
  CHECK(range({"611", "611", "611", "611", "611", "611", "611", "611"}) == "550..672 of 8");
}

TEST_CASE("usual range: figures with decimals and ratios") {
  // m 12.5, all distances 0: a tenth is 1.25, 11.25 to 13.75; in tenths, inward
  const std::vector<const char*> same(8, "12.5");
  CHECK(range(same, 3, {1, false}) == "11.3..13.7 of 8");
  // per cent: one point at least; 5.0 ± 1.0, where a tenth would be 0.5
  CHECK(range(std::vector<const char*>(8, "5"), 3, {1, true}) == "4.0..6.0 of 8");
  // six decimals are rounded before they are compared: 0.333333 is 0.3
  CHECK(to_string(to_grain(*parse_decimal("66.666667"), {1, true})) == "66.7");
  CHECK(to_string(to_grain(*parse_decimal("0.25"), {1, true})) == "0.3");
  CHECK(to_string(to_grain(*parse_decimal("-0.25"), {1, true})) == "-0.3");
  CHECK(to_string(to_grain(*parse_decimal("7"), {2, false})) == "7.00");
}

TEST_CASE("usual range: below zero") {
  // -4 × 8: m -4, d 0: one to either side, and zero is no end of it
  CHECK(range(std::vector<const char*>(8, "-4")) == "-5..-3 of 8");
  // -3 -3 -2 -2 -1 -1 0 0: m -1.5, distances .5 × 4, 1.5 × 4: d 1; 3: -4.5 to 1.5
  CHECK(range({"-3", "-3", "-2", "-2", "-1", "-1", "0", "0"}) == "-4..1 of 8");
}

TEST_CASE("usual range: none with fewer than eight values") {
  std::vector<const char*> values;
  for (int count = 0; count < 8; ++count) {
    CAPTURE(count);
    CHECK(range(values) == "none");
    values.push_back("4");
  }
  CHECK(range(values) != "none");
}
