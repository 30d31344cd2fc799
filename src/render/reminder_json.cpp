#include "nammo/reminder_views.h"
#include "render/json.h"

namespace nammo {
namespace {

Json report_json(const Store& store, const OwedReport& report) {
  const Obligation& o = report.delivery.obligation;
  const Standing& standing = report.delivery.standing;
  const auto at = [&](Instant instant) { return Json(format_instant(instant, store.zone)); };
  Json object = Json::object();
  object["report"] = o.report.str();
  object["org"] = o.org.str();
  object["area"] = o.area.str();
  object["period"] = to_string(o.period);
  object["state"] = to_string(standing.state);
  object["due"] = o.due == kNeverDue ? Json(nullptr) : at(o.due);
  object["returned_due"] = standing.returned_due ? at(*standing.returned_due) : Json(nullptr);
  object["deadline"] = deadline_of(report.delivery) == kNeverDue ? Json(nullptr) : at(deadline_of(report.delivery));
  object["rung"] = report.rung && report.rung->offset ? Json(report.rung->offset->count()) : Json(nullptr);
  object["told"] = report.told;
  return object;
}

}  // namespace

std::string reminders_json(const Store& store, std::span<const Digest> digests) {
  Json rows = Json::array();
  for (const Digest& digest : digests) {
    const auto officer = store.officers.find(digest.officer);
    const bool known = officer != store.officers.end();
    Json row = Json::object();
    row["officer"] = digest.officer.str();
    row["name"] = known ? Json(officer->second.name) : Json(nullptr);
    row["email"] = known && !officer->second.email.empty() ? Json(officer->second.email) : Json(nullptr);
    row["audience"] = digest.audience == Audience::supervisor ? "supervisor" : "officer";
    row["reports"] = Json::array();
    for (const OwedReport& report : digest.reports) row["reports"].push_back(report_json(store, report));
    rows.push_back(std::move(row));
  }
  return json_text(rows);
}

}  // namespace nammo
