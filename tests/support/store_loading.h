#pragma once

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <optional>
#include <string>

#include "nammo/store.h"
#include "support/memory_files.h"
#include "support/sample_store.h"

namespace nammo::test {

// "file:line:column: code: message (help)" for each finding, as users read it.
inline std::string said(const Diagnostics& findings, Language language = Language::vi) {
  std::string text;
  for (const Diagnostic& d : findings.items()) {
    text += fmt::format("{}:{}:{}: {}: {}", d.where.file, d.where.place.line, d.where.place.column, d.code,
                        d.message.in(language));
    if (!d.help.empty()) text += " (" + d.help.in(language) + ")";
    text += "\n";
  }
  return text;
}

// `text` with the first `from` replaced, which must be there.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

// Where `part` stands for the last time, as "line:column", counted in characters.
inline std::string line_and_column(const std::string& text, const std::string& part) {
  const auto at = text.rfind(part);
  REQUIRE_MESSAGE(at != std::string::npos, part);
  int line = 1;
  int column = 1;
  for (std::size_t i = 0; i < at; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      ++line;
      column = 1;
    } else if (byte < 0x80 || byte >= 0xC0) {
      ++column;
    }
  }
  return fmt::format("{}:{}", line, column);
}

// A store with everything but its reports, and the findings as text, in order.
struct Loaded {
  std::optional<Store> store;
  std::string findings;
};

inline Loaded load_all(const MemoryFiles& files) {
  Diagnostics diagnostics;
  Loaded loaded{load_settings(files, diagnostics), {}};
  if (loaded.store) {
    load_regime(files, *loaded.store, diagnostics);
    load_catalog(files, *loaded.store, diagnostics);
    load_calendar(files, 2024, *loaded.store, diagnostics);
    load_officers(files, *loaded.store, diagnostics);
    load_areas(files, {}, *loaded.store, diagnostics);
  }
  loaded.findings = said(diagnostics);
  return loaded;
}

// What dues are reckoned from: settings, regime, calendar and areas, without a finding.
inline Store load_schedule(const MemoryFiles& files) {
  Diagnostics diagnostics;
  Store store = load_settings(files, diagnostics).value();
  load_regime(files, store, diagnostics);
  load_calendar(files, 2024, store, diagnostics);
  load_areas(files, {}, store, diagnostics);
  REQUIRE(said(diagnostics) == "");
  return store;
}

// The sample store in whose `file` the text `from` is replaced by `to` must have the
// one finding `expected`, at the last `wrong` of that file; none when it is empty.
inline void check_finding(const std::string& file, const std::string& from, const std::string& to,
                          const std::string& wrong, const std::string& expected) {
  CAPTURE(to);
  auto files = sample_store();
  const auto text = replaced(files.files().at(file), from, to);
  files.put(file, text);
  const auto where = file + ":" + line_and_column(text, wrong) + ": ";
  CHECK(load_all(files).findings == (expected.empty() ? "" : where + expected + "\n"));
}

}  // namespace nammo::test
