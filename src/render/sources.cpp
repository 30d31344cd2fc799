#include "render/sources.h"

#include <utility>

#include "render/figure_rows.h"

namespace nammo {
namespace {

// Not submitted, or edited after a return and not submitted again (DESIGN 5).
bool is_draft(const Delivery& delivery) {
  const State state = delivery.standing.state;
  return !delivery.filing.report->submitted || state == State::draft ||
         (state == State::missing && delivery.filing.review && delivery.filing.review->state == ReviewState::returned);
}

}  // namespace

std::vector<Source> read_sources(const Store& store, const Consolidated& report, TextDepth depth) {
  std::vector<Source> sources;
  for (const Consolidated* one : sources_of(report)) {
    Source source{one, Tally(store, one->figure_deliveries()),
                  select_texts(*one, depth)};
    const bool spoken_for = !sources.empty() && sources.front().texts.own;
    if (spoken_for && depth == TextDepth::speaking) keep_carried_up(source.texts);
    sources.push_back(std::move(source));
  }
  return sources;
}

Absences absences_of(const Consolidated& report) {
  Absences absences;
  for (const auto& delivery : report.figure_deliveries()) {
    const auto& [state, timeliness] = std::pair{delivery.standing.state, delivery.standing.timeliness};
    const bool counts = delivery.standing.counts;
    if (state == State::missing) absences.missing.push_back(&delivery);
    if (state == State::returned) absences.returned.push_back(&delivery);
    if (state == State::upcoming) absences.upcoming.push_back(&delivery);
    if (counts && timeliness == Timeliness::late) absences.late.push_back(&delivery);
    const auto& filing = delivery.filing;
    if (filing.unreadable) {
      absences.unreadable.push_back(&delivery);
    } else if (filing.report && is_draft(delivery)) {
      absences.drafts.push_back(&delivery);
    }
    if (counts && filing.report && filing.report->nil) absences.nil.push_back(&delivery);
  }
  return absences;
}

}  // namespace nammo
