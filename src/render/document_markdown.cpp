#include "render/document.h"

namespace nammo {
namespace {

// The skeleton of a kind of period. Those that have no outline of their own yet
// take the one of the month, a single event that of the week.
std::string skeleton(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::week:
    case PeriodKind::adhoc: return "week";
    case PeriodKind::month:
    case PeriodKind::quarter:
    case PeriodKind::half:
    case PeriodKind::year:
    case PeriodKind::once: return "month";
  }
  return "month";
}

std::string letterhead_name(const Document& document) {
  const auto* organisation = document.store.settings.organisation(document.question().org);
  const Area* area = document.store.areas.find(document.question().area);
  if (organisation == nullptr || area == nullptr) return "letterhead-mass-organisation";
  const auto found = organisation->letterheads.find(area->level);
  const auto family =
      found == organisation->letterheads.end() ? LetterheadFamily::mass_organisation : found->second.family;
  switch (family) {
    case LetterheadFamily::state: return "letterhead-state";
    case LetterheadFamily::party: return "letterhead-party";
    case LetterheadFamily::mass_organisation: return "letterhead-mass-organisation";
  }
  return "letterhead-mass-organisation";
}

}  // namespace

std::string document_markdown(const Store& store, const Consolidated& report, const DocumentOptions& options) {
  const Document document{store, report, options, read_sources(store, report, options.texts)};
  const std::string language = options.language == Language::vi ? ".vi" : ".en";
  Tree tree;
  put_letterhead(document, tree);
  put_head(document, tree);
  put_absences(document, tree);
  put_trend(document, tree);
  if (options.layout == Layout::brief) {
    put_brief(document, tree);
    return fill_template("brief" + language, std::move(tree), {{"trend", "trend" + language}});
  }
  put_situation(document, tree);
  put_opinions(document, tree);
  put_results(document, tree);
  put_outlook(document, tree);
  put_proposals(document, tree);
  put_petitions(document, tree);
  put_annex(document, tree);
  const auto kind = skeleton(report.question.period.kind);
  return fill_template(kind + language, std::move(tree),
                       {{"letterhead", letterhead_name(document)},
                        {"opinion-table", "opinion-table" + language},
                        {"trend", "trend" + language},
                        {"foot", "foot"},
                        {"annex", "annex" + language}});
}

}  // namespace nammo
