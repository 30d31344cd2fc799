#include "model/report_parts.h"

#include <utility>

#include "base/catalogue/model.h"
#include "model/references.h"

namespace nammo::model {
namespace {

using yaml::Node;

constexpr Field<Situation> kSituation[] = {
    {"id", value<&Situation::id>},
    {"title", value<&Situation::title>},
    {"field", code<&Situation::field, kFields>},
    {"topic", code<&Situation::topic, kTopics>},
    {"severity", value<&Situation::severity>},
    {"status", value<&Situation::status>},
    {"date", placed_value<&Situation::date, &Situation::date_place>},
    {"place", value<&Situation::place_name>},
    {"people", value<&Situation::people>},
    {"text", value<&Situation::text>},
    {"assessment", value<&Situation::assessment>},
    {"handled-by", value<&Situation::handled_by>},
    {"flags", value<&Situation::flags>},
    {"case", value<&Situation::case_id>},
    {"from", reference<&Situation::from>},
    {"up", value<&Situation::up>}};

void read_groups(Opinion& opinion, const Node& list, const Reading& reading) {
  if (!list.is_sequence()) return;
  for (const auto& node : list) {
    CodeId group;
    if (resolve_code(node, kGroups, group, reading)) opinion.groups.push_back(std::move(group));
  }
}

constexpr Field<Opinion> kAbout[] = {{"kind", value<&Opinion::about_kind>}, {"ref", value<&Opinion::about_ref>}};

constexpr Field<Opinion> kOpinion[] = {
    {"field", code<&Opinion::field, kFields>},
    {"topic", code<&Opinion::topic, kTopics>},
    {"stance", value<&Opinion::stance>},
    {"breadth", value<&Opinion::breadth>},
    {"groups", read_groups},
    {"source", code<&Opinion::source, kSources>},
    {"date", placed_value<&Opinion::date, &Opinion::date_place>},
    {"about", [](Opinion& o, const Node& node, const Reading& r) { read_fields(node, kAbout, o, r); }},
    {"text", value<&Opinion::text>}};

constexpr Field<Activity> kActivity[] = {
    {"kind", code<&Activity::kind, kActivityKinds>}, {"title", value<&Activity::title>},
    {"date", placed_value<&Activity::date, &Activity::date_place>},                {"count", value<&Activity::count>},
    {"people", value<&Activity::people>},            {"with", reference<&Activity::with>},
    {"text", value<&Activity::text>}};

constexpr Field<FieldText> kFieldText[] = {{"field", code<&FieldText::field, kFields>},
                                           {"text", value<&FieldText::text>}};

constexpr Field<Directive> kDirective[] = {{"ref", value<&Directive::ref>},
                                           {"progress", value<&Directive::progress>},
                                           {"text", value<&Directive::text>}};

void read_addressee(Proposal& proposal, const Node& node, const Reading& reading) {
  resolve_addressee(node, proposal.to, reading);
}

void read_first_raised(Proposal& proposal, const Node& node, const Reading& reading) {
  read_period(proposal.first_raised, node, reading);
}

constexpr Field<Proposal> kProposal[] = {
    {"id", value<&Proposal::id>},           {"to", read_addressee},
    {"kind", value<&Proposal::kind>},       {"status", value<&Proposal::status>},
    {"first-raised", read_first_raised},    {"text", value<&Proposal::text>},
    {"answer", value<&Proposal::answer>},   {"from", reference<&Proposal::from>},
    {"up", value<&Proposal::up>}};

constexpr Field<Dialogue> kDialogue[] = {{"stage", value<&Dialogue::stage>},
                                         {"topic", value<&Dialogue::topic>},
                                         {"level", reference<&Dialogue::level>},
                                         {"date", placed_value<&Dialogue::date, &Dialogue::date_place>},
                                         {"text", value<&Dialogue::text>}};

constexpr Field<Model> kModel[] = {
    {"title", value<&Model::title>}, {"status", value<&Model::status>}, {"text", value<&Model::text>}};

constexpr Field<Evaluation> kEvaluation[] = {{"strengths", value<&Evaluation::strengths>},
                                             {"shortcomings", value<&Evaluation::shortcomings>},
                                             {"causes", value<&Evaluation::causes>},
                                             {"lessons", value<&Evaluation::lessons>}};

// An opinion without a stance cannot be counted, and `unclear` is a stance.
bool has_stance(const Node& opinion) {
  Stance stance{};
  const auto node = opinion.find("stance");
  return node && take(node, stance);
}

}  // namespace

void read_situation(Report& report, const Node& node, const Reading& reading) {
  read_entries(node, kSituation, report.situation, reading);
}

void read_opinions(Report& report, const Node& list, const Reading& reading) {
  each_mapping(list, [&](const Node& node) {
    Opinion opinion;
    read_fields(node, kOpinion, opinion, reading);
    opinion.place = node.place();
    if (has_stance(node)) report.opinions.push_back(std::move(opinion));
  });
}

void read_activities(Report& report, const Node& node, const Reading& reading) {
  read_entries(node, kActivity, report.activities, reading);
}

void read_results(Report& report, const Node& node, const Reading& reading) {
  read_entries(node, kFieldText, report.results, reading);
}

void read_directives(Report& report, const Node& node, const Reading& reading) {
  read_entries(node, kDirective, report.directives, reading);
}

void read_difficulties(Report& report, const Node& node, const Reading& reading) {
  read_entries(node, kFieldText, report.difficulties, reading);
}

void read_proposals(Report& report, const Node& node, const Reading& reading) {
  read_entries(node, kProposal, report.proposals, reading);
}

void read_dialogues(Report& report, const Node& node, const Reading& reading) {
  read_entries(node, kDialogue, report.dialogues, reading);
}

void read_models(Report& report, const Node& node, const Reading& reading) {
  read_entries(node, kModel, report.models, reading);
}

void read_evaluation(Report& report, const Node& node, const Reading& reading) {
  read_fields(node, kEvaluation, report.evaluation, reading);
}

void read_period(std::optional<Period>& out, const Node& node, const Reading& reading) {
  if (!node.is_scalar() || take(node, out)) return;
  reading.error_once("schema-pattern", node, say(msg::period_none, in_quotes(node.text())), say(msg::period_none_help));
}

}  // namespace nammo::model
