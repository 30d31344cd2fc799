#include <algorithm>
#include <set>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/figure_rows.h"
#include "render/figure_table.h"
#include "render/names.h"
#include "render/withheld.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr std::size_t kMostUnits = 12;  // columns; above that one for each child

// A column: what an area itself gave, or the total of its subtree.
struct Column {
  const Area* area = nullptr;
  bool subtree = false;
};

// Each area of the deliveries once, children before their parents.
void add_below(const Store& store, const std::set<AreaId>& reporting, const Area& root, std::vector<Column>& columns) {
  auto children = store.areas.children(root.id);
  std::sort(children.begin(), children.end(),
            [](const Area* a, const Area* b) { return natural_less(a->id.str(), b->id.str()); });
  for (const Area* child : children) add_below(store, reporting, *child, columns);
  if (reporting.contains(root.id)) columns.push_back({&root, false});
}

std::vector<Column> columns_of(const Document& document, const Consolidated& report) {
  const Store& store = document.store;
  const auto& depth = document.options.figures.depth;
  std::set<AreaId> reporting;
  for (const auto& delivery : report.figure_deliveries()) reporting.insert(delivery.obligation.area);
  const Area* asked = store.areas.find(report.question.area);
  std::vector<Column> columns;
  if (asked == nullptr) return columns;
  const bool derived = !report.question.type->figures_from.empty();
  if (reporting.size() <= kMostUnits && !derived && !depth) {
    add_below(store, reporting, *asked, columns);
    return columns;
  }
  auto areas = areas_of_rows(store, report, depth.value_or(1));
  std::sort(areas.begin(), areas.end(),
            [](const Area* a, const Area* b) { return natural_less(a->id.str(), b->id.str()); });
  for (const Area* area : areas) {
    if (area != asked) columns.push_back({area, true});
  }
  // The asked area's own figures, so that the row adds up.
  if (reporting.contains(asked->id) && !derived && depth != 0) columns.push_back({asked, false});
  return columns;
}

class AnnexTable {
 public:
  AnnexTable(const Document& document, const Source& source)
      : document_(document), source_(source), columns_(columns_of(document, *source.report)) {}

  [[nodiscard]] FigureTable table();

 private:
  [[nodiscard]] std::vector<FigureTableRow> rows();
  [[nodiscard]] FigureTableRow row(const Indicator& indicator, const Code* code);
  [[nodiscard]] FigureCell cell(const Column& column, const Indicator& indicator, const Code* code);
  [[nodiscard]] std::string key() const;

  const Document& document_;
  const Source& source_;
  std::vector<Column> columns_;
  Marks marks_;
};

FigureCell AnnexTable::cell(const Column& column, const Indicator& indicator, const Code* code) {
  const auto& [area, subtree] = column;
  if (code != nullptr && source_.tally.withheld(area->id, *code)) return withheld_cell(marks_);
  const CodeId id = code == nullptr ? CodeId{} : code->id;
  const Language language = document_.language();
  if (subtree) return figure_cell(source_.tally.total(area->id, indicator, id), indicator, marks_, language);
  const Period& period = source_.report->question.period;
  const auto own = source_.tally.own(area->id, period, indicator, id);
  const Indicator* whole = document_.store.indicators.find(indicator.denominator);
  const bool of_nothing = whole != nullptr && source_.tally.own(area->id, period, *whole, id).value == Decimal{};
  return figure_cell(own, of_nothing, indicator, marks_, language);
}

FigureTableRow AnnexTable::row(const Indicator& indicator, const Code* code) {
  const Language language = document_.language();
  const auto& asked = source_.report->question.area;
  const bool withheld = code != nullptr && source_.tally.withheld(asked, *code);
  const auto total = source_.tally.total(asked, indicator, code == nullptr ? CodeId{} : code->id);
  FigureTableRow row;
  row.label =
      code == nullptr ? indicator_label(document_, indicator, total) : code_row_label(indicator, *code, language);
  row.unit = indicator.unit.in(language);
  for (const auto& column : columns_) row.cells.push_back(cell(column, indicator, code));
  row.total = withheld ? withheld_cell(marks_) : figure_cell(total, indicator, marks_, language);
  if (!withheld) row.basis = total;
  return row;
}

std::vector<FigureTableRow> AnnexTable::rows() {
  std::vector<FigureTableRow> rows;
  for (const Indicator* indicator : indicators_of(document_.store, *source_.report, document_.options.figures)) {
    rows.push_back(row(*indicator, nullptr));
    const CodeList* list = breakdown_of(document_.store, *indicator);
    if (list == nullptr) continue;
    for (const auto& code : list->codes) rows.push_back(row(*indicator, &code));
  }
  return rows;
}

std::string AnnexTable::key() const {
  const Language language = document_.language();
  if (columns_.empty() || !columns_.front().subtree) return capitalised(marks_key(marks_, language));
  const auto& [type, org, asked, period] = source_.report->question;
  const auto& basis = source_.report->figure_deliveries();
  const bool reports = std::any_of(basis.begin(), basis.end(), [&](const Delivery& delivery) {
    return delivery.obligation.area == source_.report->question.area;
  });
  const bool shown = columns_.back().area->id == asked;
  const auto own = reports && !shown
                       ? say_in(language, msg::key_own_in_sum, unit_name(document_.store, org, asked, language))
                       : std::string{};
  const ReportType* base = document_.store.regime.find(type->figures_from);
  const bool weeks = base != nullptr && base->period == PeriodKind::week;
  const auto derived = base == nullptr ? std::string{} : say_in(language, weeks ? msg::key_weeks : msg::key_derived);
  return capitalised(join({marks_key(marks_, language), say_in(language, msg::key_children), own, derived}, "; "));
}

FigureTable AnnexTable::table() {
  const Language language = document_.language();
  FigureTable table;
  std::vector<const Area*> areas;
  for (const auto& column : columns_) {
    table.heads.push_back(capitalised(column.area->brief.empty() ? column.area->name : column.area->brief));
    areas.push_back(column.area);
  }
  table.caption = source_caption(document_, source_);
  table.rows = rows();
  table.key = key();
  table.withheld = withheld_sentence(document_.store, *source_.report, areas, language);
  table.broken = given_twice(document_, source_);
  for (auto& sentence : broken_sentences(document_, source_)) table.broken.push_back(std::move(sentence));
  return table;
}

}  // namespace

std::vector<FigureTable> annex_tables(const Document& document) {
  std::vector<FigureTable> tables;
  for (const auto& source : document.sources) {
    const bool any = !indicators_of(document.store, *source.report, document.options.figures).empty();
    if (!any || source.report->figure_deliveries().empty()) continue;
    tables.push_back(AnnexTable(document, source).table());
  }
  return tables;
}

void put_annex(const Document& document, Tree& tree) {
  std::vector<Tree> nodes;
  for (const auto& table : annex_tables(document)) nodes.push_back(table_node(table));
  put(tree, "no_figures", nodes.empty() ? say_in(document.language(), msg::no_indicators) : std::string{});
  put(tree, "figure_tables", std::move(nodes));
  put(tree, "comparison_tables", comparison_nodes(document));
}

}  // namespace nammo
