#include "render/texts_json.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "nammo/time.h"
#include "model/enum_names.h"

namespace nammo {
namespace {

// Sets a key where there is something to say.
void put(Json& object, const char* key, std::string_view text) {
  if (!text.empty()) object[key] = text;
}
template <typename Tag>
void put(Json& object, const char* key, const Id<Tag>& id) {
  put(object, key, std::string_view{id.str()});
}
void put(Json& object, const char* key, const std::optional<int>& number) {
  if (number) object[key] = *number;
}
void put(Json& object, const char* key, const std::optional<Date>& date) {
  if (date) object[key] = format_date(*date);
}
template <typename Tag>
void put(Json& object, const char* key, const std::vector<Id<Tag>>& ids) {
  for (const auto& id : ids) object[key].push_back(id.str());
}

Json json_of(const Situation& matter) {
  Json json = Json::object();
  put(json, "id", matter.id);
  put(json, "title", matter.title);
  put(json, "field", matter.field);
  put(json, "topic", matter.topic);
  put(json, "severity", code_of(matter.severity));
  put(json, "status", code_of(matter.status));
  put(json, "date", matter.date);
  put(json, "place", matter.place_name);
  put(json, "people", matter.people);
  put(json, "text", matter.text);
  put(json, "assessment", matter.assessment);
  put(json, "handled-by", matter.handled_by);
  for (const auto flag : matter.flags) json["flags"].push_back(code_of(flag));
  put(json, "case", matter.case_id);
  put(json, "from", matter.from);
  return json;
}

Json json_of(const Opinion& opinion) {
  Json json = Json::object();
  put(json, "field", opinion.field);
  put(json, "topic", opinion.topic);
  put(json, "stance", code_of(opinion.stance));
  put(json, "breadth", code_of(opinion.breadth));
  put(json, "groups", opinion.groups);
  put(json, "source", opinion.source);
  put(json, "date", opinion.date);
  put(json, "text", opinion.text);
  return json;
}

Json json_of(const Activity& activity) {
  Json json = Json::object();
  put(json, "kind", activity.kind);
  put(json, "title", activity.title);
  put(json, "date", activity.date);
  put(json, "count", activity.count);
  put(json, "people", activity.people);
  put(json, "with", activity.with);
  put(json, "text", activity.text);
  return json;
}

Json json_of(const FieldText& entry) {
  Json json = Json::object();
  put(json, "field", entry.field);
  put(json, "text", entry.text);
  return json;
}

Json json_of(const Directive& directive) {
  Json json = Json::object();
  put(json, "ref", directive.ref);
  put(json, "progress", code_of(directive.progress));
  put(json, "text", directive.text);
  return json;
}

Json json_of(const Proposal& proposal) {
  Json json = Json::object();
  put(json, "id", proposal.id);
  put(json, "to", proposal.to);
  put(json, "kind", code_of(proposal.kind));
  put(json, "status", code_of(proposal.status));
  if (proposal.first_raised) json["first-raised"] = to_string(*proposal.first_raised);
  put(json, "text", proposal.text);
  put(json, "answer", proposal.answer);
  put(json, "from", proposal.from);
  return json;
}

Json json_of(const Dialogue& dialogue) {
  Json json = Json::object();
  put(json, "stage", code_of(dialogue.stage));
  put(json, "topic", dialogue.topic);
  put(json, "level", dialogue.level);
  put(json, "date", dialogue.date);
  put(json, "text", dialogue.text);
  return json;
}

Json json_of(const Model& model) {
  Json json = Json::object();
  put(json, "title", model.title);
  put(json, "status", code_of(model.status));
  put(json, "text", model.text);
  return json;
}

template <typename Entry>
void put_list(Json& object, const char* key, const std::vector<Entry>& entries) {
  for (const auto& entry : entries) object[key].push_back(json_of(entry));
}

void put_evaluation(Json& object, const Evaluation& evaluation) {
  Json json = Json::object();
  put(json, "strengths", evaluation.strengths);
  put(json, "shortcomings", evaluation.shortcomings);
  put(json, "causes", evaluation.causes);
  put(json, "lessons", evaluation.lessons);
  if (!json.empty()) object["evaluation"] = std::move(json);
}

template <typename Entry>
std::string_view status_of(const Entry& entry) {
  return code_of(entry.status);
}
std::string_view status_of(const Directive& directive) { return code_of(directive.progress); }
std::string_view status_of(const Dialogue& dialogue) { return code_of(dialogue.stage); }

// An earlier telling: who told it when, and how it stood then.
template <typename Entry>
Json json_of(const Told<Entry>& told) {
  const Obligation& by = told.by->obligation;
  Json json = Json::object();
  put(json, "report", by.report);
  put(json, "area", by.area);
  put(json, "period", to_string(by.period));
  if constexpr (requires { told.entry->severity; }) {
    put(json, "severity", code_of(told.entry->severity));
    put(json, "date", told.entry->date);
  }
  put(json, "status", status_of(*told.entry));
  return json;
}

template <typename Entry>
void put_told(Json& object, const char* key, const std::vector<Told<Entry>>& told, const Delivery* by) {
  for (const auto& one : told) {
    if (one.by != by) continue;
    Json json = json_of(*one.entry);
    for (const auto& earlier : one.earlier) json["earlier"].push_back(json_of(earlier));
    object[key].push_back(std::move(json));
  }
}

// The reports from which something is printed: the speakers, then the others.
std::vector<const Delivery*> tellers(const Texts& texts) {
  std::vector<const Delivery*> all = texts.speakers;
  const auto add = [&all](const Delivery* delivery) {
    if (std::find(all.begin(), all.end(), delivery) == all.end()) all.push_back(delivery);
  };
  for (const auto& told : texts.situation) add(told.by);
  for (const auto& told : texts.proposals) add(told.by);
  for (const auto& told : texts.directives) add(told.by);
  for (const auto& told : texts.models) add(told.by);
  for (const auto& told : texts.dialogues) add(told.by);
  return all;
}

void put_whole_report(Json& object, const Report& report) {
  put(object, "overview", report.overview);
  put_list(object, "opinions", report.opinions);
  put_list(object, "activities", report.activities);
  put_list(object, "results", report.results);
  put_list(object, "difficulties", report.difficulties);
  put_evaluation(object, report.evaluation);
  put(object, "forecast", report.forecast);
  for (const auto& task : report.next) object["next"].push_back(task);
}

}  // namespace

void add_texts(const Store& store, const Source& source, Json& list) {
  const auto& texts = source.texts;
  for (const Delivery* delivery : tellers(texts)) {
    const auto& obligation = delivery->obligation;
    Json object = Json::object();
    object["org"] = obligation.org.str();
    object["area"] = obligation.area.str();
    const Area* area = store.areas.find(obligation.area);
    object["area_name"] = area == nullptr ? obligation.area.str() : area->name;
    object["period"] = to_string(obligation.period);
    put_told(object, "situation", texts.situation, delivery);
    put_told(object, "proposals", texts.proposals, delivery);
    put_told(object, "directives", texts.directives, delivery);
    put_told(object, "dialogues", texts.dialogues, delivery);
    put_told(object, "models", texts.models, delivery);
    const bool speaks = std::find(texts.speakers.begin(), texts.speakers.end(), delivery) != texts.speakers.end();
    if (speaks && delivery->filing.report) put_whole_report(object, *delivery->filing.report);
    list.push_back(std::move(object));
  }
}

}  // namespace nammo
