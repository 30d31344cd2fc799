#include "model/report_identity.h"

#include <algorithm>
#include <string>

#include "base/catalogue/model.h"
#include "model/references.h"

namespace nammo::model {
namespace {

using yaml::Node;

// False when the value of `name` is a good one, but not `expected`.
bool matches(const Node& root, std::string_view name, const std::string& expected, const Reading& reading) {
  const auto node = root.find(name);
  if (!node || !node.is_scalar() || node.text() == expected) return true;
  return !reading.error_once("path-mismatch", node, say(msg::path_mismatch, name, in_quotes(node.text()), expected),
                             say(msg::path_mismatch_help, expected));
}

bool type_matches(const Node& root, const ReportKey& key, Report& report, const Reading& reading) {
  const auto& regime = reading.store().regime;
  const ReportType* expected = type_of(key, regime);
  const auto node = root.find("report");
  const bool named = node && resolve(node, report.type, reading);
  if (!named) {
    if (expected != nullptr) report.type = expected->id;
    return true;
  }
  const ReportType* type = regime.find(report.type);
  if (type == nullptr || type == expected) return true;  // a broken type has its own finding
  if (expected == nullptr && type->period == key.period.kind && key.period.kind != PeriodKind::once) return true;
  const auto name = to_string(key.period);
  reading.error_once("path-mismatch", node, say(msg::path_mismatch_type, report.type.str(), name),
                     expected != nullptr ? say(msg::path_mismatch_help, expected->id.str())
                                         : say(msg::path_mismatch_type_help));
  return false;
}

// The names themselves, where they are those of the path.
void resolve_names(const Node& root, const Reading& reading) {
  OrgId org;
  AreaId area;
  if (const auto node = root.find("org")) resolve(node, org, reading);
  if (const auto node = root.find("area")) resolve(node, area, reading);
}

}  // namespace

const ReportType* type_of(const ReportKey& key, const Regime& regime) {
  const auto found = std::find_if(regime.types.begin(), regime.types.end(), [&](const ReportType& type) {
    if (type.period != key.period.kind) return false;
    if (type.period == PeriodKind::once) return type.id == key.period.type;
    return std::any_of(type.steps.begin(), type.steps.end(), [&](const Step& step) { return step.org == key.org; });
  });
  return found == regime.types.end() ? nullptr : &*found;
}

bool read_identity(const Node& root, const ReportKey& key, Report& report, const Reading& reading) {
  report.org = key.org;
  report.area = key.area;
  report.period = key.period;
  if (!root.is_mapping()) return true;
  if (const auto period = root.find("period")) report.period_place = period.place();
  bool fits = matches(root, "org", key.org.str(), reading);
  fits = matches(root, "area", key.area.str(), reading) && fits;
  fits = matches(root, "period", to_string(key.period), reading) && fits;
  fits = type_matches(root, key, report, reading) && fits;
  if (fits) resolve_names(root, reading);
  return fits;
}

}  // namespace nammo::model
