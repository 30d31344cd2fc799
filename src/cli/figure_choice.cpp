#include "cli/figure_choice.h"

#include <algorithm>

#include "cli/command.h"

namespace nammo::cli {
namespace {

constexpr std::string_view kPrevious = "previous";
constexpr std::string_view kLastYear = "last-year";

bool is_depth(const std::string& text) { return text.size() == 1 && text[0] >= '0' && text[0] <= '9'; }

// Those of the report type, in the order of the catalogue.
std::vector<std::string_view> ids_for(const Store& store, const ReportType& type) {
  std::vector<std::string_view> ids;
  for (const Indicator& indicator : store.indicators.items) {
    if (indicator.belongs_to(type.id)) ids.push_back(indicator.id.str());
  }
  return ids;
}

}  // namespace

void FigureChoice::declare(Options& options) {
  options.add("--depth N", depth_, msg::cli_opt_depth);
  options.add("--indicator I", indicators_, msg::cli_opt_indicator);
  options.add("--compare WHAT", compare_, msg::cli_opt_compare);
}

std::optional<int> FigureChoice::refuse(Call& call) const {
  if (!depth_.empty() && !is_depth(depth_)) {
    call.complain(say(msg::cli_bad_depth, printable(depth_)), say(msg::cli_bad_depth_help));
    return kWrongCall;
  }
  return compare_.empty() ? std::nullopt : refuse_choice(call, "--compare", compare_, {kPrevious, kLastYear});
}

std::optional<int> FigureChoice::resolve(Call& call, const Store& store, const Question& question) {
  const auto ids = ids_for(store, *question.type);
  for (const std::string& typed : indicators_) {
    if (std::find(ids.begin(), ids.end(), typed) != ids.end()) continue;
    const auto near = closest(typed, ids);
    call.complain(say(msg::cli_unknown_indicator, printable(typed), question.type->label),
                  near.empty() ? say(msg::cli_unknown_indicator_help) : say(msg::cli_perhaps, near));
    return kWrongCall;
  }
  if (compare_.empty()) return std::nullopt;
  period_ = period_against(question.period, compare_ == kPrevious ? Against::previous : Against::last_year);
  if (period_) return std::nullopt;
  call.complain(say(msg::cli_nothing_to_compare, to_string(question.period)), say(msg::cli_nothing_to_compare_help));
  return kWrongCall;
}

void FigureChoice::narrow(std::vector<Rise>& rises) const {
  if (indicators_.empty()) return;
  std::erase_if(rises, [&](const Rise& rise) {
    return rise.indicator != nullptr &&
           std::find(indicators_.begin(), indicators_.end(), rise.indicator->id.str()) == indicators_.end();
  });
}

FigureOptions FigureChoice::options(const Consolidated* compared) const {
  FigureOptions options;
  if (!depth_.empty()) options.depth = depth_[0] - '0';
  for (const std::string& id : indicators_) options.indicators.emplace_back(id);
  options.compared = compared;
  return options;
}

}  // namespace nammo::cli
