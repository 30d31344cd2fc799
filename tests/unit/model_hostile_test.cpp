#include <doctest/doctest.h>

#include "nammo/report.h"
#include "support/sample_store.h"
#include "support/store_loading.h"

using namespace nammo;
using test::load_all;

namespace {

constexpr const char* kValues[] = {"", "[1, [2]]", "{a: {b: c}}", "\"\"", "-99999999999999999999"};

// Calls f(text) with each value of `text` in turn replaced by each of the values
// above; a value is what follows ": " up to the end of its line or entry.
template <typename F>
void with_each_value_replaced(const std::string& text, F&& f) {
  for (auto at = text.find(": "); at != std::string::npos; at = text.find(": ", at + 1)) {
    const auto end = text.find_first_of("\n,}", at);
    for (const char* value : kValues) f(text.substr(0, at + 2) + value + text.substr(end));
  }
}

}  // namespace

TEST_CASE("hostile input: whatever stands for a value of a report, it is read or said to be wrong") {
  const auto loaded = load_all(test::sample_store());
  const auto key = parse_report_path(test::kSampleReportPath);
  with_each_value_replaced(test::sample_report(), [&](const std::string& text) {
    CAPTURE(text);
    Diagnostics findings;
    const auto read = read_report(text, *key, *loaded.store, findings);
    CHECK(read.unreadable == !read.report);
    CHECK((!read.unreadable || findings.has_errors()));
  });
}

TEST_CASE("hostile input: whatever stands for a value of the settings or the regime, the rest is read") {
  const auto settings = test::sample_store().files().at("nammo.yaml");
  for (const char* file : {"nammo.yaml", "reporting.yaml"}) {
    with_each_value_replaced(test::sample_store().files().at(file), [&](const std::string& text) {
      CAPTURE(text);
      test::MemoryFiles files{{{"nammo.yaml", settings}}};
      files.put(file, text);
      Diagnostics findings;
      auto store = load_settings(files, findings);
      if (store) load_regime(files, *store, findings);
      CHECK((store || findings.has_errors()));
    });
  }
}
