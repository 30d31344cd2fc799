#include "tally/identity_line.h"

#include <algorithm>
#include <utility>

namespace nammo {
namespace {

constexpr int kScale = 12;  // as many decimals as a figure can have

Wide at_scale(const Decimal& value) {
  Wide digits = value.digits;
  for (int scale = value.scale; scale < kScale; ++scale) digits *= 10;
  return digits;
}

// False when one of them is missing.
bool add_up(const std::vector<AreaValues>& terms, std::size_t area, Wide& total) {
  for (const AreaValues& values : terms) {
    if (!values[area]) return false;
    total += at_scale(*values[area]);
  }
  return true;
}

const AreaValues* values_of(const RuleTerm& asked, const std::vector<RuleTerm>& terms, const std::vector<AreaValues>& values) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].indicator == asked.indicator && terms[i].previous == asked.previous) return &values[i];
  }
  return nullptr;
}

}  // namespace

IdentityLine::IdentityLine(const FigureRule& rule, std::size_t areas, std::vector<AreaValues> sum,
                           std::vector<AreaValues> other)
    : rule_(rule), sum_(std::move(sum)), other_(std::move(other)), difference_{0}, whole_{0} {
  for (std::size_t area = 0; area < areas; ++area) {
    Wide left = 0;
    Wide right = 0;
    const bool whole = add_up(sum_, area, left) && add_up(other_, area, right);
    difference_.push_back(difference_.back() + (whole ? left - right : 0));
    whole_.push_back(whole_.back() + (whole ? 1 : 0));
  }
}

bool IdentityLine::is_broken(std::size_t begin, std::size_t end) const {
  const Wide difference = difference_[end] - difference_[begin];
  return rule_.relation == FigureRule::Relation::equals ? difference != 0 : difference > 0;
}

int IdentityLine::count_whole(std::size_t begin, std::size_t end) const { return whole_[end] - whole_[begin]; }

std::vector<std::size_t> IdentityLine::broken_areas(std::size_t begin, std::size_t end) const {
  std::vector<std::size_t> areas;
  for (std::size_t area = begin; area < end; ++area) {
    if (is_broken(area, area + 1)) areas.push_back(area);
  }
  return areas;
}

FigureLookup IdentityLine::lookup(std::size_t area) const {
  return [this, area](const RuleTerm& term, const CodeId&) -> std::optional<Decimal> {
    const AreaValues* values = values_of(term, rule_.sum, sum_);
    if (values == nullptr) values = values_of(term, rule_.other, other_);
    return values == nullptr ? std::nullopt : (*values)[area];
  };
}

Judgement IdentityLine::judge(const CodeId& code, std::size_t begin, std::size_t end) const {
  std::vector<FigureLookup> lookups;
  for (std::size_t area = begin; area < end; ++area) lookups.push_back(lookup(area));
  return judge_total(rule_, code, lookups);
}

}  // namespace nammo
