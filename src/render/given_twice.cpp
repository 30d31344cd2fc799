#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/figure_rows.h"
#include "render/figure_table.h"
#include "render/wording.h"

namespace nammo {
namespace {

std::string with_share(const Total& total, Language language) {
  return number_text(*total.value, language) + " (" + share_text(total) + ")";
}

std::string signed_difference(const Decimal& given, const Decimal& derived, Language language) {
  const Decimal difference = given + Decimal{-derived.digits, derived.scale};
  return (Decimal{} < difference ? "+" : "") + number_text(difference, language);
}

// Not what is reckoned from entries, nor the zero of a nil report.
bool is_entered(const std::vector<Delivery>& deliveries, const IndicatorId& indicator) {
  return std::any_of(deliveries.begin(), deliveries.end(), [&](const Delivery& delivery) {
    return delivery.standing.counts && delivery.filing.report && delivery.filing.report->figure(indicator) != nullptr;
  });
}

}  // namespace

std::vector<std::string> given_twice(const Document& document, const Source& source) {
  const Language language = document.language();
  const Question& question = source.report->question;
  const ReportType* base = document.store.regime.find(question.type->figures_from);
  std::vector<std::string> sentences;
  if (base == nullptr) return sentences;
  const Tally entered(document.store, source.report->deliveries);
  for (const Indicator* indicator : indicators_of(document.store, *source.report, document.options.figures)) {
    if (!is_entered(source.report->deliveries, indicator->id)) continue;
    const Total given = entered.total(question.area, *indicator);
    const Total derived = source.tally.total(question.area, *indicator);
    if (!given.value || !derived.value || *given.value == *derived.value) continue;
    std::string label = indicator->label.in(language);
    if (label.starts_with("- ")) label.erase(0, 2);  // a part of the one above it in the table
    sentences.push_back(say_in(language, msg::given_twice, label, uncapitalised(base->label.in(language)),
                               with_share(derived, language), uncapitalised(question.type->label.in(language)),
                               with_share(given, language), signed_difference(*given.value, *derived.value, language)));
  }
  return sentences;
}

}  // namespace nammo
