#pragma once

#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/tally.h"
#include "support/sample_store.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nammo::test {

// Stores and deliveries by hand, for what is reckoned from them.

// The settings of the sample store; an area's level follows from its depth.
// Codes of petitions: complaint, denunciation (confidential below communes),
// recommendation.
inline Store figure_store(std::initializer_list<const char*> areas) {
  Diagnostics diagnostics;
  Store store = load_settings(sample_store(), diagnostics).value();
  std::vector<Area> list;
  for (const char* id : areas) {
    Area area;
    area.id = AreaId{id};
    const auto depth = std::count(area.id.str().begin(), area.id.str().end(), '/');
    area.level = store.settings.levels[static_cast<std::size_t>(std::min<std::ptrdiff_t>(depth, 2))].id;
    list.push_back(std::move(area));
  }
  store.areas = AreaTree{std::move(list)};
  CodeList kinds;
  for (const char* id : {"complaint", "denunciation", "recommendation"}) {
    Code code;
    code.id = CodeId{id};
    code.confidential = code.id.str() == "denunciation";
    kinds.codes.push_back(std::move(code));
  }
  store.codes[CodeListId{"petition-kinds"}] = std::move(kinds);
  return store;
}

inline Indicator indicator(const char* id, IndicatorKind kind, AreaRule areas) {
  Indicator result;
  result.id = IndicatorId{id};
  result.kind = kind;
  result.areas = areas;
  return result;
}

inline Indicator petitions(const char* id = "petitions", IndicatorKind kind = IndicatorKind::flow) {
  Indicator result = indicator(id, kind, AreaRule::add);
  result.by = CodeListId{"petition-kinds"};
  result.zero_when_nil = true;
  return result;
}

inline Figure figure(const char* id, const char* value, bool estimate = false) {
  return {IndicatorId{id}, parse_decimal(value), {}, estimate, {}};
}

inline Figure by_code(const char* id, std::initializer_list<std::pair<const char*, const char*>> codes) {
  Figure result{IndicatorId{id}, {}, {}, false, {}};
  for (const auto& [code, value] : codes) result.codes.emplace_back(CodeId{code}, *parse_decimal(value));
  return result;
}

// An obligation for which nothing came in.
inline Delivery owed(const char* area, const char* period = "2024-05") {
  Delivery delivery;
  delivery.obligation.report = ReportTypeId{"monthly"};
  delivery.obligation.org = OrgId{"ccb"};
  delivery.obligation.area = AreaId{area};
  delivery.obligation.period = *parse_period(period);
  delivery.standing.state = State::missing;
  delivery.standing.timeliness = Timeliness::missing;
  return delivery;
}

// A submitted report.
inline Delivery filed(const char* area, const char* period = "2024-05", std::vector<Figure> figures = {}) {
  Delivery delivery = owed(area, period);
  Report report;
  report.type = delivery.obligation.report;
  report.org = delivery.obligation.org;
  report.area = delivery.obligation.area;
  report.period = delivery.obligation.period;
  report.figures = std::move(figures);
  delivery.filing.exists = true;
  delivery.filing.report = std::move(report);
  delivery.standing = {State::submitted, Timeliness::on_time, Instant{}, {}, true, {}};
  return delivery;
}

inline Delivery nil(const char* area, const char* period = "2024-05", std::vector<Figure> figures = {}) {
  Delivery delivery = filed(area, period, std::move(figures));
  delivery.filing.report->nil = true;
  return delivery;
}

// A report that is there and does not count.
inline Delivery draft(Delivery delivery) {
  delivery.standing = {State::draft, Timeliness::not_yet_due, {}, {}, false, {}};
  return delivery;
}

// "308 (5/5)", "119 (1/1) as of 2024-02", "- (0/3)", "12 (1/1) estimate"
inline std::string shown(const Total& total) {
  std::string text = total.value ? to_string(*total.value) : "-";
  text += " (" + std::to_string(total.reported) + "/" + std::to_string(total.expected) + ")";
  if (total.as_of) text += " as of " + to_string(*total.as_of);
  if (total.estimate) text += " estimate";
  return text;
}

}  // namespace nammo::test
