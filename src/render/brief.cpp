#include <algorithm>

#include "base/catalogue/render.h"
#include "render/figure_rows.h"
#include "render/figure_table.h"
#include "render/matters.h"
#include "render/names.h"
#include "render/proposals.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

constexpr std::size_t kMostMatters = 8;
constexpr std::size_t kMostOpinions = 6;
constexpr std::size_t kMostProposals = 6;
constexpr std::size_t kMostFigures = 8;
constexpr std::size_t kLongest = 220;  // characters of a text

// The worst stances first; what people are pleased with waits for the full report.
int weight(Stance stance) {
  switch (stance) {
    case Stance::frustrated: return 3;
    case Stance::disagree: return 2;
    case Stance::concerned: return 1;
    case Stance::pleased:
    case Stance::agree:
    case Stance::unclear: return 0;
  }
  return 0;
}

std::vector<Tree> worst_opinions(const Document& document) {
  std::vector<Tree> lines;
  for (const auto& source : document.sources) {
    auto table = tally_opinions(document.store, source.report->figure_deliveries());
    std::erase_if(table.rows, [](const OpinionRow& row) { return weight(row.stance) == 0; });
    std::stable_sort(table.rows.begin(), table.rows.end(), [](const OpinionRow& a, const OpinionRow& b) {
      return std::pair{weight(a.stance), a.areas} > std::pair{weight(b.stance), b.areas};
    });
    for (const auto& row : table.rows) {
      if (lines.size() == kMostOpinions) break;
      const auto share = std::to_string(row.areas) + "/" + std::to_string(table.reporting_areas) + " " +
                         kind_of_lowest(document, source.report->figure_deliveries());
      lines.push_back(line_node({}, subject_of(document.store, row.topic, row.field, document.language()),
                                word(row.stance, document.language()) + " (" + share + ")"));
    }
  }
  return lines;
}

std::vector<Tree> waiting_proposals(const Document& document) {
  std::vector<Told<Proposal>> open;
  for (const auto& source : document.sources) {
    for (const auto& told : source.texts.proposals) {
      if (told.entry->status == ProposalStatus::open) open.push_back(told);
    }
  }
  const auto age = [&](const Told<Proposal>& told) { return age_of(document, *told.entry).value_or(0); };
  std::stable_sort(open.begin(), open.end(),
                   [&](const Told<Proposal>& a, const Told<Proposal>& b) { return age(a) > age(b); });
  if (open.size() > kMostProposals) open.resize(kMostProposals);
  std::vector<Tree> lines;
  for (const auto& told : open) {
    Tree node = line_node({}, addressee_name(document.store, told.entry->to, document.language()),
                          clipped(sentence(told.entry->text), kLongest));
    put(node, "note", proposal_note(document, told));
    lines.push_back(std::move(node));
  }
  return lines;
}

std::vector<Tree> main_figures(const Document& document) {
  std::vector<Tree> lines;
  for (const auto& source : document.sources) {
    for (const Indicator* indicator : indicators_of(document.store, *source.report)) {
      const auto total = source.tally.total(source.report->question.area, *indicator);
      if (!total.value || lines.size() == kMostFigures) continue;
      Marks marks;
      std::string label = indicator_label(document, *indicator, total);
      if (label.starts_with("- ")) continue;  // a part of the one above
      const auto text =
          say_in(document.language(), msg::brief_figure, figure_cell(total, *indicator, marks, document.language()).text,
                 indicator->unit.in(document.language()), "(" + share_text(total) + ")");
      lines.push_back(line_node({}, label, text));
    }
  }
  return lines;
}

}  // namespace

void put_brief(const Document& document, Tree& tree) {
  const Language language = document.language();
  const bool any = rests_on_reports(document);
  auto matters = matters_by_severity(document);
  std::erase_if(matters, [](const auto& told) {
    const Situation& matter = *told.entry;
    return matter.status == MatterStatus::closed || (matter.severity == MatterSeverity::normal && matter.flags.empty());
  });
  std::vector<Tree> worst;
  for (const auto& told : matters) {
    if (worst.size() == kMostMatters) break;
    Tree node = matter_node(document, told);
    put(node, "text", clipped(sentence(told.entry->text), kLongest));
    worst.push_back(std::move(node));
  }
  const auto more = matters.size() - worst.size();
  const auto nothing = [&](bool empty, const Message& message) {
    if (!empty) return std::string{};
    return say_in(language, any ? message : msg::no_reports);
  };
  put(tree, "more_matters", more > 0 ? say_in(language, msg::brief_more, more) : std::string{});
  put(tree, "no_worst", nothing(worst.empty(), msg::no_matter));
  put(tree, "worst", std::move(worst));
  auto opinions = worst_opinions(document);
  put(tree, "no_worst_opinion", nothing(opinions.empty(), msg::brief_no_opinion));
  put(tree, "worst_opinions", std::move(opinions));
  auto waiting = waiting_proposals(document);
  put(tree, "no_waiting", nothing(waiting.empty(), msg::brief_no_waiting));
  put(tree, "waiting", std::move(waiting));
  put(tree, "main_figures", main_figures(document));
}

}  // namespace nammo
