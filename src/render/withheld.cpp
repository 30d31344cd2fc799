#include "render/withheld.h"

#include <algorithm>
#include <vector>

#include "base/catalogue/render.h"
#include "nammo/render.h"
#include "nammo/tally.h"
#include "render/figure_rows.h"

namespace nammo {
namespace {

std::vector<const Code*> withheld_codes(const Store& store, const Consolidated& report, const Tally& tally,
                                        const Area& area) {
  std::vector<const Code*> codes;
  for (const Indicator* indicator : indicators_of(store, report)) {
    const CodeList* list = breakdown_of(store, *indicator);
    if (list == nullptr) continue;
    for (const auto& code : list->codes) {
      const bool known = std::find(codes.begin(), codes.end(), &code) != codes.end();
      if (!known && tally.withheld(area.id, code)) codes.push_back(&code);
    }
  }
  return codes;
}

template <typename T>
void add_once(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

std::string withheld_sentence(const Store& store, const Consolidated& report, std::span<const Area* const> areas,
                              Language language) {
  const Tally tally(store, report.figure_deliveries());
  std::vector<std::string> codes;
  std::vector<std::string> levels;
  for (const Area* area : areas) {
    const auto left_out = withheld_codes(store, report, tally, *area);
    if (left_out.empty()) continue;
    const Level* level = store.settings.level(area->level);
    add_once(levels, level == nullptr ? area->level.str() : level->label.in(language));
    for (const Code* code : left_out) add_once(codes, "\"" + code->label.in(language) + "\"");
  }
  if (codes.empty()) return {};
  const Level* from = store.settings.level(store.settings.confidential_from);
  const std::string from_name = from == nullptr ? std::string{} : from->label.in(language);
  return say_in(language, msg::withheld_rows, joined(codes), joined(levels), from_name);
}

std::string withheld_note(const Store& store, const Consolidated& report, Language language) {
  for (const Consolidated* source : sources_of(report)) {
    auto sentence = withheld_sentence(store, *source, areas_of_rows(store, *source), language);
    if (!sentence.empty()) return sentence;
  }
  return {};
}

}  // namespace nammo
