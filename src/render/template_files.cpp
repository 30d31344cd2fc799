#include "render/template_files.h"

#include <algorithm>

namespace nammo {
namespace {

// Names that mean something by themselves, so that no type or organisation can.
constexpr std::string_view kReserved[] = {"week",  "month", "brief", "opinion-table",    "trend",
                                          "annex", "state", "party", "mass-organisation"};

bool is_free(const std::string& id) {
  return !id.empty() && std::find(std::begin(kReserved), std::end(kReserved), id) == std::end(kReserved);
}

// Those kinds that have no outline of their own take the one of the month, a single
// event that of the week.
std::string outline_of(PeriodKind kind) {
  return kind == PeriodKind::week || kind == PeriodKind::adhoc ? "week" : "month";
}

std::string word_of(LetterheadFamily family) {
  switch (family) {
    case LetterheadFamily::state: return "state";
    case LetterheadFamily::party: return "party";
    case LetterheadFamily::mass_organisation: return "mass-organisation";
  }
  return "mass-organisation";
}

LetterheadFamily family_of(const Store& store, const Question& question) {
  const auto* organisation = store.settings.organisation(question.org);
  const Area* area = store.areas.find(question.area);
  if (organisation == nullptr || area == nullptr) return LetterheadFamily::mass_organisation;
  const auto found = organisation->letterheads.find(area->level);
  return found == organisation->letterheads.end() ? LetterheadFamily::mass_organisation : found->second.family;
}

}  // namespace

DocumentKind kind_of(const Store& store, const Question& question, Layout layout, Language language) {
  DocumentKind kind;
  kind.type = question.type->id.str();
  kind.org = question.org.str();
  kind.period = question.type->period;
  kind.family = family_of(store, question);
  kind.layout = layout;
  kind.language = language;
  return kind;
}

std::vector<std::string> template_names(const DocumentKind& kind, std::string_view part) {
  std::vector<std::string> names;
  const bool own = is_free(kind.org);
  const std::string language = kind.language == Language::vi ? ".vi" : ".en";
  const auto add = [&](const std::string& stem, const std::string& ending) {
    if (own) names.push_back(stem + "-" + kind.org + ending);
    names.push_back(stem + ending);
  };
  if (part == "letterhead") {
    if (own) names.push_back("letterhead-" + kind.org);
    names.push_back("letterhead-" + word_of(kind.family));
  } else if (part == "foot") {
    add("foot", "");
  } else if (part != kOutline) {
    add(std::string(part), language);
  } else if (kind.layout == Layout::brief) {
    add("brief", language);
  } else {
    if (is_free(kind.type)) add(kind.type, language);
    add(outline_of(kind.period), language);
  }
  return names;
}

}  // namespace nammo
