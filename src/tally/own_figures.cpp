#include "nammo/tally.h"
#include "tally/figure_index.h"

#include <cstddef>

namespace nammo {
namespace {

using Index = FigureIndex;

// Where one report stands among the others of its period.
struct Seat {
  std::size_t slot = 0;
  bool above = false;  // some area below reports too
};

void add_figure(OwnFigure figure, const Index::Column& column, const Seat& seat, std::vector<OwnFigure>& figures) {
  const bool only_claims = seat.above && figure.indicator->areas == AreaRule::reconcile;
  const Index::Entry* entry = figure.withheld ? nullptr : entry_at(column, seat.slot);
  if (entry != nullptr) {
    (only_claims ? figure.claim : figure.value) = entry->value();
    figure.estimate = entry->estimate;
  }
  if (entry != nullptr || figure.withheld || !only_claims) figures.push_back(figure);
}

}  // namespace

std::vector<OwnFigure> Tally::own_figures(const AreaId& area, const Period& period) const {
  std::vector<OwnFigure> figures;
  const auto slot = index_->find(area, period);
  if (!slot) return figures;
  const Seat seat{*slot, !index_->slot(*slot).lowest};
  for (const Indicator& indicator : store_->indicators.items) {
    const Index::Series* series = index_->series(indicator.id);
    if (series == nullptr || (seat.above && indicator.areas == AreaRule::lowest)) continue;
    // What is reckoned from entries is one number, whatever the list.
    if (series->list == nullptr || indicator.from) {
      add_figure({&indicator, nullptr, {}, {}, false, false}, series->all, seat, figures);
      continue;
    }
    for (std::size_t i = 0; i < series->codes.size(); ++i) {
      const Code& code = series->list->codes[i];
      add_figure({&indicator, &code, {}, {}, false, withheld(area, code)}, series->codes[i], seat, figures);
    }
  }
  return figures;
}

}  // namespace nammo
