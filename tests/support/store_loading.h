#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>

#include "nammo/store.h"
#include "support/memory_files.h"

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

}  // namespace nammo::test
