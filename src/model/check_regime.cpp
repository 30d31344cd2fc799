#include "model/check_regime.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/catalogue/model.h"
#include "model/fields.h"
#include "model/regime_rules.h"

namespace nammo::model {
namespace {

using yaml::Node;

const Message& due_form(PeriodKind period) {
  switch (period) {
    case PeriodKind::week: return msg::due_of_week;
    case PeriodKind::once: return msg::due_of_once;
    case PeriodKind::adhoc: return msg::due_of_adhoc;
    default: return msg::due_of_month;
  }
}

const Message& window_form(PeriodKind period) {
  switch (period) {
    case PeriodKind::week: return msg::window_of_week;
    case PeriodKind::once: return msg::window_of_once;
    case PeriodKind::adhoc: return msg::window_of_adhoc;
    default: return msg::window_of_month;
  }
}

void check_due(const Node& step, std::string_view key, PeriodKind period, const Reading& reading) {
  const auto node = step.find(key);
  DueRule rule;
  if (!node || !node.is_scalar() || (take(node, rule) && fits(rule, period))) return;
  reading.error_once("schema-pattern", node, say(msg::due_unfit, in_quotes(node.text())), say(due_form(period)));
}

void check_steps(const Node& list, PeriodKind period, const Reading& reading) {
  each_mapping(list, [&](const Node& step) {
    check_due(step, "due", period, reading);
    check_due(step, "target", period, reading);
  });
}

void check_window(const Node& node, PeriodKind period, const Reading& reading) {
  WindowRule rule;
  if (!node || !take(node, rule)) return;
  if (!fits(rule, period)) {
    reading.error_once("schema-pattern", node, say(msg::window_unfit), say(window_form(period)));
  }
  const auto* range = std::get_if<RangeWindow>(&rule);
  if (range != nullptr && range->to < range->from) {
    reading.error_once("schema-range", node.find("to"), say(msg::range_backwards), say(msg::range_backwards_help));
  }
}

// One file for one (organisation, area, period): a level and an organisation stand
// in one step.
void check_step_twice(const Node& list, const Reading& reading) {
  std::map<std::pair<std::string_view, std::string_view>, Node> seen;
  each_mapping(list, [&](const Node& step) {
    const auto level = step.find("level");
    const auto org = step.find("org");
    if (!level || !org || !level.is_scalar() || !org.is_scalar()) return;
    const auto [first, fresh] = seen.emplace(std::pair{level.text(), org.text()}, step);
    if (fresh) return;
    reading.clash("yaml-duplicate-key", step, say(msg::step_twice, in_quotes(level.text()), in_quotes(org.text())),
                  first->second, say(msg::id_first));
  });
}

// The name of a once period is that of its type alone.
bool shares_names(const ReportType& type, const Node& node) {
  PeriodKind period{};
  const auto kind = node.is_mapping() ? node.find("period") : Node{};
  return kind && take(kind, period) && type.period != PeriodKind::once;
}

}  // namespace

void check_type(const ReportType& type, const Node& key, const Node& node, const Reading& reading) {
  if (!node.is_mapping()) return;
  PeriodKind period{};
  if (const auto kind = node.find("period"); !kind || !take(kind, period)) return;
  check_window(node.find("window"), period, reading);
  check_steps(node.find("steps"), period, reading);
  check_steps(node.find("posts"), period, reading);
  check_step_twice(node.find("steps"), reading);
  if (period == PeriodKind::once && !parse_period(type.id.str())) {
    reading.error_once("schema-pattern", key, say(msg::once_id, in_quotes(type.id.str())), say(msg::once_id_help));
  }
}

void check_types(const std::vector<ReportType>& types, const Node& root, const Reading& reading) {
  std::map<std::pair<OrgId, PeriodKind>, std::pair<const ReportType*, Node>> seen;
  const auto* type = types.data();
  root.each_pair([&](const Node& key, const Node& node) {
    for (const Step& step : type->steps) {
      if (!shares_names(*type, node) || step.org.empty()) continue;
      const auto [first, fresh] = seen.emplace(std::pair{step.org, type->period}, std::pair{type, key});
      if (fresh || first->second.first == type) continue;
      reading.clash("ref-report", key, say(msg::type_twice, type->id.str(), first->second.first->id.str(), step.org.str()),
                    first->second.second, say(msg::id_first));
      break;
    }
    const auto from = std::find_if(types.begin(), types.end(),
                                   [&](const ReportType& other) { return other.id == type->figures_from; });
    if (!type->figures_from.empty() && from != types.end() && !from->figures_from.empty()) {
      reading.error_once("ref-report", node.find("figures_from"), say(msg::figures_from_chain, from->id.str()),
                         say(msg::figures_from_chain_help));
    }
    ++type;
  });
}

}  // namespace nammo::model
