#include <algorithm>
#include <utility>

#include "base/catalogue/rules.h"
#include "nammo/identities.h"
#include "nammo/tally.h"
#include "rules/report_rules.h"

namespace nammo::rules {
namespace {

// True when an area below has to send a report of the same organisation, type and
// period.
bool is_reported_below(const JudgedReport& judged) {
  const Store& store = judged.background.store;
  if (store.areas.subtree(judged.report.area).size() < 2) return false;
  const auto owed = expand(*judged.type, judged.report.period, judged.report.area, store);
  return std::any_of(owed.begin(), owed.end(), [&](const Obligation& o) {
    return o.kind == ObligationKind::report && o.org == judged.report.org && o.area != judged.report.area;
  });
}

// The first figure of the rule that stands in the report; the period when none does.
Place place_of(const FigureRule& rule, const Report& report) {
  for (const auto* side : {&rule.sum, &rule.other}) {
    for (const RuleTerm& term : *side) {
      const Figure* figure = term.previous ? nullptr : report.figure(term.indicator);
      if (figure != nullptr) return figure->place;
    }
  }
  return report.period_place;
}

bool concerns(const FigureRule& rule, const ReportType& type, const Indicators& indicators) {
  const auto belongs = [&](const RuleTerm& term) {
    const Indicator* indicator = indicators.find(term.indicator);
    return indicator != nullptr && indicator->belongs_to(type.id);
  };
  return std::all_of(rule.sum.begin(), rule.sum.end(), belongs) && std::all_of(rule.other.begin(), rule.other.end(), belongs);
}

// A code of which nothing at all is given is one that the report has no use for.
bool is_unused(const Judgement& judgement) {
  const auto missing = [](const TermValue& term) { return !term.value; };
  return std::all_of(judgement.sum.begin(), judgement.sum.end(), missing) &&
         std::all_of(judgement.other.begin(), judgement.other.end(), missing);
}

Text rule_name(const FigureRule& rule, const CodeId& code) {
  const auto id = printable(rule.id);
  return code.empty() ? Text{id, id} : say(msg::figure_rule_code, id, printable(code.str()));
}

// The lines of the other numbers, each line once; what is reckoned or nil has none.
std::vector<Related> lines_of_numbers(const Judgement& judgement, const JudgedReport& judged, const Location& where) {
  std::vector<Related> related;
  const auto is_shown = [&](const std::string& file, int line) {
    if (where.file == file && where.place.line == line) return true;
    return std::any_of(related.begin(), related.end(),
                       [&](const Related& one) { return one.where.file == file && one.where.place.line == line; });
  };
  for (const auto* side : {&judgement.sum, &judgement.other}) {
    for (const TermValue& term : *side) {
      const Report* report = term.term.previous ? judged.previous : &judged.report;
      const Figure* figure = report == nullptr ? nullptr : report->figure(term.term.indicator);
      if (figure == nullptr || is_shown(report->file, figure->place.line)) continue;
      const auto number = written_out({term}, {});
      related.push_back({{report->file, figure->place}, {number, number}});
    }
  }
  return related;
}

void report_judgement(const FigureRule& rule, const CodeId& code, const Judgement& judgement, const JudgedReport& judged,
                      const Finder& finder) {
  const Location where{judged.report.file, place_of(rule, judged.report)};
  auto related = lines_of_numbers(judgement, judged, where);
  related.push_back({{"catalog/rules.yaml", rule.place}, say(msg::figure_rule_see)});
  const Text name = rule_name(rule, code);
  const auto sum = written_out(judgement.sum, judgement.sum_total);
  const auto other = written_out(judgement.other, judgement.other_total);
  if (judgement.outcome == Judgement::Outcome::missing) {
    finder.add(where, say(msg::figure_rule_missing, name, sum, other), say(msg::figure_rule_missing_help), std::move(related));
    return;
  }
  const Message& broken = rule.relation == FigureRule::Relation::equals ? msg::figure_rule_equals : msg::figure_rule_at_most;
  finder.add(where, say(broken, name, sum, other), say(msg::figure_rule_help), std::move(related));
}

// With the number that its parts make it, where the report gives them.
Text entered_ratio(const JudgedReport& judged, const Figure& figure, const Indicator& ratio) {
  const Store& store = judged.background.store;
  const auto number = [&](const IndicatorId& id) {
    const Indicator* part = store.indicators.find(id);
    return part == nullptr ? std::nullopt : figure_in(judged.report, *part, {}, store);
  };
  const auto id = printable(ratio.id.str());
  const auto of = printable(ratio.numerator.str());
  const auto all = printable(ratio.denominator.str());
  const auto numerator = number(ratio.numerator);
  const auto denominator = number(ratio.denominator);
  const auto reckoned = figure_in(judged.report, ratio, {}, store);
  if (!figure.value || !numerator || !denominator || !reckoned) return say(msg::figure_derived_ratio, id, of, all);
  return say(msg::figure_derived_ratio_of, id, to_string(*figure.value), of, to_string(*numerator), all,
             to_string(*denominator), to_string(*reckoned));
}

}  // namespace

void judge_figure_level(const JudgedReport& judged, const Finder& finder) {
  if (judged.type == nullptr || judged.report.figures.empty()) return;
  std::optional<bool> below;
  for (const Figure& figure : judged.report.figures) {
    const Indicator* indicator = judged.background.store.indicators.find(figure.indicator);
    if (indicator == nullptr || indicator->areas != AreaRule::lowest) continue;
    if (!below) below = is_reported_below(judged);
    if (!*below) return;
    finder.add({judged.report.file, figure.place}, say(msg::figure_level, printable(figure.indicator.str()), name_of(judged)),
               say(msg::figure_level_help));
  }
}

void judge_figure_derived(const JudgedReport& judged, const Finder& finder) {
  if (judged.type == nullptr) return;
  for (const Figure& figure : judged.report.figures) {
    const Indicator* indicator = judged.background.store.indicators.find(figure.indicator);
    const Location where{judged.report.file, figure.place};
    if (!judged.type->figures_from.empty()) {
      finder.add(where, say(msg::figure_derived_type, printable(figure.indicator.str()), printable(judged.type->figures_from.str())),
                 say(msg::figure_derived_help));
    } else if (indicator != nullptr && indicator->from) {
      finder.add(where, say(msg::figure_derived_entries, printable(figure.indicator.str()), printable(indicator->from->activity.str())),
                 say(msg::figure_derived_help));
    } else if (indicator != nullptr && indicator->kind == IndicatorKind::ratio) {
      finder.add(where, entered_ratio(judged, figure, *indicator), say(msg::figure_derived_help));
    }
  }
}

void judge_figure_rules(const JudgedReport& judged, const Finder& finder) {
  if (judged.type == nullptr || !judged.type->figures_from.empty()) return;
  const Store& store = judged.background.store;
  const FigureLookup lookup = [&](const RuleTerm& term, const CodeId& code) -> std::optional<Decimal> {
    const Report* report = term.previous ? judged.previous : &judged.report;
    const Indicator* indicator = store.indicators.find(term.indicator);
    if (report == nullptr || indicator == nullptr) return std::nullopt;
    return figure_in(*report, *indicator, code, store);
  };
  for (std::size_t i = 0; i < store.rules.size(); ++i) {
    const FigureRule& rule = store.rules[i];
    if (!concerns(rule, *judged.type, store.indicators)) continue;
    bool in_codes = false;
    const auto& codes = judged.background.codes_of_rules[i];
    // A total that is wrong because one of its codes is says nothing more.
    for (auto code = codes.rbegin(); code != codes.rend(); ++code) {
      if (code->empty() && in_codes) continue;
      const Judgement judgement = judge(rule, *code, lookup);
      const bool broken = judgement.outcome == Judgement::Outcome::violated || judgement.outcome == Judgement::Outcome::missing;
      if (!broken || (!code->empty() && is_unused(judgement))) continue;
      report_judgement(rule, *code, judgement, judged, finder);
      in_codes = true;
    }
  }
}

}  // namespace nammo::rules
