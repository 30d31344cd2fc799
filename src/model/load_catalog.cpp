#include <utility>

#include "model/load_catalog.h"
#include "model/load_regime.h"
#include "model/open_document.h"
#include "model/references.h"
#include "nammo/store.h"

namespace nammo {
namespace {

using namespace model;
using yaml::Node;

constexpr Field<Code> kCode[] = {{"label", value<&Code::label>},
                                 {"confidential", value<&Code::confidential>},
                                 {"unit", value<&Code::unit>},
                                 {"people-unit", value<&Code::people_unit>}};

// A code whose label is wrong keeps its name: what names it is not wrong too.
Code read_code(const Node& key, const Node& node, const Reading& reading) {
  Code code;
  code.id = CodeId{std::string(key.text())};
  const bool detailed = node.is_mapping() && node.find("label");
  if (detailed) read_fields(node, kCode, code, reading);
  if (!detailed) take(node, code.label);
  if (code.label.empty()) code.label = {code.id.str(), code.id.str()};
  return code;
}

void load_codes(const FileReader& files, Store& store, Diagnostics& diagnostics) {
  const std::string file = "catalog/codes.yaml";
  const auto first = diagnostics.items().size();
  const auto document = open_document(files, file, schema::FileType::codes, Need::optional, diagnostics);
  store.declared.codes = document.tree || !document.exists;
  if (!document.tree || !document.tree->root().is_mapping()) return;
  const Reading reading{file, store, diagnostics, first};
  document.tree->root().each_pair([&](const Node& key, const Node& node) {
    auto& list = store.codes[CodeListId{std::string(key.text())}];
    if (!node.is_mapping()) return;
    node.each_pair([&](const Node& id, const Node& code) { list.codes.push_back(read_code(id, code, reading)); });
  });
}

}  // namespace

void load_catalog(const FileReader& files, Store& store, Diagnostics& diagnostics) {
  if (!store.declared.regime) list_report_types(files, store);
  load_codes(files, store, diagnostics);
  model::load_indicators(files, store, diagnostics);
  model::load_rules(files, store, diagnostics);
}

}  // namespace nammo
