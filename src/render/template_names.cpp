#include "render/template_names.h"

#include <algorithm>

namespace nammo {
namespace {

constexpr auto kFull = TemplateScope::full;
constexpr auto kBrief = TemplateScope::brief;
constexpr auto kAny = TemplateScope::any;

// The names of a place, between spaces.
struct Names {
  std::string_view place;
  TemplateScope scope;  // any: every document gives them
  std::string_view texts;
  std::string_view flags;
  std::string_view lists;
};

constexpr std::string_view kLine = "who lead text";
constexpr std::string_view kNotedLine = "who lead text note";
constexpr std::string_view kMatter = "who lead text weight note";

constexpr Names kNames[] = {
    {"", kAny, "parent issuer number symbol place date signed_head signatory title self self_upper unit window basis", "vi en party",
     "copies signed absences trends"},
    {"", kFull,
     "general no_matter handled no_opinion no_result no_outlook no_tasks next_period next_period_upper no_figures", "",
     "other_overviews good_matters matters opinion_tables opinions activities told_activities directives models results "
     "dialogues assessments difficulties strengths shortcomings causes lessons forecasts tasks single_tasks proposals "
     "petition_tables figure_tables comparison_tables"},
    {"", kBrief, "no_worst more_matters no_worst_opinion no_waiting", "", "worst worst_opinions waiting main_figures"},
    {"copies", kAny, "text", "last", ""},
    {"signed", kAny, "text", "last", ""},
    {"absences", kAny, kLine, "last", ""},
    {"trends", kAny, "caption nothing", "last", "lines"},
    {"trends.lines", kAny, kNotedLine, "last", ""},
    {"other_overviews", kFull, kLine, "last", ""},
    {"good_matters", kFull, kMatter, "last", ""},
    {"matters", kFull, kMatter, "last", ""},
    {"opinion_tables", kFull, "caption kind", "dash last", "breadths rows"},
    {"opinion_tables.breadths", kFull, "text", "last", ""},
    {"opinion_tables.rows", kFull, "subject stance share", "last", "counts"},
    {"opinion_tables.rows.counts", kFull, "text", "last", ""},
    {"opinions", kFull, "who lead text stance note", "last", ""},
    {"activities", kFull, kLine, "last", ""},
    {"told_activities", kFull, kNotedLine, "last", ""},
    {"directives", kFull, kNotedLine, "last", ""},
    {"models", kFull, kNotedLine, "last", ""},
    {"results", kFull, kLine, "last", ""},
    {"dialogues", kFull, kLine, "last", ""},
    {"assessments", kFull, kLine, "last", ""},
    {"difficulties", kFull, kLine, "last", ""},
    {"strengths", kFull, kLine, "last", ""},
    {"shortcomings", kFull, kLine, "last", ""},
    {"causes", kFull, kLine, "last", ""},
    {"lessons", kFull, kLine, "last", ""},
    {"forecasts", kFull, kLine, "last", ""},
    {"tasks", kFull, kLine, "last", ""},
    {"single_tasks", kFull, kLine, "last", ""},
    {"proposals", kFull, "who lead text note answer", "last", ""},
    {"petition_tables", kFull, "caption key withheld", "any last", "heads rows"},
    {"petition_tables.heads", kFull, "text", "last", ""},
    {"petition_tables.rows", kFull, "label unit total share", "last", "cells"},
    {"petition_tables.rows.cells", kFull, "text", "last", ""},
    {"figure_tables", kFull, "caption key withheld", "any last", "heads rows broken"},
    {"figure_tables.heads", kFull, "text", "last", ""},
    {"figure_tables.rows", kFull, "label unit total share", "last", "cells"},
    {"figure_tables.rows.cells", kFull, "text", "last", ""},
    {"figure_tables.broken", kFull, "text", "last", ""},
    {"comparison_tables", kFull, "caption head_now head_then none key", "last", "rows"},
    {"comparison_tables.rows", kFull, "label unit now now_share then then_share difference change common", "last", ""},
    {"worst", kBrief, kMatter, "last", ""},
    {"worst_opinions", kBrief, kLine, "last", ""},
    {"waiting", kBrief, kNotedLine, "last", ""},
    {"main_figures", kBrief, kLine, "last", ""},
};

void add(std::string_view words, NameKind kind, std::vector<TemplateName>& names) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    names.push_back({words.substr(0, end), kind});
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

}  // namespace

std::vector<TemplateName> names_at(std::string_view place, TemplateScope scope) {
  std::vector<TemplateName> names;
  for (const Names& some : kNames) {
    const bool given = scope == kAny || some.scope == kAny || some.scope == scope;
    if (some.place != place || !given) continue;
    add(some.texts, NameKind::text, names);
    add(some.flags, NameKind::flag, names);
    add(some.lists, NameKind::list, names);
  }
  return names;
}

std::vector<std::string_view> template_places() {
  std::vector<std::string_view> places;
  for (const Names& some : kNames) {
    if (places.empty() || places.back() != some.place) places.push_back(some.place);
  }
  return places;
}

std::vector<std::string_view> parts_for(TemplateScope scope) {
  std::vector<std::string_view> parts{"letterhead", "trend", "foot"};
  if (scope != kBrief) parts.insert(parts.end(), {"opinion-table", "annex"});
  return parts;
}

}  // namespace nammo
