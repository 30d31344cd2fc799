#include <array>
#include <vector>

#include "nammo/status_views.h"
#include "render/csv.h"
#include "render/json.h"

namespace nammo {
namespace {

constexpr std::array kColumns{"report", "org", "area", "period", "state", "nil", "due", "submitted", "officer", "returned_due"};
constexpr std::array kOfGit{"first_commit", "reached", "claimed_early"};
constexpr std::string_view kUnexpected = "unexpected";

using Row = std::vector<Json>;  // null: nothing there

Json moment(const std::optional<Instant>& at, const Store& store) {
  return at && *at != kNeverDue ? Json(format_instant(*at, store.zone)) : Json(nullptr);
}

Json nil_of(const Filing& filing, Instant now) {
  const auto nil = says_nil(filing, now);
  return nil ? Json(*nil) : Json(nullptr);
}

Json id_of(const std::string& id) { return id.empty() ? Json(nullptr) : Json(id); }

Row row_of(const Delivery& delivery, const Store& store, Instant now) {
  const Obligation& o = delivery.obligation;
  const Standing& standing = delivery.standing;
  return {o.report.str(),      o.org.str(),
          o.area.str(),        to_string(o.period),
          to_string(standing.state), nil_of(delivery.filing, now),
          moment(o.due, store), moment(standing.submitted, store),
          id_of(responsible_officer(store, o).str()), moment(standing.returned_due, store)};
}

Row row_of(const UnexpectedReport& report, const Store& store, Instant now) {
  return {id_of(report.report.str()), report.org.str(), report.area.str(), to_string(report.period), kUnexpected,
          nil_of(report.filing, now), nullptr, moment(report.standing.submitted, store), nullptr,
          moment(report.standing.returned_due, store)};
}

std::vector<const char*> columns_of(const Status& status) {
  std::vector<const char*> columns(kColumns.begin(), kColumns.end());
  if (status.evidence) columns.insert(columns.end(), kOfGit.begin(), kOfGit.end());
  return columns;
}

// `one`: of an obligation, or a report that nobody expects.
void add_evidence(const auto& one, const Standing& standing, const Store& store, const Status& status, Row& row) {
  if (!status.evidence) return;
  const auto times = status.evidence->of(report_path(one.area, one.org, one.period));
  row.push_back(moment(times.first, store));
  row.push_back(moment(times.reached, store));
  row.push_back(standing.submitted ? Json(is_claimed_early(*standing.submitted, times)) : Json(nullptr));
}

std::vector<Row> rows_of(const Store& store, const Status& status) {
  std::vector<Row> rows;
  for (const Delivery& delivery : status.deliveries) {
    rows.push_back(row_of(delivery, store, status.now));
    add_evidence(delivery.obligation, delivery.standing, store, status, rows.back());
  }
  for (const UnexpectedReport& report : status.unexpected) {
    rows.push_back(row_of(report, store, status.now));
    add_evidence(report, report.standing, store, status, rows.back());
  }
  return rows;
}

}  // namespace

std::string status_csv(const Store& store, const Status& status) {
  CsvWriter csv(CsvDialect::standard);
  for (const char* column : columns_of(status)) csv.cell(column);
  csv.end_row();
  for (const Row& row : rows_of(store, status)) {
    for (const Json& value : row) csv.cell(value.is_string() ? value.get<std::string>() : value.is_null() ? "" : value.dump());
    csv.end_row();
  }
  return csv.take();
}

std::string status_json(const Store& store, const Status& status) {
  Json list = Json::array();
  const auto columns = columns_of(status);
  for (const Row& row : rows_of(store, status)) {
    Json item;
    for (std::size_t i = 0; i < row.size(); ++i) item[columns[i]] = row[i];
    list.push_back(std::move(item));
  }
  return json_text(list);
}

}  // namespace nammo
