#include <algorithm>
#include <string_view>
#include <utility>

#include "base/catalogue/model.h"
#include "model/load_catalog.h"
#include "model/open_document.h"
#include "model/references.h"

namespace nammo::model {
namespace {

using yaml::Node;

void read_by(Indicator& indicator, const Node& node, const Reading& reading) {
  resolve_code_list(node, indicator.by, reading);
}

void read_nil(Indicator& indicator, const Node& node, const Reading&) {
  indicator.zero_when_nil = node.is_scalar() && node.text() == "zero";
}

void read_reports(Indicator& indicator, const Node& node, const Reading& reading) {
  std::vector<ReportTypeId> types;
  if (resolve(node, types, reading)) indicator.reports = std::move(types);
}

void read_from(Indicator& indicator, const Node& node, const Reading& reading) {
  const auto kind = node.find("activities");
  DerivedFrom from;
  if (!kind || !resolve_code(kind, kActivityKinds, from.activity, reading)) return;
  if (const auto sum = node.find("sum")) take(sum, from.sum);
  indicator.from = std::move(from);
}

constexpr Field<Indicator> kIndicator[] = {{"label", value<&Indicator::label>},
                                           {"unit", value<&Indicator::unit>},
                                           {"kind", value<&Indicator::kind>},
                                           {"areas", value<&Indicator::areas>},
                                           {"by", read_by},
                                           {"when_nil", read_nil},
                                           {"decimals", value<&Indicator::decimals>},
                                           {"usual_max", value<&Indicator::usual_max>},
                                           {"numerator", reference<&Indicator::numerator>},
                                           {"denominator", reference<&Indicator::denominator>},
                                           {"reports", read_reports},
                                           {"from", read_from}};

// A ratio is made of figures that are entered; one of another ratio would never end.
void check_parts(const std::vector<Indicator>& all, const Node& node, const Reading& reading) {
  for (const char* key : {"numerator", "denominator"}) {
    const auto part = node.find(key);
    if (!part || !part.is_scalar()) continue;
    const bool is_ratio = std::any_of(all.begin(), all.end(), [&](const Indicator& other) {
      return other.id.str() == part.text() && other.kind == IndicatorKind::ratio;
    });
    if (is_ratio) {
      reading.error_once("ref-indicator", part, say(msg::ratio_of_ratio, in_quotes(part.text())),
                         say(msg::ratio_of_ratio_help));
    }
  }
}

Indicator read_indicator(const Node& key, const Node& node, const Reading& reading) {
  Indicator indicator;
  indicator.id = IndicatorId{std::string(key.text())};
  indicator.place = key.place();
  read_fields(node, kIndicator, indicator, reading);
  return indicator;
}

void read_indicators(const Node& root, Store& store, const Reading& reading) {
  if (!root.is_mapping()) return;
  root.each_pair([&](const Node& key, const Node&) { store.declared.indicator_ids.emplace(std::string(key.text())); });
  std::vector<Indicator> all;
  root.each_pair([&](const Node& key, const Node& node) { all.push_back(read_indicator(key, node, reading)); });
  auto indicator = all.begin();
  root.each_pair([&](const Node& key, const Node& node) {
    if (node.is_mapping()) check_parts(all, node, reading);
    if (!reading.has_error_within(key, node)) store.indicators.items.push_back(*indicator);
    ++indicator;
  });
}

}  // namespace

void load_indicators(const FileReader& files, Store& store, Diagnostics& diagnostics) {
  const std::string file = "catalog/indicators.yaml";
  const auto first = diagnostics.items().size();
  const auto document = open_document(files, file, schema::FileType::indicators, Need::optional, diagnostics);
  store.declared.indicators = true;
  if (document.tree) read_indicators(document.tree->root(), store, Reading{file, store, diagnostics, first});
  store.declared.indicators = document.tree || !document.exists;
}

}  // namespace nammo::model
