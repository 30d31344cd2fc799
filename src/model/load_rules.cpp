#include <utility>

#include "base/catalogue/model.h"
#include "model/load_catalog.h"
#include "model/open_document.h"
#include "model/references.h"
#include "model/suggest.h"
#include "model/unique.h"

namespace nammo::model {
namespace {

using yaml::Node;

constexpr std::string_view kPrevious = "@previous";

// "petitions-pending@previous"
bool resolve_term(const Node& node, RuleTerm& out, const Reading& reading) {
  if (!node.is_scalar()) return false;
  auto name = node.text();
  out.previous = name.ends_with(kPrevious);
  if (out.previous) name.remove_suffix(kPrevious.size());
  return resolve(node, name, out.indicator, reading);
}

void read_terms(const Node& list, std::vector<RuleTerm>& out, const Reading& reading) {
  if (!list || !list.is_sequence()) return;
  for (const auto& node : list) {
    RuleTerm term;
    if (resolve_term(node, term, reading)) out.push_back(std::move(term));
  }
}

FigureRule read_rule(const std::string& id, const Node& node, const Reading& reading) {
  FigureRule rule;
  rule.id = id;
  rule.place = node.place();
  read_terms(node.find("sum"), rule.sum, reading);
  const auto equals = node.find("equals");
  rule.relation = equals ? FigureRule::Relation::equals : FigureRule::Relation::at_most;
  read_terms(equals ? equals : node.find("at_most"), rule.other, reading);
  if (const auto missing = node.find("when_missing")) take(missing, rule.when_missing);
  return rule;
}

}  // namespace

void load_rules(const FileReader& files, Store& store, Diagnostics& diagnostics) {
  const std::string file = "catalog/rules.yaml";
  const auto first = diagnostics.items().size();
  const auto document = open_document(files, file, schema::FileType::rules, Need::optional, diagnostics);
  if (!document.tree) return;
  const Reading reading{file, store, diagnostics, first};
  each_unique(document.tree->root(), reading, [&](const std::string& id, const Node& node) {
    FigureRule rule = read_rule(id, node, reading);
    if (!reading.has_error_within(node, node)) store.rules.push_back(std::move(rule));
  });
}

}  // namespace nammo::model
