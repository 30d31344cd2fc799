#include "render/trend_json.h"

#include <string_view>

#include "model/enum_names.h"

namespace nammo {
namespace {

Json item(const Trend& trend, std::string_view kind) {
  Json json;
  json["kind"] = kind;
  json["org"] = trend.org.str();
  return json;
}

void put(Json& json, const Subject& subject) {
  json["topic"] = subject.topic.str();
  json["field"] = subject.field.str();
}

std::string_view kind_of(Rise::Of of) {
  switch (of) {
    case Rise::Of::figure: return "figure";
    case Rise::Of::subject: return "topic";
    case Rise::Of::unease: return "unease";
  }
  return {};
}

Json json_of(const Trend& trend, const Rise& rise) {
  Json json = item(trend, kind_of(rise.of));
  if (rise.indicator != nullptr) json["indicator"] = rise.indicator->id.str();
  if (rise.indicator == nullptr) put(json, rise.subject);
  json["value"] = json_number(rise.value);
  json["low"] = json_number(rise.usual.low);
  json["high"] = json_number(rise.usual.high);
  json["periods"] = rise.usual.periods;
  json["reported"] = rise.reported;
  json["expected"] = rise.expected;
  return json;
}

Json json_of(const Trend& trend, const NewSubject& fresh) {
  Json json = item(trend, "new-topic");
  put(json, fresh.subject);
  json["value"] = fresh.areas;
  json["periods"] = fresh.periods;
  json["reported"] = fresh.reporting;
  json["expected"] = fresh.expected;
  return json;
}

Json json_of(const Trend& trend, const Worsened& worsened) {
  const Situation& matter = *worsened.now.entry;
  Json json = item(trend, "worsened");
  json["area"] = worsened.now.by->obligation.area.str();
  json["id"] = matter.id;
  json["case"] = matter.case_id;
  json["topic"] = matter.topic.str();
  json["field"] = matter.field.str();
  json["severity"] = code_of(matter.severity);
  json["before"] = code_of(worsened.before);
  return json;
}

Json json_of(const Trend& trend, const Unanswered& unanswered) {
  const Proposal& proposal = *unanswered.now.entry;
  Json json = item(trend, "unanswered");
  json["area"] = unanswered.now.by->obligation.area.str();
  json["id"] = proposal.id;
  json["to"] = proposal.to;
  json["times"] = unanswered.times;
  json["since"] = to_string(unanswered.since);
  return json;
}

}  // namespace

Json trend_json(const std::vector<Trend>& trends) {
  Json list = Json::array();
  for (const Trend& trend : trends) {
    for (const auto& one : trend.worsened) list.push_back(json_of(trend, one));
    for (const auto& one : trend.rises) list.push_back(json_of(trend, one));
    for (const auto& one : trend.fresh) list.push_back(json_of(trend, one));
    for (const auto& one : trend.unanswered) list.push_back(json_of(trend, one));
  }
  return list;
}

}  // namespace nammo
