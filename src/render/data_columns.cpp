#include "render/data_columns.h"

#include <array>
#include <cstddef>

namespace nammo {
namespace {

constexpr std::array<std::string_view, 7> kStates{"upcoming", "draft",    "missing", "late",
                                                  "submitted", "returned", "accepted"};
constexpr std::array<std::string_view, 4> kTimeliness{"on-time", "late", "missing", "not-yet-due"};
constexpr std::array<std::string_view, 4> kKinds{"flow", "stock", "ytd", "ratio"};
constexpr std::array<std::string_view, 3> kAreaRules{"add", "lowest", "reconcile"};

constexpr std::array<DataColumn, 10> kFigures{{
    {"report", "string", Filled::always, &msg::data_report, {}},
    {"period", "string", Filled::always, &msg::data_period, {}},
    {"period_end", "date", Filled::always, &msg::data_period_end, {}},
    {"org", "string", Filled::always, &msg::data_org, {}},
    {"area", "string", Filled::always, &msg::data_area, {}},
    {"indicator", "string", Filled::always, &msg::data_indicator, {}},
    {"breakdown", "string", Filled::always, &msg::data_breakdown, {}},
    {"value", "number", Filled::perhaps, &msg::data_value, {}},
    {"claim", "number", Filled::perhaps, &msg::data_claim, {}},
    {"estimate", "boolean", Filled::always, &msg::data_estimate, {}},
}};

constexpr std::array<DataColumn, 13> kObligations{{
    {"report", "string", Filled::always, &msg::data_report, {}},
    {"period", "string", Filled::always, &msg::data_period, {}},
    {"period_start", "date", Filled::always, &msg::data_period_start, {}},
    {"period_end", "date", Filled::always, &msg::data_period_end, {}},
    {"org", "string", Filled::always, &msg::data_org, {}},
    {"area", "string", Filled::always, &msg::data_area, {}},
    {"due", "datetime", Filled::perhaps, &msg::data_due, {}},
    {"state", "string", Filled::always, &msg::data_state, kStates},
    {"timeliness", "string", Filled::always, &msg::data_timeliness, kTimeliness},
    {"submitted", "datetime", Filled::perhaps, &msg::data_submitted, {}},
    {"nil", "boolean", Filled::perhaps, &msg::data_nil, {}},
    {"officer", "string", Filled::perhaps, &msg::data_officer, {}},
    {"returned_due", "datetime", Filled::perhaps, &msg::data_returned_due, {}},
}};

constexpr std::array<DataColumn, 9> kAreas{{
    {"id", "string", Filled::always, &msg::data_area_id, {}},
    {"parent", "string", Filled::perhaps, &msg::data_area_parent, {}},
    {"name", "string", Filled::always, &msg::data_area_name, {}},
    {"short", "string", Filled::always, &msg::data_area_short, {}},
    {"level", "string", Filled::always, &msg::data_area_level, {}},
    {"rank", "integer", Filled::always, &msg::data_area_rank, {}},
    {"code", "string", Filled::perhaps, &msg::data_area_code, {}},
    {"since", "date", Filled::always, &msg::data_area_since, {}},
    {"until", "date", Filled::perhaps, &msg::data_area_until, {}},
}};

constexpr std::array<DataColumn, 9> kIndicators{{
    {"id", "string", Filled::always, &msg::data_indicator_id, {}},
    {"label", "string", Filled::always, &msg::data_indicator_label, {}},
    {"unit", "string", Filled::always, &msg::data_indicator_unit, {}},
    {"kind", "string", Filled::always, &msg::data_indicator_kind, kKinds},
    {"areas", "string", Filled::perhaps, &msg::data_indicator_areas, kAreaRules},
    {"by", "string", Filled::perhaps, &msg::data_indicator_by, {}},
    {"numerator", "string", Filled::perhaps, &msg::data_indicator_numerator, {}},
    {"denominator", "string", Filled::perhaps, &msg::data_indicator_denominator, {}},
    {"decimals", "integer", Filled::always, &msg::data_indicator_decimals, {}},
}};

constexpr std::array<DataColumn, 4> kCodes{{
    {"list", "string", Filled::always, &msg::data_code_list, {}},
    {"code", "string", Filled::always, &msg::data_code, {}},
    {"label", "string", Filled::always, &msg::data_code_label, {}},
    {"confidential", "boolean", Filled::always, &msg::data_code_confidential, {}},
}};

std::array<DataShape, 5> all_shapes() {
  using Table = DataTable;
  DataShape figures{"figures", &msg::data_figures, kFigures, {"report", "period", "org", "area", "indicator", "breakdown"}, {}};
  // Not also `area` to areas: it follows, and a reader that puts rows in the place of keys knows a column once.
  figures.references = {{{"report", "period", "org", "area"}, Table::obligations}, {{"indicator"}, Table::indicators}};
  DataShape obligations{"obligations", &msg::data_obligations, kObligations, {"report", "period", "org", "area"}, {}};
  obligations.references = {{{"area"}, Table::areas}};
  DataShape areas{"areas", &msg::data_areas, kAreas, {"id"}, {}};
  areas.references = {{{"parent"}, Table::areas}};
  DataShape indicators{"indicators", &msg::data_indicators, kIndicators, {"id"}, {}};
  indicators.references = {{{"numerator"}, Table::indicators}, {{"denominator"}, Table::indicators}};
  DataShape codes{"codes", &msg::data_codes, kCodes, {"list", "code"}, {}};
  return {figures, obligations, areas, indicators, codes};
}

}  // namespace

const DataShape& shape_of(DataTable table) {
  static const auto kShapes = all_shapes();
  return kShapes[static_cast<std::size_t>(table)];
}

}  // namespace nammo
