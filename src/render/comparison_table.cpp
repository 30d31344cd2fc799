#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/figure_rows.h"
#include "render/figure_table.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

// "+3", "-1,5"; a change without a sign would be read as a figure.
std::string signed_text(const Decimal& value, const Indicator& indicator, Language language) {
  const Decimal shown = indicator.kind == IndicatorKind::ratio ? rounded(value) : value;
  return (Decimal{} < shown ? "+" : "") + number_text(shown, language);
}

// "+3 (+12,5 %)": of a ratio in points alone, and without a share of nothing.
std::string change_text(const Comparison& c, const Indicator& indicator, Language language) {
  if (!c.change) return "…";
  const std::string change = signed_text(*c.change, indicator, language);
  if (!c.percent) return change;
  const Decimal percent = rounded(*c.percent);
  return say_in(language, msg::compare_with_share, change, (Decimal{} < percent ? "+" : "") + number_text(percent, language));
}

Tree row_node(const ComparisonRow& row, Marks& marks, Language language) {
  const Indicator& indicator = *row.indicator;
  const Comparison& c = row.figures;
  Tree node;
  put(node, "label", row.label);
  put(node, "unit", indicator.unit.in(language));
  put(node, "now", figure_cell(c.now, indicator, marks, language).text);
  put(node, "now_share", share_text(c.now));
  put(node, "then", figure_cell(c.then, indicator, marks, language).text);
  put(node, "then_share", share_text(c.then));
  put(node, "difference", c.difference ? signed_text(*c.difference, indicator, language) : std::string("…"));
  put(node, "change", change_text(c, indicator, language));
  put(node, "common", std::to_string(c.common));
  marks.missing = marks.missing || !c.difference || !c.change;
  return node;
}

Tree node_of(const ComparisonTable& table, Language language) {
  Marks marks;
  std::vector<Tree> rows;
  for (const auto& row : table.rows) rows.push_back(row_node(row, marks, language));
  Tree node;
  put(node, "caption", table.caption);
  put(node, "head_now", table.head_now);
  put(node, "head_then", table.head_then);
  put(node, "none", table.none);
  put(node, "rows", std::move(rows));
  put(node, "key", join({say_in(language, msg::compare_key), marks_key(marks, language)}, "; "));
  return node;
}

std::vector<ComparisonRow> rows_of(const Document& document, const Source& source, const Consolidated& then) {
  const Language language = document.language();
  const AreaId& asked = document.question().area;
  const Comparer comparer(document.store, *source.report, then);
  std::vector<ComparisonRow> rows;
  for (const Indicator* indicator : indicators_of(document.store, *source.report, document.options.figures)) {
    rows.push_back({indicator, indicator->label.in(language), comparer.compare(asked, *indicator)});
    const CodeList* list = breakdown_of(document.store, *indicator);
    if (list == nullptr) continue;
    for (const Code& code : list->codes) {
      if (source.tally.withheld(asked, code)) continue;
      rows.push_back({indicator, code_row_label(*indicator, code, language), comparer.compare(asked, *indicator, code.id)});
    }
  }
  return rows;
}

ComparisonTable table_of(const Document& document, const Source& source, const Consolidated& then) {
  const Language language = document.language();
  const std::string now = uncapitalised(period_text(document.question().period, language));
  const std::string before = uncapitalised(period_text(then.question.period, language));
  const std::string of = source_caption(document, source);
  ComparisonTable table;
  table.caption = of.empty() ? say_in(language, msg::compare_caption, now, before)
                             : say_in(language, msg::compare_caption_of, now, before, of);
  table.head_now = capitalised(now);
  table.head_then = capitalised(before);
  if (then.figure_deliveries().empty()) {
    table.none = say_in(language, msg::compare_none, table.head_then);
  } else {
    table.rows = rows_of(document, source, then);
  }
  return table;
}

}  // namespace

std::vector<ComparisonTable> comparison_tables(const Document& document) {
  std::vector<ComparisonTable> tables;
  for (const Source& source : document.sources) {
    const Consolidated* then = compared_with(*source.report, document.options.figures);
    if (then != nullptr) tables.push_back(table_of(document, source, *then));
  }
  return tables;
}

std::vector<Tree> comparison_nodes(const Document& document) {
  std::vector<Tree> nodes;
  for (const auto& table : comparison_tables(document)) nodes.push_back(node_of(table, document.language()));
  return nodes;
}

}  // namespace nammo
