#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/catalogue/rules.h"
#include "rules/report_rules.h"
#include "tally/exact.h"

namespace nammo::rules {
namespace {

using std::size_t;

// A slip of a thousand, with room for what a figure changes from period to period.
constexpr int kLeastTimes = 500;
constexpr int kMostTimes = 2000;
constexpr size_t kFewestEarlier = 2;
constexpr int kPeriodsCompared = 4;

// Below this nothing can be five hundred times what it usually is.
bool is_large(const Decimal& value) { return !(value < Decimal{kLeastTimes, 0}); }

struct EarlierNumber {
  Location where;
  Period period;
  Decimal value;
};

// The number for a code, or the one number where there are no codes.
std::optional<Decimal> number_in(const Figure& figure, const CodeId& code) {
  if (code.empty()) return figure.value;
  const auto found = std::find_if(figure.codes.begin(), figure.codes.end(), [&](const auto& given) { return given.first == code; });
  return found == figure.codes.end() ? std::nullopt : std::optional{found->second};
}

// What the area gave in the periods before, without zeros.
std::vector<EarlierNumber> earlier_numbers(const JudgedReport& judged, const IndicatorId& indicator, const CodeId& code) {
  std::vector<EarlierNumber> numbers;
  for (const EarlierFigures& earlier : judged.earlier_figures) {
    const auto apart = distance(earlier.period, judged.report.period);
    if (!apart || *apart < 1 || *apart > kPeriodsCompared) continue;
    const auto figure = std::find_if(earlier.figures.begin(), earlier.figures.end(),
                                     [&](const Figure& one) { return one.indicator == indicator; });
    if (figure == earlier.figures.end()) continue;
    const auto value = number_in(*figure, code);
    if (!value || !(Decimal{} < *value)) continue;
    const auto file = report_path(judged.report.area, judged.report.org, earlier.period);
    numbers.push_back({{file, figure->place}, earlier.period, *value});
  }
  return numbers;
}

// Twice the median, which is exact.
Decimal double_median(const std::vector<EarlierNumber>& numbers) {
  std::vector<Decimal> values;
  for (const EarlierNumber& number : numbers) values.push_back(number.value);
  std::sort(values.begin(), values.end());
  ExactSum twice;
  twice.add(values[(values.size() - 1) / 2]);
  twice.add(values[values.size() / 2]);
  return twice.value().value_or(Decimal{});
}

Decimal half(const Decimal& value) {
  return value.digits % 2 == 0 ? Decimal{value.digits / 2, value.scale} : Decimal{value.digits * 5, value.scale + 1};
}

// To the nearest whole.
std::int64_t whole(Decimal value) {
  for (; value.scale > 0; --value.scale) value.digits = (value.digits + (value.scale == 1 ? 5 : 0)) / 10;
  return value.digits;
}

std::string number_name(const IndicatorId& indicator, const CodeId& code) {
  return printable(code.empty() ? indicator.str() : indicator.str() + "." + code.str());
}

void compare(const JudgedReport& judged, const Figure& figure, const CodeId& code, const Decimal& value, const Finder& finder) {
  if (!is_large(value)) return;
  const Indicator* indicator = judged.background.store.indicators.find(figure.indicator);
  const auto earlier = earlier_numbers(judged, figure.indicator, code);
  if (indicator == nullptr || earlier.size() < kFewestEarlier) return;
  const Decimal twice = double_median(earlier);
  // Counts of a few jump by themselves.
  if (twice < Decimal{indicator->decimals > 0 ? 2 : 20, 0}) return;
  const auto times = divide({value.digits * 2, value.scale}, twice, 0);
  if (!times || *times < Decimal{kLeastTimes, 0} || Decimal{kMostTimes, 0} < *times) return;
  std::vector<Related> related;
  for (const EarlierNumber& number : earlier) {
    related.push_back({number.where, say(msg::magnitude_earlier, to_string(number.period), to_string(number.value))});
  }
  finder.add({judged.report.file, figure.place},
             say(msg::magnitude_times, number_name(figure.indicator, code), to_string(value), whole(*times),
                 to_string(half(twice)), earlier.size()),
             say(msg::magnitude_help, indicator->unit), std::move(related));
}

std::optional<Decimal> whole_number(const Figure& figure) {
  if (figure.codes.empty()) return figure.value;
  ExactSum sum;
  for (const auto& given : figure.codes) sum.add(given.second);
  return sum.value();
}

// True when the indicator says up to where its figures usually go, and this one is
// beyond it.
bool exceeds_usual(const JudgedReport& judged, const Figure& figure, const Finder& finder) {
  const auto& bounded = judged.background.bounded;
  const auto found = std::find_if(bounded.begin(), bounded.end(), [&](const Indicator* one) { return one->id == figure.indicator; });
  if (found == bounded.end()) return false;
  const Indicator& indicator = **found;
  const auto value = whole_number(figure);
  if (!value || !(*indicator.usual_max < *value)) return false;
  finder.add({judged.report.file, figure.place},
             say(msg::magnitude_max, printable(figure.indicator.str()), to_string(*value), to_string(*indicator.usual_max)),
             say(msg::magnitude_help, indicator.unit),
             {{{"catalog/indicators.yaml", indicator.place}, say(msg::magnitude_declared)}});
  return true;
}

// What happened in a period, or since the year began, cannot be fewer than none.
bool is_negative(const JudgedReport& judged, const Figure& figure, const CodeId& code, const Decimal& value, const Finder& finder) {
  const Indicator* indicator = judged.background.store.indicators.find(figure.indicator);
  const bool counts_up = indicator != nullptr && (indicator->kind == IndicatorKind::flow || indicator->kind == IndicatorKind::ytd);
  if (!counts_up || !(value < Decimal{})) return false;
  finder.add({judged.report.file, figure.place}, say(msg::magnitude_negative, number_name(figure.indicator, code), to_string(value)),
             say(msg::magnitude_negative_help));
  return true;
}

void judge(const JudgedReport& judged, const Figure& figure, const CodeId& code, const Decimal& value, const Finder& finder) {
  if (!is_negative(judged, figure, code, value, finder)) compare(judged, figure, code, value, finder);
}

}  // namespace

void judge_magnitude(const JudgedReport& judged, const Finder& finder) {
  for (const Figure& figure : judged.report.figures) {
    if (exceeds_usual(judged, figure, finder)) continue;
    if (figure.value) judge(judged, figure, {}, *figure.value, finder);
    for (const auto& [code, value] : figure.codes) judge(judged, figure, code, value, finder);
  }
}

}  // namespace nammo::rules
