#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/texts.h"
#include "tally/entries_of.h"
#include "tally/same_entry.h"

namespace nammo {
namespace {

using Names = std::vector<std::string>;

// By what an entry may be known again in another report.
template <typename Entry>
Names names_of(const Entry& entry) {
  Names names;
  if (!entry.id.empty()) names.push_back("id " + entry.id);
  if constexpr (requires { entry.case_id; }) {
    if (!entry.case_id.empty()) names.push_back("case " + entry.case_id);
  }
  return names;
}
Names named(const std::string& name) { return name.empty() ? Names{} : Names{name}; }
Names names_of(const Directive& directive) { return named(directive.ref); }
Names names_of(const Model& model) { return named(model.title); }
Names names_of(const Dialogue& dialogue) { return named(dialogue.topic); }

template <typename Entry>
bool is_same(const Told<Entry>& a, const Told<Entry>& b) {
  if constexpr (requires { a.entry->id; }) {
    return same_by_name(*a.entry, a.by->obligation.area, *b.entry, b.by->obligation.area).value_or(false);
  }
  return true;  // their one name is the same
}

// Brings together what one kind of entry went through.
template <typename Entry>
class Courses {
 public:
  // The first of `told` are the report's own: they stand, whatever later ones say.
  Courses(std::vector<Told<Entry>>& told, TextDepth depth) : told_(told), own_(told.size()), depth_(depth) {
    for (std::size_t place = 0; place < own_; ++place) remember(place);
  }

  // Of the shorter periods in the order of time: the latest telling of an entry stands.
  void add(Told<Entry> entry) {
    const auto place = find(entry);
    if (place == told_.size()) {
      told_.push_back(std::move(entry));
    } else if (place < own_) {
      told_[place].earlier.push_back(std::move(entry));
    } else {
      entry.earlier = std::move(told_[place].earlier);
      told_[place].earlier = {};
      entry.earlier.push_back(std::move(told_[place]));
      told_[place] = std::move(entry);
    }
    remember(place);
  }
  // Only what it says of entries that stand already.
  void add_step(Told<Entry> entry) {
    const auto place = find(entry);
    if (place < told_.size()) told_[place].earlier.push_back(std::move(entry));
  }
  void sort() {
    for (auto& told : told_) {
      std::stable_sort(told.earlier.begin(), told.earlier.end(), [](const Told<Entry>& a, const Told<Entry>& b) {
        return a.by->obligation.window.end < b.by->obligation.window.end;
      });
    }
  }

 private:
  void remember(std::size_t place) {
    for (auto& name : names_of(*told_[place].entry)) places_.emplace(std::move(name), place);
  }
  // Where its course stands; the number of entries when it has none.
  [[nodiscard]] std::size_t find(const Told<Entry>& entry) const {
    for (const auto& name : names_of(*entry.entry)) {
      const auto [first, last] = places_.equal_range(name);
      const auto found = std::find_if(first, last, [&](const auto& known) { return goes_on(told_[known.second], entry); });
      if (found != last) return found->second;
    }
    return told_.size();
  }
  // Two entries of one period are not each other's course.
  [[nodiscard]] bool goes_on(const Told<Entry>& known, const Told<Entry>& entry) const {
    const Obligation& a = known.by->obligation;
    const Obligation& b = entry.by->obligation;
    return a.period != b.period && (depth_ == TextDepth::speaking || a.area == b.area) && is_same(known, entry);
  }

  std::vector<Told<Entry>>& told_;
  std::size_t own_;
  TextDepth depth_;
  std::unordered_multimap<std::string, std::size_t> places_;
};

// The texts of each shorter period that the figures come from, in the order of time.
std::vector<Texts> texts_of_figures(const Consolidated& report, TextDepth depth) {
  std::vector<Texts> parts;
  const std::span<const Delivery> all(report.figures);
  for (std::size_t from = 0; from < all.size();) {
    std::size_t to = from;
    while (to < all.size() && all[to].obligation.period == all[from].obligation.period) ++to;
    parts.push_back(select_texts(all.subspan(from, to - from), report.question.area, depth));
    from = to;
  }
  return parts;
}

template <typename Entry>
void bring_together(std::vector<Told<Entry>> Texts::*kind, const std::vector<Texts>& parts, const Consolidated& report,
                    TextDepth depth, Texts& texts) {
  Courses<Entry> courses(texts.*kind, depth);
  for (const Texts& part : parts) {
    for (const Told<Entry>& told : part.*kind) courses.add(told);
  }
  for (const Delivery& step : report.steps) {
    if (!step.standing.counts || !step.filing.report) continue;
    for (const Entry& entry : entries_of<Entry>(*step.filing.report)) courses.add_step({&entry, &step});
  }
  courses.sort();
}

}  // namespace

Texts select_texts(const Consolidated& report, TextDepth depth) {
  Texts texts = select_texts(report.deliveries, report.question.area, depth);
  const auto parts = texts_of_figures(report, depth);
  if (texts.speakers.empty()) {
    for (const Texts& part : parts) {
      texts.speakers.insert(texts.speakers.end(), part.speakers.begin(), part.speakers.end());
    }
  }
  bring_together(&Texts::situation, parts, report, depth, texts);
  bring_together(&Texts::proposals, parts, report, depth, texts);
  bring_together(&Texts::directives, parts, report, depth, texts);
  bring_together(&Texts::models, parts, report, depth, texts);
  bring_together(&Texts::dialogues, parts, report, depth, texts);
  return texts;
}

Turn turn_of(const Told<Situation>& told) {
  if (told.entry->status == MatterStatus::closed) return Turn::closed;
  if (told.earlier.empty()) return told.entry->status == MatterStatus::fresh ? Turn::fresh : Turn::open;
  if (told.entry->severity < gravest(told)) return Turn::better;
  return told.earlier.front().entry->severity < told.entry->severity ? Turn::worse : Turn::open;
}

MatterSeverity gravest(const Told<Situation>& told) {
  auto severity = told.entry->severity;
  for (const auto& earlier : told.earlier) severity = std::max(severity, earlier.entry->severity);
  return severity;
}

Delay delay_of(const std::vector<Told<Situation>>& matters, const Zone& zone) {
  std::vector<std::pair<int, const Situation*>> delays;
  for (const auto& told : matters) {
    const auto& [entry, by, none] = told.earlier.empty() ? told : told.earlier.front();
    if (!entry->date || !by->standing.submitted) continue;
    const auto days = std::chrono::sys_days{day_of(zone.to_local(*by->standing.submitted))} - std::chrono::sys_days{*entry->date};
    if (days.count() >= 0) delays.emplace_back(static_cast<int>(days.count()), told.entry);
  }
  Delay delay;
  delay.matters = static_cast<int>(delays.size());
  if (delays.empty()) return delay;
  const auto shorter = [](const auto& a, const auto& b) { return a.first < b.first; };
  std::tie(delay.longest, delay.slowest) = *std::max_element(delays.begin(), delays.end(), shorter);
  const auto middle = delays.begin() + static_cast<std::ptrdiff_t>((delays.size() - 1) / 2);
  std::nth_element(delays.begin(), middle, delays.end(), shorter);
  delay.median = middle->first;
  return delay;
}

}  // namespace nammo
