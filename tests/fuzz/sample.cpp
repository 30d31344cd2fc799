#include "fuzz/sample.h"

#include "fuzz/must.h"
#include "support/sample_store.h"

namespace nammo::fuzz {
namespace {

Store load() {
  const auto files = test::sample_store();
  Diagnostics findings;
  Store store = load_settings(files, findings).value();
  load_regime(files, store, findings);
  load_catalog(files, store, findings);
  load_calendar(files, 2024, store, findings);
  load_officers(files, store, findings);
  load_areas(files, {}, store, findings);
  must(findings.items().empty(), "nothing is wrong in the sample store");
  return store;
}

}  // namespace

const Store& sample() {
  static const Store store = load();
  return store;
}

}  // namespace nammo::fuzz
