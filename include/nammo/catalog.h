#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "nammo/decimal.h"
#include "nammo/diagnostic.h"
#include "nammo/ids.h"
#include "nammo/text.h"

namespace nammo {

// One code of a list. `unit` and `people_unit` name what an activity counts
// ("buổi", "lượt người nghe"); empty where the list does not say.
struct Code {
  CodeId id;
  Text label;
  bool confidential = false;  // left out below `confidential_from` (DESIGN 6)
  Text unit;
  Text people_unit;
};

// A list of codes, in the order of the file.
struct CodeList {
  std::vector<Code> codes;
  [[nodiscard]] const Code* find(const CodeId& id) const;
};

// catalog/codes.yaml: fields, sources, topics, groups, activity-kinds, and any
// other list that an indicator's `by` names.
using CodeLists = std::map<CodeListId, CodeList>;

enum class IndicatorKind { flow, stock, ytd, ratio };
// How a figure adds up over areas (DESIGN 6). A ratio has none.
enum class AreaRule { none, add, lowest, reconcile };

// Where a figure is reckoned from a report's own entries.
struct DerivedFrom {
  enum class Sum { entries, count, people };
  CodeId activity;  // the kind of the activities that count
  Sum sum = Sum::entries;
};

// A declared figure (catalog/indicators.yaml).
struct Indicator {
  IndicatorId id;
  Text label;
  Text unit;
  IndicatorKind kind = IndicatorKind::flow;
  AreaRule areas = AreaRule::none;
  CodeListId by;  // empty: one number
  bool zero_when_nil = false;
  int decimals = 0;  // 0 to 4
  std::optional<Decimal> usual_max;  // beyond it a figure of one report is doubted
  IndicatorId numerator;
  IndicatorId denominator;
  std::optional<std::vector<ReportTypeId>> reports;  // absent: every type
  std::optional<DerivedFrom> from;
  Place place;

  [[nodiscard]] bool belongs_to(const ReportTypeId& type) const;
};

// In the order of the file, which is the order of every table.
struct Indicators {
  std::vector<Indicator> items;
  [[nodiscard]] const Indicator* find(const IndicatorId& id) const;
};

// A term of an identity: "petitions-pending@previous".
struct RuleTerm {
  IndicatorId indicator;
  bool previous = false;  // the value of the period before
};
enum class WhenMissing { skip, zero, error };

// An identity that figures must satisfy (catalog/rules.yaml): the sum of `sum`
// equals, or is at most, the sum of `other`.
struct FigureRule {
  enum class Relation { equals, at_most };
  std::string id;
  std::vector<RuleTerm> sum;
  Relation relation = Relation::equals;
  std::vector<RuleTerm> other;
  WhenMissing when_missing = WhenMissing::skip;
  Place place;
};

}  // namespace nammo
