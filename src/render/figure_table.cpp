#include "render/figure_table.h"

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/wording.h"

namespace nammo {
namespace {

FigureCell number_cell(const Decimal& value, bool estimate, const Indicator& indicator, Language language) {
  const Decimal shown = indicator.kind == IndicatorKind::ratio ? rounded(value) : value;
  const auto text = number_text(shown, language);
  FigureCell cell;
  cell.text = estimate ? say_in(language, msg::figure_estimate, text) : text;
  cell.number = value;
  cell.decimals = shown.scale;
  cell.estimate = estimate;
  return cell;
}

FigureCell mark_cell(const char* mark, bool& used) {
  used = true;
  FigureCell cell;
  cell.text = mark;
  return cell;
}

}  // namespace

std::string marks_key(const Marks& marks, Language language) {
  std::vector<std::string> words;
  if (marks.missing) words.push_back(say_in(language, msg::key_missing));
  if (marks.none) words.push_back(say_in(language, msg::key_none));
  if (marks.not_collected) words.push_back(say_in(language, msg::key_not_collected));
  if (marks.withheld) words.push_back(say_in(language, msg::key_withheld));
  return join(words, "; ");
}

FigureCell figure_cell(const Total& total, const Indicator& indicator, Marks& marks, Language language) {
  if (total.value) return number_cell(*total.value, total.estimate, indicator, language);
  if (indicator.kind == IndicatorKind::ratio && total.reported > 0) return mark_cell("-", marks.none);
  return total.expected == 0 ? mark_cell("x", marks.not_collected) : mark_cell("…", marks.missing);
}

FigureCell figure_cell(const OwnValue& own, bool of_nothing, const Indicator& indicator, Marks& marks,
                       Language language) {
  if (own.value) return number_cell(*own.value, own.estimate, indicator, language);
  if (of_nothing) return mark_cell("-", marks.none);
  return own.status == OwnValue::Status::not_collected ? mark_cell("x", marks.not_collected)
                                                       : mark_cell("…", marks.missing);
}

FigureCell withheld_cell(Marks& marks) { return mark_cell("•", marks.withheld); }

std::string share_text(const Total& total) {
  return std::to_string(total.reported) + "/" + std::to_string(total.expected);
}

std::string code_row_label(const Indicator& indicator, const Code& code, Language language) {
  const bool part = indicator.label.in(language).starts_with("- ");
  return (part ? "+ " : "- ") + uncapitalised(code.label.in(language));
}

std::string indicator_label(const Document& document, const Indicator& indicator, const Total& total) {
  const Language language = document.language();
  const std::string& label = indicator.label.in(language);
  if (indicator.kind != IndicatorKind::stock && indicator.kind != IndicatorKind::ytd) return label;
  const auto day = short_day_text(last_day_of(document), language);
  if (!total.as_of) return say_in(language, msg::figure_as_of_day, label, day);
  return say_in(language, msg::figure_as_of_period, label, day, uncapitalised(period_text(*total.as_of, language)));
}

Tree table_node(const FigureTable& table) {
  std::vector<Tree> rows;
  for (const auto& row : table.rows) {
    std::vector<std::string> cells;
    for (const auto& cell : row.cells) cells.push_back(cell.text);
    Tree node;
    put(node, "label", row.label);
    put(node, "unit", row.unit);
    put(node, "cells", cells);
    put(node, "total", row.total.text);
    put(node, "share", row.basis ? share_text(*row.basis) : row.total.text);
    rows.push_back(std::move(node));
  }
  Tree node;
  put(node, "caption", table.caption);
  put(node, "heads", table.heads);
  put(node, "any", !table.rows.empty());
  put(node, "rows", std::move(rows));
  put(node, "key", table.key);
  put(node, "withheld", table.withheld);
  put(node, "broken", table.broken);
  return node;
}

}  // namespace nammo
