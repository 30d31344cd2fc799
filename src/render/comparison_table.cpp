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

Tree row_of(const Document& document, const Comparer& comparer, const Indicator& indicator, const Code* code,
            Marks& marks) {
  const Language language = document.language();
  const auto c = comparer.compare(document.question().area, indicator, code == nullptr ? CodeId{} : code->id);
  Tree node;
  put(node, "label", code == nullptr ? indicator.label.in(language) : code_row_label(indicator, *code, language));
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

std::vector<Tree> rows_of(const Document& document, const Source& source, const Consolidated& then, Marks& marks) {
  const Comparer comparer(document.store, *source.report, then);
  std::vector<Tree> rows;
  for (const Indicator* indicator : indicators_of(document.store, *source.report, document.options.figures)) {
    rows.push_back(row_of(document, comparer, *indicator, nullptr, marks));
    const CodeList* list = breakdown_of(document.store, *indicator);
    if (list == nullptr) continue;
    for (const Code& code : list->codes) {
      if (!source.tally.withheld(document.question().area, code)) rows.push_back(row_of(document, comparer, *indicator, &code, marks));
    }
  }
  return rows;
}

Tree table_of(const Document& document, const Source& source, const Consolidated& then) {
  const Language language = document.language();
  Marks marks;
  Tree node;
  const std::string now = uncapitalised(period_text(document.question().period, language));
  const std::string before = uncapitalised(period_text(then.question.period, language));
  const std::string of = source_caption(document, source);
  put(node, "caption", of.empty() ? say_in(language, msg::compare_caption, now, before)
                                  : say_in(language, msg::compare_caption_of, now, before, of));
  put(node, "head_now", capitalised(now));
  put(node, "head_then", capitalised(before));
  const bool none = then.figure_deliveries().empty();
  put(node, "none", none ? say_in(language, msg::compare_none, capitalised(before)) : std::string{});
  put(node, "rows", none ? std::vector<Tree>{} : rows_of(document, source, then, marks));
  put(node, "key", join({say_in(language, msg::compare_key), marks_key(marks, language)}, "; "));
  return node;
}

}  // namespace

std::vector<Tree> comparison_nodes(const Document& document) {
  std::vector<Tree> nodes;
  for (const Source& source : document.sources) {
    const Consolidated* then = compared_with(*source.report, document.options.figures);
    if (then != nullptr) nodes.push_back(table_of(document, source, *then));
  }
  return nodes;
}

}  // namespace nammo
