#include "render/form_table.h"

#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "model/enum_names.h"
#include "render/words.h"

namespace nammo {
namespace {

using Names = std::vector<FormName>;

template <typename E>
Names words_of(const Store&) {
  Names names;
  for (const auto& name : model::kNamesOf<E>) {
    names.push_back({std::string(name.text), {word(name.value, Language::vi), word(name.value, Language::en)}});
  }
  return names;
}

Names codes_of(const Store& store, const char* list) {
  Names names;
  const auto found = store.codes.find(CodeListId{list});
  if (found == store.codes.end()) return names;
  for (const Code& code : found->second.codes) names.push_back({code.id.str(), code.label});
  return names;
}

Names fields_of(const Store& store) { return codes_of(store, "fields"); }
Names topics_of(const Store& store) { return codes_of(store, "topics"); }
Names sources_of(const Store& store) { return codes_of(store, "sources"); }
Names groups_of(const Store& store) { return codes_of(store, "groups"); }
Names activities_of(const Store& store) { return codes_of(store, "activity-kinds"); }

Names organisations_of(const Store& store) {
  Names names;
  for (const Organisation& one : store.settings.organisations) names.push_back({one.id.str(), one.label});
  return names;
}

Names levels_of(const Store& store) {
  Names names;
  for (const Level& level : store.settings.levels) names.push_back({level.id.str(), level.label});
  return names;
}

Names addressees_of(const Store& store) {
  Names names = levels_of(store);
  for (const Recipient& one : store.settings.recipients) names.push_back({one.id.str(), one.name});
  return names;
}

Names about_kinds(const Store&) {
  return {{"policy", say(msg::word_about_policy)},
          {"programme", say(msg::word_about_programme)},
          {"project", say(msg::word_about_project)},
          {"model", say(msg::word_about_model)}};
}

constexpr bool kHidden = false;

const FormField kField{"field", &msg::form_field, Answer::choice, fields_of};
const FormField kTopic{"topic", &msg::form_topic, Answer::choice, topics_of};
const FormField kDate{"date", &msg::form_date, Answer::date};
const FormField kText{"text", &msg::form_text};
const FormField kFrom{"from", &msg::form_from, Answer::areas, nullptr, kHidden};
const FormField kUp{"up", &msg::form_up, Answer::yes};

std::vector<FormField> situation_fields() {
  return {kField,
          kTopic,
          {"severity", &msg::form_severity, Answer::choice, words_of<MatterSeverity>},
          {"status", &msg::form_status, Answer::choice, words_of<MatterStatus>},
          {"title", &msg::form_heading, Answer::line, nullptr, kHidden},
          kDate,
          {"place", &msg::form_place, Answer::line},
          {"people", &msg::form_people, Answer::count},
          kText,
          {"assessment", &msg::form_assessment},
          {"handled-by", &msg::form_handled_by, Answer::line},
          {"flags", &msg::form_flags, Answer::choices, words_of<MatterFlag>, kHidden},
          {"case", &msg::form_case, Answer::id, nullptr, kHidden},
          kFrom,
          kUp,
          {"id", &msg::form_matter_id, Answer::id}};
}

std::vector<FormField> opinion_fields() {
  return {kField,
          kTopic,
          {"stance", &msg::form_stance, Answer::choice, words_of<Stance>},
          {"breadth", &msg::form_breadth, Answer::choice, words_of<Breadth>},
          {"groups", &msg::form_groups, Answer::choices, groups_of},
          {"source", &msg::form_source, Answer::choice, sources_of},
          kDate,
          {"about.kind", &msg::form_about_kind, Answer::choice, about_kinds, kHidden},
          {"about.ref", &msg::form_about_ref, Answer::line, nullptr, kHidden},
          kText};
}

std::vector<FormField> activity_fields() {
  return {{"kind", &msg::form_activity_kind, Answer::choice, activities_of},
          {"title", &msg::form_name, Answer::line},
          kDate,
          {"count", &msg::form_count, Answer::count},
          {"people", &msg::form_people, Answer::count},
          {"with", &msg::form_with, Answer::choices, organisations_of, kHidden},
          kText};
}

std::vector<FormField> proposal_fields() {
  return {{"to", &msg::form_to, Answer::choice, addressees_of},
          {"kind", &msg::form_proposal_kind, Answer::choice, words_of<ProposalKind>},
          kText,
          {"status", &msg::form_status, Answer::choice, words_of<ProposalStatus>, kHidden},
          {"answer", &msg::form_answer, Answer::text, nullptr, kHidden},
          kFrom,
          kUp,
          {"id", &msg::form_proposal_id, Answer::id},
          {"first-raised", &msg::form_first_raised, Answer::period}};
}

std::vector<FormField> directive_fields() {
  return {{"ref", &msg::form_ref, Answer::line}, {"progress", &msg::form_progress, Answer::choice, words_of<DirectiveProgress>}, kText};
}

std::vector<FormField> dialogue_fields() {
  return {{"stage", &msg::form_stage, Answer::choice, words_of<DialogueStage>},
          {"topic", &msg::form_topic, Answer::line},
          {"level", &msg::form_level, Answer::choice, levels_of},
          kDate,
          kText};
}

std::vector<FormField> model_fields() {
  return {{"title", &msg::form_name, Answer::line}, {"status", &msg::form_status, Answer::choice, words_of<ModelStatus>}, kText};
}

std::vector<FormField> evaluation_fields() {
  return {{"strengths", &msg::form_strengths},
          {"shortcomings", &msg::form_shortcomings},
          {"causes", &msg::form_causes},
          {"lessons", &msg::form_lessons}};
}

std::vector<FormPart> make_parts() {
  using enum PartShape;
  using enum PartUse;
  return {{"overview", &msg::form_overview, &msg::form_overview_hint, text},
          {"situation", &msg::form_situation, &msg::form_situation_hint, entries, always, 2, situation_fields()},
          {"opinions", &msg::form_opinions, &msg::form_opinions_hint, entries, always, 2, opinion_fields()},
          {"activities", &msg::form_activities, &msg::form_activities_hint, entries, always, 1, activity_fields()},
          {"results", &msg::form_results, &msg::form_results_hint, entries, long_periods, 1, {kField, kText}},
          {"directives", &msg::form_directives, &msg::form_directives_hint, entries, long_periods, 1, directive_fields()},
          {"figures", &msg::form_figures, &msg::form_figures_hint, figures},
          {"difficulties", &msg::form_difficulties, &msg::form_difficulties_hint, entries, long_periods, 1, {kField, kText}},
          {"proposals", &msg::form_proposals, &msg::form_proposals_hint, entries, always, 1, proposal_fields()},
          {"dialogues", &msg::form_dialogues, &msg::form_dialogues_hint, entries, long_periods, 1, dialogue_fields()},
          {"models", &msg::form_models, &msg::form_models_hint, entries, long_periods, 1, model_fields()},
          {"evaluation", &msg::form_evaluation, &msg::form_evaluation_hint, fields, long_periods, 1, evaluation_fields()},
          {"forecast", &msg::form_forecast, &msg::form_forecast_hint, text},
          {"next", &msg::form_next, &msg::form_next_hint, lines}};
}

bool is_entered(const Indicator& indicator, const ReportType& type, bool lowest) {
  return indicator.belongs_to(type.id) && indicator.kind != IndicatorKind::ratio && !indicator.from &&
         (lowest || indicator.areas != AreaRule::lowest);
}

std::string without_dash(const std::string& label) { return label.starts_with("- ") ? label.substr(2) : label; }

}  // namespace

const std::vector<FormPart>& form_parts() {
  static const std::vector<FormPart> parts = make_parts();
  return parts;
}

bool is_asked(const FormPart& part, const ReportType& type) {
  return part.use == PartUse::always || (type.period != PeriodKind::week && type.period != PeriodKind::adhoc);
}

std::vector<FigureLine> figure_lines(const Store& store, const ReportType& type, bool lowest) {
  std::vector<FigureLine> lines;
  if (!type.figures_from.empty()) return lines;
  for (const Indicator& indicator : store.indicators.items) {
    if (!is_entered(indicator, type, lowest)) continue;
    const Text label{without_dash(indicator.label.vi), without_dash(indicator.label.en)};
    const auto list = store.codes.find(indicator.by);
    if (indicator.by.empty() || list == store.codes.end()) {
      lines.push_back({&indicator, {}, label});
      continue;
    }
    for (const Code& code : list->second.codes) {
      lines.push_back({&indicator, code.id, {label.vi + " – " + code.label.vi, label.en + " – " + code.label.en}});
    }
  }
  std::map<std::string, int> seen;
  for (const FigureLine& line : lines) ++seen[folded(line.label.vi)];
  for (FigureLine& line : lines) {
    if (seen[folded(line.label.vi)] < 2) continue;
    for (std::string* label : {&line.label.vi, &line.label.en}) *label += " [" + line.indicator->id.str() + "]";
  }
  return lines;
}

std::string heading(int number, const FormPart& part, Language language) {
  return std::to_string(number) + ". " + to_upper(say_in(language, *part.title));
}

}  // namespace nammo
