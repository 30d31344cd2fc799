#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nammo/catalog.h"
#include "nammo/ids.h"
#include "nammo/report.h"
#include "nammo/store.h"

namespace nammo {

// The value of an indicator (of all its codes, or of one), in this period or the
// one before; empty when it is missing.
using FigureLookup = std::function<std::optional<Decimal>(const RuleTerm& term, const CodeId& code)>;

// A term with the number that stood for it; empty: it was missing.
struct TermValue {
  RuleTerm term;
  std::optional<Decimal> value;
};

// What an identity says of some figures, with every number involved.
struct Judgement {
  enum class Outcome {
    skipped,   // a figure is missing and the rule passes over that, or none is there at all
    missing,   // a figure is missing where the rule says that this is an error
    holds,
    violated,
  };
  Outcome outcome = Outcome::skipped;
  std::vector<TermValue> sum;
  std::vector<TermValue> other;
  Decimal sum_total;    // of what is there; what is missing counts as nothing
  Decimal other_total;
};

// Judges the figures of one area and period. A missing figure follows the rule's
// `when_missing`.
[[nodiscard]] Judgement judge(const FigureRule& rule, const CodeId& code, const FigureLookup& figures);

// Judges a total: every number is the sum over those of `areas` that gave every
// figure that the rule names (DESIGN 6). Skipped when no area did.
[[nodiscard]] Judgement judge_total(const FigureRule& rule, const CodeId& code,
                                    std::span<const FigureLookup> areas);

// For which codes a rule is judged: always the empty one, which is the total; and
// each code of the list when all its indicators go by the same one.
[[nodiscard]] std::vector<CodeId> codes_of(const FigureRule& rule, const Store& store);

// "petitions-pending@previous 2 + petitions-received 4 = 6": one side with its
// total, for a finding; "…" for what is missing.
[[nodiscard]] std::string written_out(const std::vector<TermValue>& terms, const Decimal& total);

}  // namespace nammo
