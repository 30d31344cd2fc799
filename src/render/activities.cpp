#include "render/activities.h"

#include <algorithm>

#include "base/catalogue/render.h"
#include "render/figure_rows.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr std::size_t kMostTitles = 8;

const CodeList* kinds_of(const Store& store) {
  const auto list = store.codes.find(CodeListId{"activity-kinds"});
  return list == store.codes.end() ? nullptr : &list->second;
}

const Code* kind_of(const Store& store, const CodeId& kind) {
  const CodeList* list = kinds_of(store);
  return list == nullptr ? nullptr : list->find(kind);
}

void add(ActivitySum& sum, const Activity& activity) {
  sum.count += activity.count.value_or(1);
  sum.people += activity.people.value_or(0);
  const auto title = without_stop(activity.title);
  if (!title.empty() && sum.known.insert(title).second) sum.titles.push_back(title);
}

std::string people_text(const Document& document, const ActivitySum& sum) {
  if (sum.people == 0) return {};
  const Language language = document.language();
  const Code* kind = kind_of(document.store, sum.kind);
  const bool named = kind != nullptr && !kind->people_unit.empty();
  return say_in(language, msg::activity_count, number_text(sum.people, language),
                named ? kind->people_unit.in(language) : say_in(language, msg::activity_people_unit));
}

std::string titles_text(const ActivitySum& sum, Language language) {
  if (sum.titles.empty()) return {};
  auto titles = sum.titles;
  if (titles.size() > kMostTitles) {
    const auto more = titles.size() - kMostTitles;
    titles.resize(kMostTitles);
    return say_in(language, msg::activity_titles, join(titles, ", ")) + " " +
           say_in(language, msg::activity_more, more);
  }
  return say_in(language, msg::activity_titles, join(titles, ", "));
}

}  // namespace

std::vector<ActivitySum> sum_activities(const Store& store, std::span<const Delivery* const> deliveries) {
  std::vector<ActivitySum> sums;
  if (const CodeList* list = kinds_of(store)) {
    for (const auto& code : list->codes) sums.push_back({code.id, 0, 0, {}, {}});
  }
  for (const Delivery* delivery : deliveries) {
    if (!delivery->standing.counts || !delivery->filing.report) continue;
    for (const auto& activity : delivery->filing.report->activities) {
      auto sum = std::find_if(sums.begin(), sums.end(), [&](const ActivitySum& s) { return s.kind == activity.kind; });
      if (sum == sums.end()) sum = sums.insert(sums.end(), ActivitySum{activity.kind, 0, 0, {}, {}});
      add(*sum, activity);
    }
  }
  std::erase_if(sums, [](const ActivitySum& s) { return s.count == 0; });
  return sums;
}

std::string activity_count_text(const Store& store, const ActivitySum& sum, Language language) {
  const Code* kind = kind_of(store, sum.kind);
  const bool named = kind != nullptr && !kind->unit.empty();
  return say_in(language, msg::activity_count, number_text(sum.count, language),
                named ? kind->unit.in(language) : say_in(language, msg::activity_unit));
}

std::string activity_label(const Store& store, const ActivitySum& sum, Language language) {
  const auto label = code_label(store, "activity-kinds", sum.kind, language);
  return label.empty() ? say_in(language, msg::activity_other) : label;
}

std::vector<Tree> activity_lines(const Document& document) {
  const Language language = document.language();
  std::vector<Tree> lines;
  for (const auto& source : document.sources) {
    std::vector<const Delivery*> deliveries;
    std::size_t reported = 0;
    for (const auto& delivery : source.report->figure_deliveries()) {
      deliveries.push_back(&delivery);
      reported += delivery.standing.counts ? 1 : 0;
    }
    const std::string caption = source_caption(document, source);
    for (const auto& sum : sum_activities(document.store, deliveries)) {
      std::string text = join({activity_count_text(document.store, sum, language), people_text(document, sum)}, ", ");
      const bool derived = !source.report->figures.empty();
      text += " " + say_in(language, derived ? msg::reports_of : msg::units_of, reported, deliveries.size());
      text = join({text, titles_text(sum, language)}, ", ");
      lines.push_back(line_node(caption, activity_label(document.store, sum, language), sentence(text)));
    }
  }
  return lines;
}

}  // namespace nammo
