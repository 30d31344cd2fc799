#include <algorithm>
#include <utility>

#include "base/catalogue/model.h"
#include "model/references.h"
#include "model/report_parts.h"

namespace nammo::model {
namespace {

using yaml::Node;

// The declared indicator that a key names, when figures of it may be given in this
// type of report. Null after a finding, or where the declaration itself is broken.
const Indicator* indicator_of(const Node& key, const Report& report, const Reading& reading) {
  IndicatorId id;
  if (!resolve(key, id, reading)) return nullptr;
  const Indicator* indicator = reading.store().indicators.find(id);
  if (indicator == nullptr || report.type.empty() || indicator->belongs_to(report.type)) return indicator;
  reading.error_once("ref-indicator", key, say(msg::indicator_elsewhere, id.str(), report.type.str()),
                     say(msg::indicator_elsewhere_help));
  return nullptr;
}

// A number with no more decimals than the indicator has: 1.234 may have been meant
// as 1234.
std::optional<Decimal> number_of(const Node& node, const Indicator& indicator, const Reading& reading) {
  Decimal number;
  if (!node.is_scalar()) return std::nullopt;
  if (!take(node, number)) {
    reading.error_once("schema-type", node, say(msg::figure_no_number, in_quotes(node.text())),
                       say(msg::figure_no_number_help));
    return std::nullopt;
  }
  if (indicator.kind == IndicatorKind::ratio || number.scale <= indicator.decimals) return number;
  std::string whole(node.text());
  std::erase(whole, '.');
  const auto help = indicator.decimals == 0 ? say(msg::figure_whole_help, whole)
                                            : say(msg::figure_decimals_help, indicator.decimals, whole);
  reading.error_once("schema-type", node, say(msg::figure_decimals, in_quotes(node.text()), indicator.decimals), help);
  return std::nullopt;
}

void read_codes(Figure& figure, const Node& node, const Indicator& indicator, const Reading& reading) {
  node.each_pair([&](const Node& key, const Node& value_node) {
    CodeId code;
    if (!resolve_code(key, indicator.by.str(), code, reading)) return;
    if (const auto number = number_of(value_node, indicator, reading)) {
      figure.codes.emplace_back(std::move(code), *number);
    }
  });
}

void read_figure(Report& report, const Node& key, const Node& node, const Reading& reading) {
  const Indicator* indicator = indicator_of(key, report, reading);
  if (indicator == nullptr) return;
  // Given, even where nothing of it can be read: then it is missing, and no zero of a nil report.
  Figure& figure = report.figures.emplace_back();
  figure.indicator = indicator->id;
  figure.place = key.place();
  const bool by_code = !indicator->by.empty();
  if (by_code && node.is_scalar()) {
    reading.error_once("schema-type", node, say(msg::figure_by_code, indicator->id.str(), indicator->by.str()),
                       say(msg::figure_by_code_help));
    return;
  }
  if (!by_code && node.is_mapping()) {
    reading.error_once("schema-type", node, say(msg::figure_one_number, indicator->id.str()),
                       say(msg::figure_one_number_help));
    return;
  }
  if (by_code && node.is_mapping()) read_codes(figure, node, *indicator, reading);
  if (!by_code) figure.value = number_of(node, *indicator, reading);
}

void read_estimates(Report& report, const Node& list, const Reading& reading) {
  for (const auto& node : list) {
    const Indicator* indicator = indicator_of(node, report, reading);
    if (indicator == nullptr) continue;
    const auto figure = std::find_if(report.figures.begin(), report.figures.end(),
                                     [&](const Figure& f) { return f.indicator == indicator->id; });
    if (figure != report.figures.end()) figure->estimate = true;
  }
}

}  // namespace

void read_figures(Report& report, const Node& figures, const Node& estimate, const Reading& reading) {
  if (figures && figures.is_mapping()) {
    figures.each_pair([&](const Node& key, const Node& node) { read_figure(report, key, node, reading); });
  }
  if (estimate && estimate.is_sequence()) read_estimates(report, estimate, reading);
}

}  // namespace nammo::model
