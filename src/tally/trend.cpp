#include "nammo/trend.h"

#include <algorithm>
#include <optional>
#include <span>

#include "tally/trend_texts.h"
#include "tally/usual_range.h"

namespace nammo {
namespace {

constexpr Grain kAreas{};  // they are counted

using Earlier = std::span<const PastPeriod* const>;

// Half is enough to speak for the rest; less is not.
bool rests_on_half(int reported, int expected) { return reported > 0 && 2 * reported >= expected; }

// An earlier value that stands for as much as the one of now: the areas of a pilot
// that has doubled are not a rise.
bool comparable(int reported, int expected, int reported_now) {
  return rests_on_half(reported, expected) && 2 * reported >= reported_now;
}

Grain grain_of(const Indicator& indicator) {
  if (indicator.kind == IndicatorKind::ratio) return {1, indicator.unit.vi == "%"};
  return {indicator.decimals, indicator.decimals == 0};
}

std::optional<Rise> rise_of_figure(const Indicator& indicator, const Total& now, Earlier earlier, int factor) {
  if (!now.value || !rests_on_half(now.reported, now.expected)) return std::nullopt;
  std::vector<Decimal> values;
  for (const PastPeriod* past : earlier) {
    const auto total = past->totals.find(indicator.id);
    if (total == past->totals.end() || !total->second.value) continue;
    if (!comparable(total->second.reported, total->second.expected, now.reported)) continue;
    values.push_back(*total->second.value);
  }
  const Grain grain = grain_of(indicator);
  const auto usual = usual_range(values, factor, grain);
  const Decimal value = to_grain(*now.value, grain);
  if (!usual || !(usual->high < value)) return std::nullopt;
  return Rise{Rise::Of::figure, &indicator, {}, value, *usual, now.reported, now.expected};
}

void add_figures(const Store& store, const PastPeriod& now, Earlier earlier, int factor, Trend& trend) {
  for (const Indicator& indicator : store.indicators.items) {
    const auto total = now.totals.find(indicator.id);
    if (total == now.totals.end()) continue;
    if (const auto rise = rise_of_figure(indicator, total->second, earlier, factor)) trend.rises.push_back(*rise);
  }
}

// The earlier periods in which as many areas reported as may be compared with now.
std::vector<const PastPeriod*> well_reported(const PastPeriod& now, Earlier earlier) {
  std::vector<const PastPeriod*> well;
  for (const PastPeriod* past : earlier) {
    if (comparable(past->reporting, past->expected, now.reporting)) well.push_back(past);
  }
  return well;
}

int mentions(const PastPeriod& period, const Subject& subject, int Mentions::* count) {
  const auto found = period.subjects.find(subject);
  return found == period.subjects.end() ? 0 : found->second.*count;
}

void add_subject(const PastPeriod& now, const Subject& subject, Earlier well, int factor, Trend& trend) {
  for (const auto& [of, count] : {std::pair{Rise::Of::subject, &Mentions::areas},
                                  std::pair{Rise::Of::unease, &Mentions::uneasy}}) {
    std::vector<Decimal> values;
    for (const PastPeriod* past : well) values.push_back({mentions(*past, subject, count), 0});
    const auto usual = usual_range(values, factor, kAreas);
    const Decimal value{mentions(now, subject, count), 0};
    if (!usual || !(usual->high < value)) continue;
    trend.rises.push_back(Rise{of, nullptr, subject, value, *usual, now.reporting, now.expected});
  }
}

bool is_new(const Subject& subject, Earlier earlier) {
  return std::none_of(earlier.begin(), earlier.end(),
                      [&](const PastPeriod* past) { return past->subjects.contains(subject); });
}

void add_subjects(const PastPeriod& now, Earlier earlier, int factor, Trend& trend) {
  const auto well = well_reported(now, earlier);
  const bool enough = static_cast<int>(well.size()) >= kFewestEarlier;
  for (const auto& [subject, mentioned] : now.subjects) {
    if (enough && is_new(subject, earlier)) {
      trend.fresh.push_back(NewSubject{subject, mentioned.areas, now.reporting, now.expected, trend.periods});
    } else if (rests_on_half(now.reporting, now.expected)) {
      add_subject(now, subject, well, factor, trend);
    }
  }
}

const PastPeriod* directly_before(const Period& period, Earlier earlier) {
  const bool there = !earlier.empty() && earlier.back()->period == advance(period, -1);
  return there ? earlier.back() : nullptr;
}

bool has_report(const PastPeriod* past) { return past->reports > 0; }

enum class Spoken { by_itself, by_another };

Trend find_trend(const Store& store, const Consolidated& report, const Past& past, Spoken spoken) {
  std::vector<const PastPeriod*> earlier;
  for (const PastPeriod& period : past.periods) {
    if (period.org == report.question.org) earlier.push_back(&period);
  }
  Trend trend;
  trend.org = report.question.org;
  trend.periods = static_cast<int>(std::count_if(earlier.begin(), earlier.end(), has_report));
  const int factor = report.question.type->trend.factor;
  const PastPeriod now = remember(store, report);
  add_figures(store, now, earlier, factor, trend);
  add_subjects(now, earlier, factor, trend);
  Texts texts = select_texts(report.deliveries, report.question.area, TextDepth::speaking);
  if (spoken == Spoken::by_another) keep_carried_up(texts);
  trend.worsened = find_worsened(texts.situation, directly_before(report.question.period, earlier));
  trend.unanswered = find_unanswered(texts.proposals, earlier);
  return trend;
}

}  // namespace

bool Trend::empty() const { return rises.empty() && fresh.empty() && worsened.empty() && unanswered.empty(); }

std::vector<Trend> find_trends(const Store& store, const Consolidated& report, const Past& past) {
  const Delivery* own = report.find(report.question.area);
  const Spoken others = own != nullptr && own->standing.counts ? Spoken::by_another : Spoken::by_itself;
  std::vector<Trend> trends{find_trend(store, report, past, Spoken::by_itself)};
  for (const Consolidated& gathered : report.gathered) trends.push_back(find_trend(store, gathered, past, others));
  return trends;
}

}  // namespace nammo
