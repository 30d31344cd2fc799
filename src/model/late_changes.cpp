#include "nammo/late_changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "nammo/report.h"

namespace nammo {
namespace {

using Hashes = std::map<std::string, std::string>;

Hashes hashes_of(const Published& published) {
  Hashes hashes;
  for (const PublishedInput& input : published.inputs) {
    if (!is_published_path(input.path)) hashes.emplace(input.path, input.content);
  }
  return hashes;
}

std::string path_of(const PublishedDelivery& one) { return report_path(one.area, one.org, one.period); }

std::set<std::string> paths_of(const std::vector<PublishedDelivery>& deliveries) {
  std::set<std::string> paths;
  for (const PublishedDelivery& one : deliveries) paths.insert(path_of(one));
  return paths;
}

// Those of `some` that are not among `others` and have a file among `inputs`.
std::vector<PublishedDelivery> only_in(const std::vector<PublishedDelivery>& some, const std::vector<PublishedDelivery>& others,
                                       const Hashes& inputs) {
  const auto known = paths_of(others);
  std::vector<PublishedDelivery> result;
  for (const PublishedDelivery& one : some) {
    if (!known.contains(path_of(one)) && inputs.contains(path_of(one))) result.push_back(one);
  }
  return result;
}

std::vector<FileChange> file_changes(const Hashes& before, const Hashes& now, const std::set<std::string>& told) {
  std::vector<FileChange> changes;
  for (const auto& [path, content] : now) {
    const auto old = before.find(path);
    if (old == before.end()) changes.push_back({FileChange::Kind::added, path});
    if (old != before.end() && old->second != content) changes.push_back({FileChange::Kind::changed, path});
  }
  for (const auto& [path, content] : before) {
    if (!now.contains(path)) changes.push_back({FileChange::Kind::gone, path});
  }
  std::erase_if(changes, [&](const FileChange& one) { return told.contains(one.path); });
  std::sort(changes.begin(), changes.end(), [](const FileChange& a, const FileChange& b) { return a.path < b.path; });
  return changes;
}

auto key_of(const PublishedFigure& figure) {
  return std::make_tuple(figure.org, figure.area, figure.indicator, figure.breakdown);
}

// The place of `figure`, with no figure in it.
PublishedFigure nothing_at(const PublishedFigure& figure) {
  PublishedFigure nothing;
  std::tie(nothing.org, nothing.area, nothing.indicator, nothing.breakdown) = key_of(figure);
  return nothing;
}

std::vector<FigureChange> figure_changes(const Published& before, const Published& now) {
  std::map<decltype(key_of(PublishedFigure{})), const PublishedFigure*> old;
  for (const PublishedFigure& figure : before.figures) old.emplace(key_of(figure), &figure);
  std::vector<FigureChange> changes;
  for (const PublishedFigure& figure : now.figures) {
    const auto found = old.find(key_of(figure));
    const PublishedFigure from = found == old.end() ? nothing_at(figure) : *found->second;
    if (from != figure) changes.push_back({from, figure});
    if (found != old.end()) old.erase(found);
  }
  for (const auto& [key, figure] : old) changes.push_back({*figure, nothing_at(*figure)});
  return changes;
}

std::vector<FactChange> fact_changes(const Published& before, const Published& now) {
  using Fact = FactChange::Fact;
  std::vector<FactChange> changes;
  const auto compare = [&](Fact fact, const std::string& from, const std::string& to) {
    if (!to.empty() && from != to) changes.push_back({fact, from, to});
  };
  const auto day = [](const std::optional<Date>& date) { return date ? format_date(*date) : std::string{}; };
  compare(Fact::number, before.number, now.number);
  compare(Fact::date, day(before.date), day(now.date));
  compare(Fact::signatory, before.signatory, now.signatory);
  if (now.signed_file && now.signed_file != before.signed_file) {
    changes.push_back({Fact::signed_file, before.signed_file ? before.signed_file->name : std::string{}, now.signed_file->name});
  }
  compare(Fact::edited, before.edited, now.edited);
  return changes;
}

}  // namespace

bool LateChanges::empty() const {
  return arrived.empty() && withdrawn.empty() && files.empty() && figures.empty() && facts.empty();
}

LateChanges late_changes(const Published& before, const Published& now) {
  const Hashes old = hashes_of(before);
  const Hashes present = hashes_of(now);
  LateChanges changes;
  changes.arrived = only_in(before.missing, now.missing, present);
  changes.withdrawn = only_in(now.missing, before.missing, old);
  auto told = paths_of(changes.arrived);
  told.merge(paths_of(changes.withdrawn));
  changes.files = file_changes(old, present, told);
  changes.figures = figure_changes(before, now);
  changes.facts = fact_changes(before, now);
  return changes;
}

}  // namespace nammo
