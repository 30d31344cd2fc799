#include "nammo/identities.h"

#include "tally/exact.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>

namespace nammo {
namespace {

std::vector<TermValue> look_up(const std::vector<RuleTerm>& terms, const CodeId& code, const FigureLookup& figures) {
  std::vector<TermValue> result;
  for (const RuleTerm& term : terms) result.push_back({term, figures(term, code)});
  return result;
}

bool is_missing(const TermValue& term) { return !term.value; }

std::size_t missing_in(const Judgement& judgement) {
  return static_cast<std::size_t>(std::count_if(judgement.sum.begin(), judgement.sum.end(), is_missing) +
                                  std::count_if(judgement.other.begin(), judgement.other.end(), is_missing));
}

Decimal sum_of(const std::vector<TermValue>& terms) {
  ExactSum sum;
  for (const TermValue& term : terms) {
    if (term.value) sum.add(*term.value);
  }
  return sum.value().value_or(Decimal{});
}

Judgement gather(const FigureRule& rule, const CodeId& code, const FigureLookup& figures) {
  Judgement judgement;
  judgement.sum = look_up(rule.sum, code, figures);
  judgement.other = look_up(rule.other, code, figures);
  judgement.sum_total = sum_of(judgement.sum);
  judgement.other_total = sum_of(judgement.other);
  return judgement;
}

Judgement::Outcome compare(const FigureRule& rule, const Judgement& judgement) {
  ExactSum difference;
  for (const TermValue& term : judgement.sum) difference.add(term.value.value_or(Decimal{}));
  for (const TermValue& term : judgement.other) difference.subtract(term.value.value_or(Decimal{}));
  const bool holds = rule.relation == FigureRule::Relation::equals ? difference.sign() == 0 : difference.sign() <= 0;
  return holds ? Judgement::Outcome::holds : Judgement::Outcome::violated;
}

void add_terms(const std::vector<TermValue>& terms, std::vector<ExactSum>& sums) {
  for (std::size_t i = 0; i < terms.size(); ++i) sums[i].add(terms[i].value.value_or(Decimal{}));
}

std::vector<TermValue> totals(const std::vector<RuleTerm>& terms, const std::vector<ExactSum>& sums) {
  std::vector<TermValue> result;
  for (std::size_t i = 0; i < terms.size(); ++i) result.push_back({terms[i], sums[i].value()});
  return result;
}

}  // namespace

Judgement judge(const FigureRule& rule, const CodeId& code, const FigureLookup& figures) {
  Judgement judgement = gather(rule, code, figures);
  const std::size_t missing = missing_in(judgement);
  const bool nothing = missing == rule.sum.size() + rule.other.size();
  if (missing == 0 || (rule.when_missing == WhenMissing::zero && !nothing)) {
    judgement.outcome = compare(rule, judgement);
  } else if (rule.when_missing == WhenMissing::error) {
    judgement.outcome = Judgement::Outcome::missing;
  }
  return judgement;
}

Judgement judge_total(const FigureRule& rule, const CodeId& code, std::span<const FigureLookup> areas) {
  std::vector<ExactSum> sum(rule.sum.size());
  std::vector<ExactSum> other(rule.other.size());
  bool any = false;
  for (const FigureLookup& figures : areas) {
    const Judgement here = gather(rule, code, figures);
    if (missing_in(here) > 0) continue;
    add_terms(here.sum, sum);
    add_terms(here.other, other);
    any = true;
  }
  if (!any) return {};
  Judgement judgement;
  judgement.sum = totals(rule.sum, sum);
  judgement.other = totals(rule.other, other);
  judgement.sum_total = sum_of(judgement.sum);
  judgement.other_total = sum_of(judgement.other);
  judgement.outcome = compare(rule, judgement);
  return judgement;
}

std::vector<CodeId> codes_of(const FigureRule& rule, const Store& store) {
  std::vector<CodeId> codes{CodeId{}};
  const CodeListId* by = nullptr;
  for (const auto* terms : {&rule.sum, &rule.other}) {
    for (const RuleTerm& term : *terms) {
      const Indicator* indicator = store.indicators.find(term.indicator);
      if (indicator == nullptr || (by != nullptr && *by != indicator->by)) return codes;
      by = &indicator->by;
    }
  }
  const auto list = by == nullptr ? store.codes.end() : store.codes.find(*by);
  if (list == store.codes.end()) return codes;
  for (const Code& code : list->second.codes) codes.push_back(code.id);
  return codes;
}

std::string written_out(const std::vector<TermValue>& terms, const Decimal& total) {
  std::string text;
  for (const TermValue& term : terms) {
    if (!text.empty()) text += " + ";
    text += fmt::format("{}{} {}", printable(term.term.indicator.str()), term.term.previous ? "@previous" : "",
                        term.value ? to_string(*term.value) : "…");
  }
  return terms.size() == 1 ? text : fmt::format("{} = {}", text, to_string(total));
}

}  // namespace nammo
