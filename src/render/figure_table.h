#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nammo/comparison.h"
#include "render/document.h"

namespace nammo {

// Which of the marks of a table were used; each has its words in the key line.
struct Marks {
  bool missing = false;        // …
  bool none = false;           // -: a ratio of nothing, where none arose
  bool not_collected = false;  // x
  bool withheld = false;       // •
};
[[nodiscard]] std::string marks_key(const Marks& marks, Language language);

// A place with a figure of an indicator.
struct FigureCell {
  std::string text;               // as a reader sees it: the number, or the mark that stands for it
  std::optional<Decimal> number;  // exact
  int decimals = 0;               // to be shown
  bool estimate = false;
};
[[nodiscard]] FigureCell figure_cell(const Total& total, const Indicator& indicator, Marks& marks, Language language);
// `of_nothing`: the denominator of a ratio is given and zero.
[[nodiscard]] FigureCell figure_cell(const OwnValue& own, bool of_nothing, const Indicator& indicator, Marks& marks,
                                     Language language);
[[nodiscard]] FigureCell withheld_cell(Marks& marks);

// "6/7": how many of those that should give it did.
[[nodiscard]] std::string share_text(const Total& total);
// "- khiếu nại", and "+ khiếu nại" a step deeper, below an indicator that is itself a
// part of the one above it.
[[nodiscard]] std::string code_row_label(const Indicator& indicator, const Code& code, Language language);
// "Hội viên (đến 08/5)": a stock says of when it is.
[[nodiscard]] std::string indicator_label(const Document& document, const Indicator& indicator, const Total& total);

struct FigureTableRow {
  std::string label;
  std::string unit;
  std::vector<FigureCell> cells;  // one for each of the table's heads
  FigureCell total;
  std::optional<Total> basis;  // what the total rests on; empty when that is withheld
};
struct FigureTable {
  std::string caption;             // the organisation, where there are several
  std::vector<std::string> heads;
  std::vector<FigureTableRow> rows;
  std::string key;       // what the marks mean
  std::string withheld;  // which codes are left out where
  std::vector<std::string> broken;  // a sentence for each total that breaks an identity, or that is given otherwise elsewhere
};
// The figures of each source by unit, or by area where there are many; none of a
// source without indicators.
[[nodiscard]] std::vector<FigureTable> annex_tables(const Document& document);
// The indicators by kind of petition; without rows when there are none.
[[nodiscard]] FigureTable petition_table(const Document& document);

struct ComparisonRow {
  const Indicator* indicator = nullptr;
  std::string label;
  Comparison figures;
};
struct ComparisonTable {
  std::string caption;
  std::string head_now;
  std::string head_then;
  std::string none;  // why there is nothing to compare; empty when there is
  std::vector<ComparisonRow> rows;
};
// Each source's figures beside those of the earlier period that is asked for.
[[nodiscard]] std::vector<ComparisonTable> comparison_tables(const Document& document);
[[nodiscard]] std::vector<Tree> comparison_nodes(const Document& document);
// The sentences for a source's totals that break an identity.
[[nodiscard]] std::vector<std::string> broken_sentences(const Document& document, const Source& source);
// A sentence for each figure that the reports of the period itself give, too, although
// theirs come from shorter ones (`figures_from`), and give otherwise (trap T10).
[[nodiscard]] std::vector<std::string> given_twice(const Document& document, const Source& source);
// As the templates want it.
[[nodiscard]] Tree table_node(const FigureTable& table);

}  // namespace nammo
