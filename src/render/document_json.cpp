#include "nammo/render.h"
#include "render/code_names.h"
#include "render/figure_rows.h"
#include "render/json.h"
#include "render/sources.h"
#include "render/texts_json.h"

namespace nammo {
namespace {

Json number_of(const std::optional<Decimal>& value) {
  if (!value) return nullptr;
  return Json::parse(to_string(*value), nullptr, false);
}

Json json_of(const FigureRow& row, Language language) {
  Json json;
  json["report"] = row.question->type->id.str();
  json["period"] = to_string(row.question->period);
  json["org"] = row.question->org.str();
  json["area"] = row.area->id.str();
  json["area_name"] = row.area->name;
  json["level"] = row.area->level.str();
  json["indicator"] = row.indicator->id.str();
  json["breakdown"] = row.breakdown.str();
  json["unit"] = row.indicator->unit.in(language);
  json["kind"] = code_of(row.indicator->kind);
  json["value"] = number_of(row.total.value);
  json["reported"] = row.total.reported;
  json["expected"] = row.total.expected;
  json["as_of"] = row.total.as_of ? Json(to_string(*row.total.as_of)) : Json(nullptr);
  return json;
}

Json json_of(const Store& store, const Delivery& delivery) {
  const auto& [obligation, filing, standing] = delivery;
  const auto moment = [&](const std::optional<Instant>& at) {
    return at ? Json(format_instant(*at, store.zone)) : Json(nullptr);
  };
  const Area* area = store.areas.find(obligation.area);
  Json json;
  json["org"] = obligation.org.str();
  json["area"] = obligation.area.str();
  json["area_name"] = area == nullptr ? obligation.area.str() : area->name;
  json["period"] = to_string(obligation.period);
  json["due"] = moment(obligation.due);
  json["submitted"] = moment(standing.submitted);
  json["returned_due"] = moment(standing.returned_due);
  if (standing.state == State::returned) json["because"] = standing.because;
  return json;
}

void add(const Store& store, const std::vector<const Delivery*>& deliveries, Json& list) {
  for (const Delivery* delivery : deliveries) list.push_back(json_of(store, *delivery));
}

}  // namespace

std::string document_json(const Store& store, const Consolidated& report, const DocumentOptions& options) {
  Json json;
  for (const char* key : {"figures", "texts", "missing", "late", "returned", "drafts", "unreadable", "nil"}) {
    json[key] = Json::array();
  }
  for (const auto& row : figure_rows(store, report)) json["figures"].push_back(json_of(row, options.language));
  for (const auto& source : read_sources(store, report, options.texts)) {
    add_texts(store, source, json["texts"]);
    const auto absences = absences_of(*source.report);
    add(store, absences.missing, json["missing"]);
    add(store, absences.late, json["late"]);
    add(store, absences.returned, json["returned"]);
    add(store, absences.drafts, json["drafts"]);
    add(store, absences.unreadable, json["unreadable"]);
    add(store, absences.nil, json["nil"]);
  }
  return json_text(json);
}

}  // namespace nammo
