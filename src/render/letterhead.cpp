#include "base/unicode.h"
#include "render/document.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

const Letterhead* letterhead_of(const Document& document) {
  const auto* organisation = document.store.settings.organisation(document.question().org);
  const Area* area = document.store.areas.find(document.question().area);
  if (organisation == nullptr || area == nullptr) return nullptr;
  const auto found = organisation->letterheads.find(area->level);
  return found == organisation->letterheads.end() ? nullptr : &found->second;
}

std::string recipient_line(const Recipient& recipient, Language language) {
  const std::string& purpose = recipient.purpose.in(language);
  return recipient.name.in(language) + (purpose.empty() ? "" : " (" + purpose + ")");
}

// "12" of "12", "12/BC-CCB" and "12-BC-CCB": the symbol is what the letterhead prints itself.
std::string number_of(const std::string& typed, const std::string& symbol) {
  if (typed.empty()) return "…";
  if (!typed.ends_with(symbol) || typed.size() < symbol.size() + 2) return typed;
  const char before = typed[typed.size() - symbol.size() - 1];
  return before == '/' || before == '-' ? typed.substr(0, typed.size() - symbol.size() - 1) : typed;
}

std::vector<std::string> receivers(const Document& document, const Letterhead& letterhead) {
  std::vector<std::string> lines;
  for (const Recipient* recipient : recipients_of(document)) {
    lines.push_back(recipient_line(*recipient, document.language()));
  }
  for (const auto& copy : letterhead.copies) lines.push_back(without_stop(copy));
  return lines;
}

}  // namespace

void put_letterhead(const Document& document, Tree& tree) {
  const auto& [type, org, area, period] = document.question();
  const Letterhead* found = letterhead_of(document);
  const Letterhead letterhead = found == nullptr ? Letterhead{} : *found;
  put(tree, "parent", letterhead.parent);
  put(tree, "issuer", to_upper(unit_name(document.store, org, area, document.language())));
  const std::string symbol = letterhead.symbol.empty() ? "BC" : letterhead.symbol;
  put(tree, "number", number_of(document.options.number, symbol));
  put(tree, "symbol", symbol);
  put(tree, "signatory", document.options.signatory);
  put(tree, "place", letterhead.place.empty() ? capitalised(area_name(document.store, area)) : letterhead.place);
  put(tree, "date", long_day_text(document.options.date, document.language()));
  put(tree, "copies", receivers(document, letterhead));
  std::vector<std::string> signatures = letterhead.signed_by;
  put(tree, "signed_head", signatures.empty() ? std::string{} : signatures.front());
  if (!signatures.empty()) signatures.erase(signatures.begin());
  put(tree, "signed", signatures);
  put(tree, "party", letterhead.family == LetterheadFamily::party);
  put(tree, "vi", document.language() == Language::vi);
  put(tree, "en", document.language() == Language::en);
}

}  // namespace nammo
