#include <utility>

#include "nammo/deliveries.h"
#include "tally/load_deliveries.h"

namespace nammo {

std::optional<Delivery> load_delivery(const FileReader& files, const Store& store, const ReportType& type,
                                      const ReportKey& key, Instant now, Diagnostics& diagnostics) {
  if (type.period == PeriodKind::adhoc) return load_adhoc_report(files, store, type, key, now, diagnostics);
  auto obligations = own_obligations(type, key.org, key.period, key.area, store);
  auto deliveries = load_deliveries(files, store, std::move(obligations), now, diagnostics);
  return deliveries.empty() ? std::nullopt : std::optional{std::move(deliveries.front())};
}

}  // namespace nammo
