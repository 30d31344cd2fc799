#pragma once

#include <fmt/core.h>

#include <string>

#include "nammo/diagnostic.h"

namespace nammo::test {

// Findings as lines "file:line:column-end_line:end_column: code: message", warnings
// with "(warning)" before the code; `help` and related places where they are asked for.
inline std::string lines_of(const Diagnostics& findings, Language language = Language::en) {
  std::string result;
  for (const Diagnostic& d : findings.items()) {
    const Place& p = d.where.place;
    result += fmt::format("{}:{}:{}-{}:{}: {}{}: {}\n", d.where.file, p.line, p.column, p.end_line, p.end_column,
                          d.severity == Severity::warning ? "(warning) " : "", d.code, d.message.in(language));
  }
  return result;
}

}  // namespace nammo::test
