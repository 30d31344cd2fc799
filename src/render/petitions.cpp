#include "render/figure_rows.h"
#include "render/figure_table.h"
#include "render/wording.h"

namespace nammo {
namespace {

// The list of DESIGN 4 by whose kinds petitions are counted.
const CodeListId kPetitionKinds{"petition-kinds"};

Tree row_node(const Document& document, const Source& source, const Indicator& indicator, const CodeList& kinds,
              Marks& marks) {
  const Language language = document.language();
  const AreaId& asked = source.report->question.area;
  const auto total = source.tally.total(asked, indicator);
  std::vector<std::string> cells;
  for (const auto& kind : kinds.codes) {
    if (source.tally.withheld(asked, kind)) {
      marks.withheld = true;
      cells.emplace_back("•");
    } else {
      cells.push_back(figure_text(source.tally.total(asked, indicator, kind.id), indicator, marks, language));
    }
  }
  Tree node;
  put(node, "label", indicator_label(document, indicator, total));
  put(node, "unit", indicator.unit.in(language));
  put(node, "cells", cells);
  put(node, "total", figure_text(total, indicator, marks, language));
  put(node, "share", share_text(total));
  return node;
}

Tree table_node(const Document& document, const Source& source) {
  const Language language = document.language();
  const auto found = document.store.codes.find(kPetitionKinds);
  Tree node;
  std::vector<Tree> rows;
  std::vector<std::string> heads;
  Marks marks;
  if (found != document.store.codes.end()) {
    for (const auto& kind : found->second.codes) heads.push_back(kind.label.in(language));
    for (const Indicator* indicator : indicators_of(document.store, *source.report)) {
      if (indicator->by != kPetitionKinds) continue;
      rows.push_back(row_node(document, source, *indicator, found->second, marks));
    }
  }
  put(node, "heads", heads);
  put(node, "any", !rows.empty());
  put(node, "rows", std::move(rows));
  put(node, "key", marks_key(marks, language));
  return node;
}

}  // namespace

void put_petitions(const Document& document, Tree& tree) {
  std::vector<Tree> tables;
  if (!document.sources.empty()) tables.push_back(table_node(document, document.sources.front()));
  put(tree, "petition_tables", std::move(tables));
}

}  // namespace nammo
