#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/catalogue/message.h"
#include "nammo/diagnostic.h"

namespace nammo::rules {

struct JudgedReport;
struct JudgedStore;
class Finder;

// One rule of `check`. Those that reading itself applies (YAML, schemas, names)
// have no function here.
struct Rule {
  std::string_view code;
  Severity severity = Severity::error;
  Message description;  // one line, for the manual
  void (*judge_report)(const JudgedReport&, const Finder&) = nullptr;
  void (*judge_store)(const JudgedStore&, const Finder&) = nullptr;
};

// All rules, in the order in which the manual lists them.
[[nodiscard]] std::span<const Rule> all_rules();

// Where a rule puts what it finds.
class Finder {
 public:
  Finder(const Rule& rule, Diagnostics& diagnostics) : rule_(rule), diagnostics_(diagnostics) {}

  void add(Location where, Text message, Text help, std::vector<Related> related = {}) const {
    diagnostics_.add({rule_.severity, std::string(rule_.code), std::move(where), std::move(message), std::move(help),
                      std::move(related)});
  }

 private:
  const Rule& rule_;
  Diagnostics& diagnostics_;
};

}  // namespace nammo::rules
