#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/chart_values.h"
#include "render/figure_rows.h"
#include "render/figure_table.h"
#include "render/names.h"
#include "render/withheld.h"
#include "render/wording.h"

namespace nammo {
namespace {

// What came in, what became of it and what is left, in that order.
struct Balance {
  const FigureRule* rule = nullptr;
  std::vector<const Indicator*> figures;
};

bool names_now(const std::vector<RuleTerm>& terms, const IndicatorId& indicator) {
  return std::any_of(terms.begin(), terms.end(), [&](const RuleTerm& t) { return !t.previous && t.indicator == indicator; });
}

// The stock that `rule` carries over; null where it carries none, or one that a nil
// report says nothing of.
const Indicator* carried_stock(const FigureRule& rule, const Store& store) {
  if (rule.relation != FigureRule::Relation::equals) return nullptr;
  for (const RuleTerm& term : rule.sum) {
    const Indicator* stock = term.previous ? store.indicators.find(term.indicator) : nullptr;
    if (stock != nullptr && stock->zero_when_nil && names_now(rule.other, stock->id)) return stock;
  }
  return nullptr;
}

// Those of the report type alone: a weekly report may not have them all.
void add_figures(const std::vector<RuleTerm>& terms, const IndicatorId& last, const ChartSource& source, Balance& balance) {
  for (const RuleTerm& term : terms) {
    const Indicator* figure = source.store.indicators.find(term.indicator);
    if (term.previous || figure == nullptr || figure->id == last) continue;
    if (figure->belongs_to(source.report.question.type->id)) balance.figures.push_back(figure);
  }
}

std::vector<Balance> balances_of(const ChartSource& source) {
  std::vector<Balance> balances;
  for (const FigureRule& rule : source.store.rules) {
    const Indicator* stock = carried_stock(rule, source.store);
    if (stock == nullptr) continue;
    Balance balance{&rule, {}};
    add_figures(rule.sum, stock->id, source, balance);
    if (balance.figures.empty()) continue;
    add_figures(rule.other, stock->id, source, balance);
    if (stock->belongs_to(source.report.question.type->id)) balance.figures.push_back(stock);
    balances.push_back(std::move(balance));
  }
  return balances;
}

double plotted(const Decimal& value) {
  double size = static_cast<double>(value.digits);
  for (int i = 0; i < value.scale; ++i) size /= 10;
  return size;
}

ChartValue value_of(const ChartSource& source, const ChartPeriod& period, const Indicator& indicator, Marks& marks) {
  if (period.figures.empty()) return {std::nullopt, "…", {}};
  const Total total = Tally(source.store, period.figures).total(source.report.question.area, indicator);
  ChartValue value;
  value.text = figure_cell(total, indicator, marks, source.language).text;
  if (!total.value) return value;
  value.value = plotted(*total.value);
  if (total.reported < total.expected) value.share = share_text(total);
  return value;
}

// A label that begins with "- " is a part of the one above; here it stands by itself.
std::string label_of(const Indicator& indicator, Language language) {
  std::string_view label = indicator.label.in(language);
  while (label.starts_with("- ") || label.starts_with("+ ")) label.remove_prefix(2);
  return capitalised(label);
}

std::string described(const LineChart::Line& line, const std::vector<std::string>& names) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < line.values.size(); ++i) {
    const auto& value = line.values[i];
    parts.push_back(names[i] + ": " + value.text + (value.share.empty() ? "" : " (" + value.share + ")"));
  }
  return line.label + " – " + join(parts, ", ") + ".";
}

struct Drawn {
  LineChart chart;
  Marks marks;
  bool any = false;
  bool partly = false;
};

Drawn drawn(const ChartSource& source, const Balance& balance) {
  Drawn result;
  result.chart.axis = axis_of(source);
  for (const Indicator* indicator : balance.figures) {
    LineChart::Line line{label_of(*indicator, source.language), {}};
    for (const auto& period : source.periods) line.values.push_back(value_of(source, period, *indicator, result.marks));
    for (const auto& value : line.values) {
      result.any = result.any || value.value;
      result.partly = result.partly || !value.share.empty();
      result.marks.missing = result.marks.missing || value.text == "…";
    }
    result.chart.lines.push_back(std::move(line));
  }
  return result;
}

// Said where the totals themselves leave codes out.
std::string withheld_here(const ChartSource& source, const Balance& balance) {
  const Area* area = source.store.areas.find(source.report.question.area);
  const bool broken_down = std::any_of(balance.figures.begin(), balance.figures.end(), [&](const Indicator* one) {
    return breakdown_of(source.store, *one) != nullptr;
  });
  if (area == nullptr || !broken_down) return {};
  return withheld_sentence(source.store, source.report, {&area, 1}, source.language);
}

void add_balance(const ChartSource& source, const Balance& balance, Charts& charts) {
  const Language language = source.language;
  const Drawn result = drawn(source, balance);
  const Indicator& first = *balance.figures.front();
  const auto label = label_of(first, language);
  if (!result.any) return leave_out(source, say_in(language, msg::chart_no_figures, label), charts);
  auto words = words_for(source, "figures-" + balance.rule->id, say_in(language, msg::chart_balance, label),
                         join({span_of(source), say_in(language, msg::chart_unit, first.unit)}, "; "));
  std::vector<std::string> sentences{words.subtitle + "."};
  const auto names = period_names(result.chart.axis);
  for (const auto& line : result.chart.lines) sentences.push_back(described(line, names));
  const auto key = marks_key(result.marks, language);
  if (!key.empty()) words.notes.push_back(capitalised(key) + ".");
  if (result.partly) words.notes.push_back(say_in(language, msg::chart_partly));
  const auto withheld = withheld_here(source, balance);
  if (!withheld.empty()) words.notes.push_back(withheld);
  sentences.insert(sentences.end(), words.notes.begin(), words.notes.end());
  words.description = join(sentences, " ");
  add_chart(result.chart, words, charts);
}

}  // namespace

void add_balances(const ChartSource& source, Charts& charts) {
  const auto balances = balances_of(source);
  if (balances.empty()) leave_out(source, say_in(source.language, msg::chart_no_balance), charts);
  for (const Balance& balance : balances) add_balance(source, balance, charts);
}

}  // namespace nammo
