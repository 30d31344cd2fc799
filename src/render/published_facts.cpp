#include "nammo/publication.h"
#include "render/figure_rows.h"

namespace nammo {
namespace {

PublishedDelivery delivery_of(const Delivery& delivery) {
  const Obligation& o = delivery.obligation;
  PublishedDelivery one{o.report, o.org, o.area, o.period, o.due, delivery.standing.submitted};
  if (o.due == kNeverDue) one.due.reset();
  return one;
}

void sort_deliveries(const std::vector<Delivery>& deliveries, Published& published) {
  for (const Delivery& delivery : deliveries) {
    if (!delivery.standing.counts) published.missing.push_back(delivery_of(delivery));
    if (delivery.standing.counts && delivery.standing.timeliness == Timeliness::late) {
      published.late.push_back(delivery_of(delivery));
    }
  }
}

}  // namespace

Published published_facts(const Store& store, const Consolidated& report) {
  Published published;
  published.report = report.question.type->id;
  for (const FigureRow& row : figure_rows(store, report)) {
    published.figures.push_back({row.question->org, row.area->id, row.indicator->id, row.breakdown, row.total.value,
                                 row.total.reported, row.total.expected, row.total.as_of});
  }
  for (const Consolidated* source : sources_of(report)) {
    sort_deliveries(source->deliveries, published);
    sort_deliveries(source->figures, published);
  }
  return published;
}

}  // namespace nammo
