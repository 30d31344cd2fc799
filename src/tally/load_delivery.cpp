#include <algorithm>
#include <utility>
#include <vector>

#include "nammo/deliveries.h"
#include "tally/load_deliveries.h"

namespace nammo {

std::optional<Delivery> load_delivery(const FileReader& files, const Store& store, const ReportType& type,
                                      const ReportKey& key, Instant now, Diagnostics& diagnostics) {
  if (type.period == PeriodKind::adhoc) return load_adhoc_report(files, store, type, key, now, diagnostics);
  std::vector<Obligation> obligations = expand(type, key.period, key.area, store);
  std::erase_if(obligations, [&](const Obligation& o) {
    return o.kind != ObligationKind::report || o.area != key.area || o.org != key.org;
  });
  auto deliveries = load_deliveries(files, store, std::move(obligations), now, diagnostics);
  return deliveries.empty() ? std::nullopt : std::optional{std::move(deliveries.front())};
}

}  // namespace nammo
