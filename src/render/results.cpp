#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/activities.h"
#include "render/matters.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

// "27-KH/BDVTU" -> "Kế hoạch": the abbreviations of official documents (decree
// 30/2020). The reference may name its kind itself.
std::string kind_of_document(const std::string& reference, Language language) {
  if (reference.empty() || reference.front() < '0' || reference.front() > '9') return {};
  const auto first = reference.find_first_of("-/");
  if (first == std::string::npos) return {};
  const auto after = reference.find_first_of("-/", first + 1);
  const auto mark = ";" + reference.substr(first + 1, after == std::string::npos ? after : after - first - 1) + "=";
  const std::string kinds = ";" + say_in(language, msg::document_kinds);
  const auto at = kinds.find(mark);
  if (at == std::string::npos) return {};
  const auto from = at + mark.size();
  return kinds.substr(from, kinds.find(';', from) - from);
}

Tree directive_node(const Document& document, const std::string& who, const Directive& directive) {
  const Language language = document.language();
  const auto kind = kind_of_document(directive.ref, language);
  const auto lead = say_in(language, msg::directive_lead, join({kind, directive.ref}, " "));
  const auto progress = word(directive.progress, language);
  // "Thực hiện …" says by itself that it is under way.
  const bool told = directive.progress != DirectiveProgress::doing && !directive.text.empty();
  Tree node = line_node(who, lead, sentence(directive.text.empty() ? progress : directive.text));
  put(node, "note", told ? progress : std::string{});
  return node;
}

Tree model_node(const Document& document, const std::string& who, const Model& model) {
  const Language language = document.language();
  const auto status = word(model.status, language);
  if (!model.text.empty() && model.text.find(model.title) != std::string::npos) {
    Tree node = line_node(who, say_in(language, msg::model_lead), sentence(model.text));
    put(node, "note", status);
    return node;
  }
  std::string named = say_in(language, msg::model_named, model.title);
  if (!status.empty()) named += " (" + status + ")";
  Tree node = line_node(who, say_in(language, msg::model_lead), sentence(join({named, model.text}, ": ")));
  put(node, "note", false);
  return node;
}

Tree dialogue_node(const Document& document, const std::string& who, const Dialogue& dialogue) {
  const Language language = document.language();
  std::vector<std::string> about{word(dialogue.stage, language)};
  if (const Level* level = document.store.settings.level(dialogue.level)) {
    about.push_back(say_in(language, msg::dialogue_level, level->label.in(language)));
  }
  if (dialogue.date) about.push_back(say_in(language, msg::dialogue_day, day_text(*dialogue.date, language)));
  const auto lead = say_in(language, msg::dialogue_lead) + " (" + join(about, ", ") + ")";
  return line_node(who, lead, sentence(join({dialogue.topic, dialogue.text}, "; ")));
}

// What each unit writes of its activities; only where every text is asked for.
std::vector<Tree> told_activities(const Document& document) {
  std::vector<Tree> lines;
  if (document.options.texts != TextDepth::every) return lines;
  for (const Delivery* delivery : speakers(document)) {
    for (const auto& activity : delivery->filing.report->activities) {
      const auto text = sentence(join({without_stop(activity.title), activity.text}, ": "));
      if (text.empty()) continue;
      Tree node = line_node(
          {}, activity_label(document.store, ActivitySum{activity.kind, 0, 0, {}, {}}, document.language()), text);
      put(node, "note",
          join({concerned_areas(document, {}, *delivery),
                activity.date ? short_day_text(*activity.date, document.language()) : std::string{}},
               "; "));
      lines.push_back(std::move(node));
    }
  }
  return lines;
}

template <typename Entry>
std::vector<Tree> nodes_of(const Document& document, std::vector<Told<Entry>> Texts::*kind,
                           Tree (*node)(const Document&, const std::string& who, const Entry&)) {
  std::vector<Tree> nodes;
  for (const auto& source : document.sources) {
    for (const Told<Entry>& told : source.texts.*kind) {
      nodes.push_back(node(document, teller(document, *told.by), *told.entry));
    }
  }
  return nodes;
}

}  // namespace

void put_results(const Document& document, Tree& tree) {
  auto directives = nodes_of(document, &Texts::directives, directive_node);
  auto models = nodes_of(document, &Texts::models, model_node);
  auto dialogues = nodes_of(document, &Texts::dialogues, dialogue_node);
  std::vector<Tree> results;
  for (const Delivery* delivery : speakers(document)) {
    for (const auto& one : delivery->filing.report->results) {
      results.push_back(line_node(teller(document, *delivery),
                                  code_label(document.store, "fields", one.field, document.language()),
                                  sentence(one.text)));
    }
  }
  auto activities = activity_lines(document);
  const bool none = activities.empty() && directives.empty() && models.empty() && results.empty();
  const auto& nothing = rests_on_reports(document) ? msg::no_activity : msg::no_reports;
  put(tree, "no_result", none ? say_in(document.language(), nothing) : std::string{});
  put(tree, "activities", std::move(activities));
  put(tree, "told_activities", told_activities(document));
  put(tree, "directives", std::move(directives));
  put(tree, "models", std::move(models));
  put(tree, "results", std::move(results));
  put(tree, "dialogues", std::move(dialogues));
}

}  // namespace nammo
