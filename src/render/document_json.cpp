#include "nammo/render.h"
#include "render/figure_columns.h"
#include "render/json.h"
#include "render/sources.h"
#include "render/texts_json.h"
#include "render/trend_json.h"

namespace nammo {
namespace {

Json json_of(const FigureField& field, std::string_view column) {
  if (!field.is_number) return column == "as_of" && field.text.empty() ? Json(nullptr) : Json(field.text);
  return field.number ? json_number(*field.number) : Json(nullptr);
}

Json json_of(const FigureRow& row, const FigureOptions& options, Language language) {
  const auto columns = figure_columns(options);
  const auto fields = fields_of(row, options, language);
  Json json;
  for (std::size_t i = 0; i < columns.size(); ++i) json[std::string(columns[i])] = json_of(fields[i], columns[i]);
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
  for (const auto& row : figure_rows(store, report, options.figures)) {
    json["figures"].push_back(json_of(row, options.figures, options.language));
  }
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
  if (options.trends != nullptr) json["trend"] = trend_json(*options.trends);
  return json_text(json);
}

}  // namespace nammo
