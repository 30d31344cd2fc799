#include "render/figure_table.h"

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/wording.h"

namespace nammo {
namespace {

std::string value_text(const Decimal& value, bool estimate, const Indicator& indicator, Language language) {
  const bool ratio = indicator.kind == IndicatorKind::ratio;
  const auto text = number_text(ratio ? rounded(value) : value, language);
  return estimate ? say_in(language, msg::figure_estimate, text) : text;
}

std::string missing_text(Marks& marks) {
  marks.missing = true;
  return "…";
}

std::string none_text(Marks& marks) {
  marks.none = true;
  return "-";
}

std::string not_collected_text(Marks& marks) {
  marks.not_collected = true;
  return "x";
}

}  // namespace

std::string marks_key(const Marks& marks, Language language) {
  std::vector<std::string> words;
  if (marks.missing) words.push_back(say_in(language, msg::key_missing));
  if (marks.none) words.push_back(say_in(language, msg::key_none));
  if (marks.not_collected) words.push_back(say_in(language, msg::key_not_collected));
  if (marks.withheld) words.push_back(say_in(language, msg::key_withheld));
  return join(words, "; ");
}

std::string figure_text(const Total& total, const Indicator& indicator, Marks& marks, Language language) {
  if (total.value) return value_text(*total.value, total.estimate, indicator, language);
  if (indicator.kind == IndicatorKind::ratio && total.reported > 0) return none_text(marks);
  return total.expected == 0 ? not_collected_text(marks) : missing_text(marks);
}

std::string figure_text(const OwnValue& own, bool of_nothing, const Indicator& indicator, Marks& marks,
                        Language language) {
  if (own.value) return value_text(*own.value, own.estimate, indicator, language);
  if (of_nothing) return none_text(marks);
  return own.status == OwnValue::Status::not_collected ? not_collected_text(marks) : missing_text(marks);
}

std::string share_text(const Total& total) {
  return std::to_string(total.reported) + "/" + std::to_string(total.expected);
}

std::string indicator_label(const Document& document, const Indicator& indicator, const Total& total) {
  const Language language = document.language();
  const std::string& label = indicator.label.in(language);
  if (indicator.kind != IndicatorKind::stock && indicator.kind != IndicatorKind::ytd) return label;
  const auto day = short_day_text(last_day_of(document), language);
  if (!total.as_of) return say_in(language, msg::figure_as_of_day, label, day);
  return say_in(language, msg::figure_as_of_period, label, day, uncapitalised(period_text(*total.as_of, language)));
}

}  // namespace nammo
