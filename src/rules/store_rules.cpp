#include "rules/store_rules.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/core.h>

#include "base/catalogue/rules.h"
#include "model/report_identity.h"
#include "nammo/assignments.h"
#include "nammo/published.h"

namespace nammo::rules {
namespace {

std::set<int> years_of_dues(const JudgedStore& judged) {
  std::set<std::pair<const ReportType*, Period>> seen;
  std::set<int> years;
  for (const AreaFiles& area : judged.files.areas) {
    for (const ReportKey& key : area.reports) {
      const ReportType* type = key.review ? nullptr : model::type_of(key, judged.background.store.regime);
      if (type == nullptr || !seen.emplace(type, key.period).second) continue;
      for (const int year : due_years(*type, key.period)) years.insert(year);
    }
  }
  return years;
}

std::string officer_name(const Store& store, const OfficerId& id) {
  const auto found = store.officers.find(id);
  return printable(found == store.officers.end() ? id.str() : found->second.name);
}

}  // namespace

void judge_cascade(const JudgedStore& judged, const Finder& finder) {
  const Store& store = judged.background.store;
  for (const ReportType& type : store.regime.types) {
    for (const CascadeBreak& broken : cascade_breaks(type, store.settings)) {
      const std::string& file = store.regime.file;
      finder.add({file, broken.step->place},
                 say(msg::regime_cascade, printable(broken.step->level.str()), printable(broken.step->org.str()),
                     printable(broken.feeding->level.str()), printable(broken.feeding->org.str())),
                 say(msg::regime_cascade_help), {{{file, broken.feeding->place}, say(msg::regime_cascade_see)}});
    }
  }
}

void judge_calendars(const JudgedStore& judged, const Finder& finder) {
  const auto& calendars = judged.background.store.calendars;
  const auto& files = judged.files.calendars;
  for (const int year : years_of_dues(judged)) {
    const auto file = fmt::format("calendar/{:04}.yaml", year);
    const auto calendar = calendars.find(year);
    if (calendar != calendars.end()) {
      if (calendar->second.confirmed) continue;
      finder.add({file, calendar->second.confirmed_place}, say(msg::calendar_unconfirmed, year), say(msg::calendar_unconfirmed_help));
    } else if (std::find(files.begin(), files.end(), year) == files.end()) {
      finder.add({file, {}}, say(msg::calendar_missing, year), say(msg::calendar_missing_help));
    }
  }
}

void judge_assignment_gaps(const JudgedStore& judged, const Finder& finder) {
  const auto& days = judged.due_days;
  for (auto first = days.begin(); first != days.end();) {
    const auto last = std::find_if(first, days.end(), [&](const DueDay& d) {
      return std::tie(d.area, d.org) != std::tie(first->area, first->org);
    });
    std::set<Date> uncovered;
    const Area* area = judged.background.store.areas.find(first->area);
    for (auto due = first; due != last && area != nullptr; ++due) {
      const bool covered = area->assigned(due->org, Role::lead, due->day) != nullptr ||
                           area->assigned(due->org, Role::deputy, due->day) != nullptr;
      if (!covered) uncovered.insert(due->day);
    }
    if (!uncovered.empty()) {
      const Text sentence = uncovered.size() == 1 ? say(msg::assignment_gap, first->org.str(), format_date(*uncovered.begin()))
                                                  : say(msg::assignment_gaps, first->org.str(), uncovered.size(),
                                                        format_date(*uncovered.begin()), format_date(*uncovered.rbegin()));
      finder.add({area->file, area->place}, sentence, say(msg::assignment_gap_help));
    }
    first = last;
  }
}

void judge_assignment_overlaps(const JudgedStore& judged, const Finder& finder) {
  const Store& store = judged.background.store;
  for (const Area& area : store.areas.all()) {
    for (std::size_t i = 1; i < area.officers.size(); ++i) {
      const Assignment& later = area.officers[i];
      for (std::size_t j = 0; j < i; ++j) {
        const Assignment& first = area.officers[j];
        const bool both = first.role == Role::lead && later.role == Role::lead && first.org == later.org;
        if (!both || !overlap(first, later)) continue;
        finder.add({area.file, later.place},
                   say(msg::assignment_overlap, officer_name(store, first.officer), officer_name(store, later.officer),
                       printable(later.org.str()), format_date(std::max(first.since, later.since))),
                   say(msg::assignment_overlap_help), {{{area.file, first.place}, say(msg::assignment_overlap_see)}});
        break;
      }
    }
  }
}

namespace {

// What was sent is never changed (trap T17).
void judge_published_text(const JudgedStore& judged, const Published& published, const Finder& finder) {
  const std::string text = published_path(published.key, PublishedPart::text);
  const auto now = judged.hashes.find(text);
  if (now == judged.hashes.end() || now->second.empty()) {
    finder.add({published.file, published.text_place}, say(msg::published_text_gone, printable(text)), say(msg::published_text_help), {});
  } else if (now->second != published.text) {
    finder.add({text, {}}, say(msg::published_text_changed), say(msg::published_text_help),
               {{{published.file, published.text_place}, say(msg::published_text_see)}});
  }
}

}  // namespace

void judge_published(const JudgedStore& judged, const Finder& finder) {
  for (const auto* versions : {&judged.published, &judged.earlier}) {
    for (const Published& published : *versions) judge_published_text(judged, published, finder);
  }
  // What else it was made from may change: then `report` says so, and the next version tells.
  for (const Published& published : judged.published) {
    for (const PublishedInput& input : published.inputs) {
      if (!is_published_path(input.path)) continue;
      const auto now = judged.hashes.find(input.path);
      const bool gone = now == judged.hashes.end() || now->second.empty();
      if (!gone && now->second == input.content) continue;
      finder.add({published.file, input.place},
                 say(gone ? msg::published_input_gone : msg::published_input_changed, printable(input.path)),
                 say(msg::published_changed_help), {});
    }
  }
}

}  // namespace nammo::rules
