#include "nammo/broken_totals.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "tally/area_values.h"
#include "tally/figure_index.h"
#include "tally/identity_line.h"
#include "tally/range_rules.h"

namespace nammo {
namespace {

using std::size_t;

constexpr size_t kMostParts = 5;

// An area with what lies below it.
struct Branch {
  AreaId id;
  FigureIndex::Range range;
  Sight sight = Sight::all;
  std::vector<Branch> below;  // those with an obligation in their subtree
};

// The first of the rule's figures that stands in the report, now or for `@previous`.
const Figure* figure_of(const FigureRule& rule, const Report& report, bool previous) {
  for (const auto* side : {&rule.sum, &rule.other}) {
    for (const RuleTerm& term : *side) {
      const Figure* figure = term.previous == previous ? report.figure(term.indicator) : nullptr;
      if (figure != nullptr) return figure;
    }
  }
  return nullptr;
}

bool needs_before(const FigureRule& rule) {
  const auto previous = [](const RuleTerm& term) { return term.previous; };
  return std::any_of(rule.sum.begin(), rule.sum.end(), previous) || std::any_of(rule.other.begin(), rule.other.end(), previous);
}

// In the last report of an area that gives one; where none does, in its last report.
Location place_in(const Consolidated& consolidated, const AreaId& area, const FigureRule& rule, bool previous) {
  const Report* last = nullptr;
  const Figure* given = nullptr;
  for (const Delivery& delivery : consolidated.figure_deliveries()) {
    if (delivery.obligation.area != area || !delivery.standing.counts || !delivery.filing.report) continue;
    const Report& report = *delivery.filing.report;
    const Figure* figure = figure_of(rule, report, previous);
    if (last != nullptr && (report.period < last->period || (given != nullptr && figure == nullptr))) continue;
    last = &report;
    given = figure;
  }
  if (last == nullptr) return {};
  return {last->file, given == nullptr ? last->period_place : given->place};
}

class Judge {
 public:
  Judge(const Store& store, const Consolidated& report, const Consolidated* before, std::vector<BrokenTotal>& found)
      : store_(store), report_(report), before_report_(before), now_(store, report.figure_deliveries()), found_(found) {
    if (before != nullptr) before_.emplace(store, before->figure_deliveries());
    for (const AreaId& area : now_.areas()) sight_.push_back(sight_of(store, area));
    root_ = branch_of(report.question.area);
  }

  void judge(const FigureRule& rule);

 private:
  [[nodiscard]] Branch branch_of(const AreaId& area) const;
  [[nodiscard]] const FigureIndex::Series* series_of(const RuleTerm& term) const;
  [[nodiscard]] bool concerns(const FigureRule& rule) const;
  [[nodiscard]] bool is_shown(const CodeId& code, Sight sight) const;
  [[nodiscard]] std::vector<AreaValues> values_of(const std::vector<RuleTerm>& terms, const CodeId& code, Sight sight) const;
  [[nodiscard]] const IdentityLine& line_of(const CodeId& code, Sight sight);
  void visit(const Branch& branch, std::vector<CodeId> codes);
  void judge_run(const Branch& branch, size_t begin, size_t end, std::vector<CodeId>& codes);
  void add(const Branch& branch, size_t begin, size_t end, const CodeId& code);

  const Store& store_;
  const Consolidated& report_;
  const Consolidated* before_report_;  // null: not asked
  FigureIndex now_;
  std::optional<FigureIndex> before_;
  std::vector<BrokenTotal>& found_;
  std::vector<Sight> sight_;  // of each area of now_
  Branch root_;

  // Of the rule at hand.
  const FigureRule* rule_ = nullptr;
  const CodeList* list_ = nullptr;
  std::map<std::pair<CodeId, Sight>, IdentityLine> lines_;
};

Branch Judge::branch_of(const AreaId& area) const {
  Branch branch{area, now_.subtree(area), sight_of(store_, area), {}};
  if (branch.range.areas_end - branch.range.areas_begin < 2) {
    const bool other = branch.range.areas_begin < branch.range.areas_end && now_.areas()[branch.range.areas_begin] != area;
    if (!other) return branch;
  }
  for (const Area* child : store_.areas.children(area)) {
    const auto range = now_.subtree(child->id);
    if (range.areas_begin < range.areas_end) branch.below.push_back(branch_of(child->id));
  }
  std::sort(branch.below.begin(), branch.below.end(),
            [](const Branch& a, const Branch& b) { return a.range.areas_begin < b.range.areas_begin; });
  return branch;
}

const FigureIndex::Series* Judge::series_of(const RuleTerm& term) const {
  if (!term.previous) return now_.series(term.indicator);
  return before_ ? before_->series(term.indicator) : nullptr;
}

bool Judge::concerns(const FigureRule& rule) const {
  const ReportType& type = *report_.question.type;
  const auto belongs = [&](const RuleTerm& term) {
    const auto* series = series_of(term);
    return series != nullptr && series->indicator->belongs_to(type.id);
  };
  if (!std::all_of(rule.sum.begin(), rule.sum.end(), belongs)) return false;
  if (!std::all_of(rule.other.begin(), rule.other.end(), belongs)) return false;
  return type.figures_from.empty() || holds_over_periods(rule, store_.indicators);
}

bool Judge::is_shown(const CodeId& code, Sight sight) const {
  const Code* known = list_ == nullptr ? nullptr : list_->find(code);
  return sight == Sight::all || known == nullptr || !known->confidential;
}

std::vector<AreaValues> Judge::values_of(const std::vector<RuleTerm>& terms, const CodeId& code, Sight sight) const {
  std::vector<AreaValues> values;
  for (const RuleTerm& term : terms) {
    const FigureIndex& index = term.previous ? *before_ : now_;
    const auto given = area_values(index, *series_of(term), code, sight);
    values.push_back(term.previous ? for_areas(now_, *before_, given) : given);
  }
  return values;
}

const IdentityLine& Judge::line_of(const CodeId& code, Sight sight) {
  const auto key = std::pair{code, sight};
  auto found = lines_.find(key);
  if (found == lines_.end()) {
    IdentityLine line(*rule_, now_.areas().size(), values_of(rule_->sum, code, sight), values_of(rule_->other, code, sight));
    found = lines_.emplace(key, std::move(line)).first;
  }
  return found->second;
}

void Judge::add(const Branch& branch, size_t begin, size_t end, const CodeId& code) {
  const IdentityLine& line = line_of(code, branch.sight);
  BrokenTotal total{rule_, report_.question.org, branch.id, code, line.judge(code, begin, end), 0, 0, {}};
  total.areas = line.count_whole(begin, end);
  const auto broken = line.broken_areas(begin, end);
  total.broken = static_cast<int>(broken.size());
  for (const size_t area : broken) {
    if (total.parts.size() == kMostParts) break;
    if (!is_shown(code, sight_[area])) continue;
    // What is told of an area is what may be seen there.
    const IdentityLine& own = line_of(code, sight_[area]);
    if (!own.is_broken(area, area + 1)) continue;
    const AreaId& id = now_.areas()[area];
    Location before = needs_before(*rule_) ? place_in(*before_report_, id, *rule_, true) : Location{};
    total.parts.push_back(BrokenPart{id, place_in(report_, id, *rule_, false), std::move(before), own.judge(code, area, area + 1)});
  }
  found_.push_back(std::move(total));
}

// The areas [begin, end) of a branch; leaves the codes that nothing is wrong with. A
// total that is wrong because one of its codes is says nothing more.
void Judge::judge_run(const Branch& branch, size_t begin, size_t end, std::vector<CodeId>& codes) {
  std::vector<CodeId> sound;
  bool in_codes = false;
  for (const CodeId& code : codes) {
    if ((code.empty() && in_codes) || !is_shown(code, branch.sight)) continue;
    if (line_of(code, branch.sight).is_broken(begin, end)) {
      add(branch, begin, end, code);
      in_codes = true;
    } else {
      sound.push_back(code);
    }
  }
  codes = std::move(sound);
}

void Judge::visit(const Branch& branch, std::vector<CodeId> codes) {
  const size_t begin = branch.range.areas_begin;
  judge_run(branch, begin, branch.range.areas_end, codes);
  if (codes.empty() || branch.below.empty()) return;
  if (now_.areas()[begin] == branch.id) {
    auto own = codes;  // what it gave itself, where the whole comes out right by chance
    judge_run(branch, begin, begin + 1, own);
  }
  for (const Branch& child : branch.below) visit(child, codes);
}

void Judge::judge(const FigureRule& rule) {
  if (!concerns(rule)) return;
  rule_ = &rule;
  lines_.clear();
  auto codes = codes_of(rule, store_);
  std::rotate(codes.begin(), codes.begin() + 1, codes.end());  // the total last
  list_ = nullptr;
  if (codes.size() > 1) list_ = series_of((rule.sum.empty() ? rule.other : rule.sum).front())->list;
  visit(root_, std::move(codes));
}

bool names_any(const FigureRule& rule, std::span<const IndicatorId> indicators) {
  if (indicators.empty()) return true;
  const auto asked = [&](const RuleTerm& term) {
    return std::find(indicators.begin(), indicators.end(), term.indicator) != indicators.end();
  };
  return std::any_of(rule.sum.begin(), rule.sum.end(), asked) || std::any_of(rule.other.begin(), rule.other.end(), asked);
}

// The same organisation's in the period before; null where `before` is another one.
const Consolidated* part_before(const Consolidated& report, const Consolidated* before) {
  if (before == nullptr || before->question.period.kind != report.question.period.kind) return nullptr;
  if (distance(before->question.period, report.question.period) != 1) return nullptr;
  if (before->question.org == report.question.org) return before;
  for (const Consolidated& part : before->gathered) {
    if (const Consolidated* found = part_before(report, &part)) return found;
  }
  return nullptr;
}

void judge_report(const Store& store, const Consolidated& report, const Consolidated* before,
                  std::span<const IndicatorId> indicators, std::vector<BrokenTotal>& found) {
  Judge judge(store, report, part_before(report, before), found);
  for (const FigureRule& rule : store.rules) {
    if (names_any(rule, indicators)) judge.judge(rule);
  }
  for (const Consolidated& part : report.gathered) judge_report(store, part, before, indicators, found);
}

}  // namespace

std::vector<BrokenTotal> find_broken_totals(const Store& store, const Consolidated& report, const Consolidated* before,
                                            std::span<const IndicatorId> indicators) {
  std::vector<BrokenTotal> found;
  if (!store.rules.empty()) judge_report(store, report, before, indicators, found);
  return found;
}

}  // namespace nammo
