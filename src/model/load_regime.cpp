#include "model/load_regime.h"

#include <utility>

#include "base/catalogue/model.h"
#include "model/check_regime.h"
#include "model/open_document.h"
#include "model/references.h"
#include "model/regime_rules.h"
#include "nammo/store.h"
#include "nammo/store_files.h"

namespace nammo {
namespace {

using namespace model;
using yaml::Node;

constexpr const char* kFile = "reporting.yaml";

constexpr Field<Step> kStep[] = {
    {"level", reference<&Step::level>}, {"org", reference<&Step::org>},  {"gathers", reference<&Step::gathers>},
    {"due", value<&Step::due>},         {"target", value<&Step::target>}, {"to", reference<&Step::to>}};

template <auto Steps>
void steps(ReportType& type, const Node& node, const Reading& reading) {
  read_entries(node, kStep, type.*Steps, reading);
}

template <auto Member>
void span(ReportType& type, const Node& node, const Reading&) {
  if (node.is_scalar()) type.*Member = parse_span(node.text(), Signs::none);
}

void read_scope(ReportType& type, const Node& node, const Reading&) {
  if (node.is_scalar() && node.text() == "pilot") type.areas.kind = AreaScope::Kind::pilot;
  if (take(node, type.areas.patterns)) type.areas.kind = AreaScope::Kind::patterns;
}

void read_rungs(ReportType& type, const Node& list, const Reading&) {
  each_mapping(list, [&](const Node& node) {
    const auto at = node.find("at");
    const auto offset = at && at.is_scalar() ? parse_span(at.text(), Signs::required) : std::nullopt;
    const auto to = node.find("to");
    if (offset) type.remind.push_back({*offset, to && to.is_scalar() && to.text() == "supervisor"});
  });
}

void read_quiet(ReportType& type, const Node& list, const Reading&) {
  if (!list.is_sequence() || list.size() != 2) return;
  const Node from = *list.begin();
  const Node to = *std::next(list.begin());
  if (!from.is_scalar() || !to.is_scalar()) return;
  const auto start = parse_time_of_day(from.text());
  const auto end = parse_time_of_day(to.text());
  if (start && end) type.quiet = QuietHours{*start, *end};
}

constexpr Field<TrendRule> kTrend[] = {{"factor", value<&TrendRule::factor>}, {"periods", value<&TrendRule::periods>}};

void read_trend(ReportType& type, const Node& node, const Reading& reading) {
  read_fields(node, kTrend, type.trend, reading);
}

constexpr Field<ReportType> kType[] = {
    {"label", value<&ReportType::label>},
    {"period", value<&ReportType::period>},
    {"since", value<&ReportType::since>},
    {"until", value<&ReportType::until>},
    {"window", value<&ReportType::window>},
    {"on_holiday", placed_value<&ReportType::on_holiday, &ReportType::on_holiday_place>},
    {"holiday_limit", placed_value<&ReportType::holiday_limit, &ReportType::holiday_limit_place>},
    {"areas", read_scope},
    {"steps", steps<&ReportType::steps>},
    {"posts", steps<&ReportType::posts>},
    {"figures_from", reference<&ReportType::figures_from>},
    {"remind", read_rungs},
    {"quiet", read_quiet},
    {"lookback", value<&ReportType::lookback>},
    {"trend", read_trend},
    {"first", span<&ReportType::first>},
    {"written", span<&ReportType::written>}};

// "a/b/*" -> "a/b": the area that must be there for the pattern to match anything.
std::string_view fixed_part(std::string_view pattern) {
  const auto star = pattern.find('*');
  if (star == std::string_view::npos) return pattern;
  return star == 0 ? std::string_view{} : pattern.substr(0, star - 1);
}

// Asks the folder itself: areas are loaded later, and perhaps not all of them.
void check_patterns(const Node& node, const FileReader& files, const Reading& reading) {
  if (!node || !node.is_sequence()) return;
  for (const auto& pattern : node) {
    if (!pattern.is_scalar()) continue;
    const auto area = fixed_part(pattern.text());
    if (!is_area_id(area)) continue;
    if (files.kind(area_path(AreaId{std::string(area)})) != FileKind::missing) continue;
    const auto message = area == pattern.text() ? say(msg::ref_area, in_quotes(area))
                                                : say(msg::ref_area_pattern, in_quotes(pattern.text()), in_quotes(area));
    reading.error_once("ref-area", pattern, message);
  }
}

ReportType read_type(const Node& key, const Node& node, const Reading& reading) {
  ReportType type;
  type.id = ReportTypeId{std::string(key.text())};
  type.place = key.place();
  read_fields(node, kType, type, reading);
  return type;
}

void declare_types(const Node& root, Store& store) {
  store.declared.regime = true;
  if (!root.is_mapping()) return;
  root.each_pair([&](const Node& key, const Node&) { store.declared.type_ids.emplace(std::string(key.text())); });
}

void read_regime(const Node& root, const FileReader& files, Store& store, const Reading& reading) {
  declare_types(root, store);
  if (!root.is_mapping()) return;
  std::vector<ReportType> types;
  root.each_pair([&](const Node& key, const Node& node) {
    types.push_back(read_type(key, node, reading));
    if (node.is_mapping()) check_patterns(node.find("areas"), files, reading);
    check_type(types.back(), key, node, reading);
  });
  check_types(types, root, reading);
  auto type = types.begin();
  root.each_pair([&](const Node& key, const Node& node) {
    if (!reading.has_error_within(key, node)) store.regime.types.push_back(std::move(*type));
    ++type;
  });
}

}  // namespace

void model::list_report_types(const FileReader& files, Store& store) {
  Diagnostics unheard;
  const auto document = open_document(files, kFile, schema::FileType::regime, Need::required, unheard);
  if (document.tree) declare_types(document.tree->root(), store);
}

void load_regime(const FileReader& files, Store& store, Diagnostics& diagnostics) {
  const std::string file = kFile;
  const auto first = diagnostics.items().size();
  const auto document = open_document(files, file, schema::FileType::regime, Need::required, diagnostics);
  store.regime.file = file;
  if (document.tree) read_regime(document.tree->root(), files, store, Reading{file, store, diagnostics, first});
}

}  // namespace nammo
