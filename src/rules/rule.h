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
  // Finds at most `limit` things, and then says that there are more.
  Finder(const Rule& rule, Diagnostics& diagnostics, int limit) : rule_(rule), diagnostics_(diagnostics), limit_(limit) {}

  void add(Location where, Text message, Text help, std::vector<Related> related = {}) const;

 private:
  const Rule& rule_;
  Diagnostics& diagnostics_;
  int limit_;
  mutable int count_ = 0;
};

// A hostile file could have as many findings as values.
inline constexpr int kMaxOfOneRule = 100;

}  // namespace nammo::rules
