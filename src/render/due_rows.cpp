#include <array>

#include "nammo/due_views.h"
#include "render/csv.h"
#include "render/json.h"

namespace nammo {
namespace {

constexpr std::array<const char*, 13> kColumns{"report",      "org", "area", "period", "kind",
                                               "window_start", "window_end", "due_nominal", "due", "to",
                                               "state",       "submitted", "returned_due"};

// The values of a row in the order of kColumns; null for what there is not.
std::array<Json, kColumns.size()> row_of(const Store& store, const Delivery& delivery) {
  const auto at = [&](Instant instant) { return Json(format_instant(instant, store.zone)); };
  const auto perhaps = [&](const std::optional<Instant>& instant) { return instant ? at(*instant) : Json(nullptr); };
  const Obligation& o = delivery.obligation;
  const bool post = o.kind == ObligationKind::post;
  Json to = Json::array();
  for (const RecipientId& recipient : o.to) to.push_back(recipient.str());
  return {o.report.str(),     o.org.str(),       o.area.str(),      to_string(o.period),
          post ? "post" : "report", at(o.window.start), at(o.window.end), at(o.due_nominal), at(o.due),
          std::move(to),      post && !delivery.standing.submitted ? Json(nullptr) : Json(to_string(delivery.standing.state)),
          perhaps(delivery.standing.submitted), perhaps(delivery.standing.returned_due)};
}

std::string cell_of(const Json& value) {
  if (value.is_null()) return {};
  if (!value.is_array()) return value.get<std::string>();
  std::string joined;
  for (const Json& one : value) joined += (joined.empty() ? "" : " ") + one.get<std::string>();
  return joined;
}

}  // namespace

std::string due_csv(const Store& store, std::span<const Delivery> deliveries) {
  CsvWriter csv(CsvDialect::standard);
  for (const char* column : kColumns) csv.cell(column);
  csv.end_row();
  for (const Delivery& delivery : deliveries) {
    for (const Json& value : row_of(store, delivery)) csv.cell(cell_of(value));
    csv.end_row();
  }
  return csv.take();
}

std::string due_json(const Store& store, std::span<const Delivery> deliveries) {
  Json rows = Json::array();
  for (const Delivery& delivery : deliveries) {
    Json row = Json::object();
    auto values = row_of(store, delivery);
    for (std::size_t i = 0; i < kColumns.size(); ++i) row[kColumns[i]] = std::move(values[i]);
    rows.push_back(std::move(row));
  }
  return json_text(rows);
}

}  // namespace nammo
