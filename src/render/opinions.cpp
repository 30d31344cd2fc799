#include "render/opinions.h"

#include <array>
#include <set>
#include <span>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/figure_rows.h"
#include "render/matters.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/words.h"
#include "tally/lowest_reports.h"

namespace nammo {
namespace {

constexpr std::array<Breadth, 6> kBreadths = {Breadth::vast_majority, Breadth::majority, Breadth::many,
                                              Breadth::some,          Breadth::isolated, Breadth::unknown};

Tree row_node(const Document& document, const OpinionTable& table, const OpinionRow& row,
              const std::vector<Breadth>& columns, bool& dash) {
  Tree node;
  put(node, "subject", subject_of(document.store, row.topic, row.field, document.language()));
  put(node, "stance", word(row.stance, document.language()));
  std::vector<std::string> counts;
  for (const auto breadth : columns) {
    const int count = count_of(row, breadth);
    dash = dash || count == 0;
    counts.push_back(count == 0 ? "-" : std::to_string(count));
  }
  put(node, "counts", counts);
  put(node, "share", std::to_string(row.areas) + "/" + std::to_string(table.reporting_areas));
  return node;
}

Tree table_node(const Document& document, const Source& source, const OpinionTable& table) {
  const auto columns = breadths_of(table);
  std::vector<std::string> heads;
  for (const auto breadth : columns) heads.push_back(capitalised(word(breadth, document.language())));
  std::vector<Tree> rows;
  bool dash = false;
  for (const auto& row : table.rows) rows.push_back(row_node(document, table, row, columns, dash));
  Tree node;
  put(node, "caption", source_caption(document, source));
  put(node, "kind", kind_of_lowest(document, source.report->figure_deliveries()));
  put(node, "breadths", heads);
  put(node, "rows", std::move(rows));
  put(node, "dash", dash);
  return node;
}

std::vector<Tree> opinion_lines(const Document& document) {
  std::vector<Tree> lines;
  for (const Delivery* delivery : speakers(document)) {
    for (const auto& opinion : delivery->filing.report->opinions) {
      if (opinion.text.empty()) continue;
      Tree node = line_node({}, subject_of(document.store, opinion.topic, opinion.field, document.language()),
                            sentence(opinion.text));
      put(node, "stance", word(opinion.stance, document.language()));
      put(node, "note", concerned_areas(document, {}, *delivery));
      lines.push_back(std::move(node));
    }
  }
  return lines;
}

}  // namespace

int count_of(const OpinionRow& row, Breadth breadth) {
  const auto index = static_cast<std::size_t>(breadth);
  return index < row.by_breadth.size() ? row.by_breadth[index] : 0;
}

std::vector<Breadth> breadths_of(const OpinionTable& table) {
  std::vector<Breadth> columns;
  for (const auto breadth : kBreadths) {
    for (const auto& row : table.rows) {
      if (count_of(row, breadth) == 0) continue;
      columns.push_back(breadth);
      break;
    }
  }
  return columns;
}

std::string kind_of_lowest(const Store& store, std::span<const Delivery> deliveries, Language language) {
  const auto lowest = lowest_areas(deliveries);
  const Area* area = lowest.empty() ? nullptr : store.areas.find(lowest.front());
  return area == nullptr ? std::string{} : kind_of_area(store, area->level, lowest, language);
}

std::string kind_of_lowest(const Document& document, std::span<const Delivery> deliveries) {
  return kind_of_lowest(document.store, deliveries, document.language());
}

void put_opinions(const Document& document, Tree& tree) {
  std::vector<Tree> tables;
  for (const auto& source : document.sources) {
    const auto table = tally_opinions(document.store, source.report->figure_deliveries());
    if (!table.rows.empty()) tables.push_back(table_node(document, source, table));
  }
  auto lines = opinion_lines(document);
  const bool none = tables.empty() && lines.empty();
  put(tree, "no_opinion",
      none ? say_in(document.language(), rests_on_reports(document) ? msg::no_opinion : msg::no_reports)
           : std::string{});
  put(tree, "opinion_tables", std::move(tables));
  put(tree, "opinions", std::move(lines));
}

}  // namespace nammo
