#include <utility>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/broken_totals.h"
#include "nammo/render.h"
#include "render/figure_rows.h"
#include "render/figure_table.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

using std::size_t;

// An area's own figures, not a sum of several.
bool is_single(const BrokenTotal& total) { return total.areas == 1 && total.parts.size() == 1 && total.parts.front().area == total.area; }

Text name_of(const Store& store, const AreaId& area) {
  const auto name = printable(area_name(store, area));
  return {name, name};
}

Text rule_name(const BrokenTotal& total) {
  const auto id = printable(total.rule->id);
  return total.code.empty() ? Text{id, id} : say(msg::broken_rule_code, id, printable(total.code.str()));
}

const Message& relation_of(const BrokenTotal& total) {
  return total.rule->relation == FigureRule::Relation::equals ? msg::broken_equals : msg::broken_at_most;
}

Text sides_of(const BrokenTotal& total, const Judgement& judgement) {
  return say(relation_of(total), written_out(judgement.sum, judgement.sum_total),
             written_out(judgement.other, judgement.other_total));
}

// What was carried over stands in another file.
void add_before(const Store& store, const BrokenPart& part, std::vector<Related>& related) {
  if (!part.before.file.empty()) related.push_back({part.before, say(msg::broken_before, name_of(store, part.area))});
}

std::vector<Related> places_of(const Store& store, const BrokenTotal& total) {
  std::vector<Related> related;
  for (const BrokenPart& part : total.parts) {
    related.push_back({part.where, say(msg::broken_part, name_of(store, part.area), sides_of(total, part.judgement))});
    add_before(store, part, related);
  }
  return related;
}

Diagnostic finding_of(const Store& store, const BrokenTotal& total) {
  Diagnostic finding;
  finding.severity = Severity::warning;
  finding.code = "figure-rule";
  const Location rule{"catalog/rules.yaml", total.rule->place};
  const Text sides = sides_of(total, total.judgement);
  finding.help = say(msg::broken_help);
  if (is_single(total)) {
    finding.where = total.parts.front().where;
    finding.message = say(msg::broken_single, name_of(store, total.area), rule_name(total), sides);
    add_before(store, total.parts.front(), finding.related);
    finding.related.push_back({rule, say(msg::broken_rule_here)});
    return finding;
  }
  finding.where = rule;
  finding.message = say(msg::broken_total, name_of(store, total.area), rule_name(total), sides, total.areas, total.broken);
  finding.related = places_of(store, total);
  return finding;
}

// "còn lại cuối kỳ trước 2 + đơn thư tiếp nhận 4 = 6"
std::string side_in_words(const Store& store, const std::vector<TermValue>& terms, const Decimal& total, Language language) {
  std::vector<std::string> parts;
  for (const TermValue& term : terms) {
    const Indicator* indicator = store.indicators.find(term.term.indicator);
    std::string label = indicator == nullptr ? term.term.indicator.str() : indicator->label.in(language);
    if (label.starts_with("- ")) label.erase(0, 2);  // a part of the row above it
    label = uncapitalised(label);
    if (term.term.previous) label = say_in(language, msg::broken_previous, label);
    parts.push_back(label + " " + (term.value ? number_text(*term.value, language) : std::string("…")));
  }
  const auto sum = join(parts, " + ");
  return terms.size() == 1 ? sum : sum + " = " + number_text(total, language);
}

std::string sentence_of(const Document& document, const BrokenTotal& total) {
  const Language language = document.language();
  const Store& store = document.store;
  std::string whose = capitalised(area_name(store, total.area));
  if (!total.code.empty()) {
    const auto& terms = total.rule->sum.empty() ? total.rule->other : total.rule->sum;
    const Indicator* first = store.indicators.find(terms.front().indicator);
    const CodeList* list = first == nullptr ? nullptr : breakdown_of(store, *first);
    const Code* code = list == nullptr ? nullptr : list->find(total.code);
    whose += ", " + (code == nullptr ? total.code.str() : uncapitalised(code->label.in(language)));
  }
  const auto& judgement = total.judgement;
  const auto sides = say_in(language, relation_of(total), side_in_words(store, judgement.sum, judgement.sum_total, language),
                            side_in_words(store, judgement.other, judgement.other_total, language));
  if (is_single(total)) return say_in(language, msg::broken_line, whose, sides);
  std::vector<AreaId> areas;
  for (const BrokenPart& part : total.parts) areas.push_back(part.area);
  const auto others = static_cast<size_t>(total.broken) - areas.size();
  std::string where = area_names(store, std::move(areas));
  if (where.empty()) {
    where = say_in(language, msg::broken_places, others);
  } else if (others > 0) {
    where = say_in(language, msg::broken_and_places, where, others);
  }
  return say_in(language, msg::broken_line_total, whose, sides, total.areas, where);
}

}  // namespace

std::vector<Diagnostic> broken_total_findings(const Store& store, std::span<const BrokenTotal> totals) {
  std::vector<Diagnostic> findings;
  for (const BrokenTotal& total : totals) findings.push_back(finding_of(store, total));
  return findings;
}

std::vector<std::string> broken_sentences(const Document& document, const Source& source) {
  std::vector<std::string> sentences;
  if (document.options.broken == nullptr) return sentences;
  for (const BrokenTotal& total : *document.options.broken) {
    if (total.org == source.report->question.org) sentences.push_back(sentence_of(document, total));
  }
  return sentences;
}

}  // namespace nammo
