#include <algorithm>
#include <vector>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/matters.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

// When it happened, as the reports tell; of one day, of several, or the period of the
// report where none names a day.
std::string days_text(const Document& document, const Told<Situation>& told) {
  const Language language = document.language();
  std::vector<Date> days;
  for (const auto& one : told.earlier) {
    if (one.entry->date) days.push_back(*one.entry->date);
  }
  if (told.entry->date) days.push_back(*told.entry->date);
  if (days.empty()) return {};
  const auto [first, last] = std::minmax_element(days.begin(), days.end());
  if (*first == *last) return say_in(language, msg::course_day, day_text(*first, language));
  return say_in(language, msg::course_days, day_text(*first, language), day_text(*last, language));
}

std::string change_text(const Told<Situation>& told, Language language) {
  switch (turn_of(told)) {
    case Turn::worse: return say_in(language, msg::course_worse, word(told.earlier.front().entry->severity, language));
    case Turn::better: return say_in(language, msg::course_better, word(gravest(told), language));
    case Turn::closed:
      return gravest(told) == MatterSeverity::normal ? std::string{}
                                                      : say_in(language, msg::course_gravest, word(gravest(told), language));
    case Turn::fresh:
    case Turn::open: return {};  // its status says it
  }
  return {};
}

}  // namespace

std::string course_text(const Document& document, const Told<Situation>& told) {
  const Language language = document.language();
  const bool own = told.by->obligation.period == document.question().period;
  if (own && told.earlier.empty()) return {};
  const auto period = own ? std::string{}
                          : say_in(language, msg::course_last_told,
                                   uncapitalised(period_text(told.by->obligation.period, language)));
  const auto times = told.earlier.empty() ? std::string{} : say_in(language, msg::told_in_reports, told.earlier.size() + 1);
  return join({days_text(document, told), times, period, change_text(told, language)}, ", ");
}

}  // namespace nammo
