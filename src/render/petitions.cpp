#include "render/figure_rows.h"
#include "render/figure_table.h"
#include "render/wording.h"

namespace nammo {
namespace {

// The list of DESIGN 4 by whose kinds petitions are counted.
const CodeListId kPetitionKinds{"petition-kinds"};

FigureTableRow row_of(const Document& document, const Source& source, const Indicator& indicator,
                      const CodeList& kinds, Marks& marks) {
  const Language language = document.language();
  const AreaId& asked = source.report->question.area;
  const auto total = source.tally.total(asked, indicator);
  FigureTableRow row;
  row.label = indicator_label(document, indicator, total);
  row.unit = indicator.unit.in(language);
  for (const auto& kind : kinds.codes) {
    row.cells.push_back(source.tally.withheld(asked, kind)
                            ? withheld_cell(marks)
                            : figure_cell(source.tally.total(asked, indicator, kind.id), indicator, marks, language));
  }
  row.total = figure_cell(total, indicator, marks, language);
  row.basis = total;
  return row;
}

}  // namespace

FigureTable petition_table(const Document& document) {
  FigureTable table;
  const auto found = document.store.codes.find(kPetitionKinds);
  if (document.sources.empty() || found == document.store.codes.end()) return table;
  const Source& source = document.sources.front();
  Marks marks;
  for (const auto& kind : found->second.codes) table.heads.push_back(kind.label.in(document.language()));
  for (const Indicator* indicator : indicators_of(document.store, *source.report)) {
    if (indicator->by == kPetitionKinds) table.rows.push_back(row_of(document, source, *indicator, found->second, marks));
  }
  table.key = marks_key(marks, document.language());
  return table;
}

void put_petitions(const Document& document, Tree& tree) {
  std::vector<Tree> tables;
  if (!document.sources.empty()) tables.push_back(table_node(petition_table(document)));
  put(tree, "petition_tables", std::move(tables));
}

}  // namespace nammo
