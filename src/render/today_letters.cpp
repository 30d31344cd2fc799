#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/names.h"
#include "render/owed_words.h"
#include "render/today_parts.h"
#include "render/wording.h"

namespace nammo {
namespace {

// Messages beyond these do not fit a screen: their officers are only named.
constexpr std::size_t kMostLetters = 8;

// What is said of reports alike, and of whose they are.
struct Item {
  const Delivery* first = nullptr;
  std::string title;  // "Báo cáo nhanh, tuần 19/2024 (từ ngày … đến hết ngày …)"
  std::string owed;
  std::string then;
  std::vector<AreaId> areas;
  std::vector<std::string> units;
};

bool is_alike(const Item& a, const Item& b) { return a.title == b.title && a.owed == b.owed && a.then == b.then; }

// The officers to whom one message goes: they owe the same, each of one set of areas.
struct Circle {
  std::vector<const Debtor*> debtors;
  std::vector<Item> items;  // of the first
};

std::vector<Item> items_of(const Store& store, const Debtor& debtor, Instant now, Language language) {
  std::vector<Item> items;
  for (const Delivery* delivery : debtor.owed) {
    const Obligation& o = delivery->obligation;
    Item item{delivery, printable(titled_window(store, o, language)),
              without_stop(owed_text(store, *delivery, now, language)), next_step_text(store, *delivery, now, language), {}, {}};
    auto found = std::find_if(items.begin(), items.end(), [&](const Item& one) { return is_alike(one, item); });
    if (found == items.end()) found = items.insert(found, std::move(item));
    found->areas.push_back(o.area);
    found->units.push_back(printable(unit_name(store, o.org, o.area, language)));
  }
  return items;
}

bool has_one_set_of_areas(const std::vector<Item>& items) {
  return std::all_of(items.begin(), items.end(), [&](const Item& one) { return one.areas == items.front().areas; });
}

bool goes_together(const std::vector<Item>& a, const std::vector<Item>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), is_alike) && has_one_set_of_areas(a) &&
         has_one_set_of_areas(b);
}

std::string titles_from(const Store& store, const std::vector<Item>& items, std::size_t from, Language language) {
  std::vector<const Delivery*> deliveries;
  for (std::size_t i = from; i < items.size(); ++i) deliveries.push_back(items[i].first);
  return printable(short_titles(store, deliveries, language));
}

std::vector<AreaId> areas_of(const Debtor& debtor) {
  std::vector<AreaId> areas;
  for (const Delivery* delivery : debtor.owed) areas.push_back(delivery->obligation.area);
  return areas;
}

// "Ngô Thị Hiền (Khu phố 4)"
std::string with_areas(const Store& store, const Debtor& debtor, Language language) {
  return say_in(language, msg::today_officer_of, officer_name(store, debtor.officer), printable(area_names(store, areas_of(debtor))));
}

// By the area above, named once where there are several: "phường Hồ: … (Khu phố 1), …".
std::string addressees(const Store& store, const Circle& circle, Language language) {
  std::vector<const Debtor*> debtors = circle.debtors;
  std::stable_sort(debtors.begin(), debtors.end(), [](const Debtor* a, const Debtor* b) {
    return natural_less(a->owed.front()->obligation.area.str(), b->owed.front()->obligation.area.str());
  });
  std::vector<std::pair<AreaId, std::vector<std::string>>> parents;
  for (const Debtor* debtor : debtors) {
    const AreaId parent = parent_of(debtor->owed.front()->obligation.area);
    auto found = std::find_if(parents.begin(), parents.end(), [&](const auto& one) { return one.first == parent; });
    if (found == parents.end()) found = parents.insert(found, {parent, {}});
    found->second.push_back(with_areas(store, *debtor, language));
  }
  std::vector<std::string> parts;
  for (const auto& [parent, names] : parents) {
    const std::string listed = join(names, ", ");
    parts.push_back(parents.size() == 1 ? listed : say_in(language, msg::today_of_parent, printable(area_name(store, parent)), listed));
  }
  return join(parts, "; ");
}

std::string greeting(const Store& store, const Circle& circle, Language language) {
  if (circle.debtors.size() > 1) return say_in(language, msg::today_greeting_several, addressees(store, circle, language));
  return greeting_text(store, circle.debtors.front()->officer, language);
}

std::string request(const Item& item, bool several, Language language) {
  return say_in(language, several ? msg::today_please_all : msg::today_please, uncapitalised(item.then));
}

std::string item_line(const Item& item, bool several, Language language) {
  return several ? say_in(language, msg::today_item_of_all, item.title, item.owed)
                 : say_in(language, msg::remind_item, item.title, join(item.units, ", "), item.owed);
}

std::vector<std::string> message(const Store& store, const Circle& circle, Language language) {
  const bool several = circle.debtors.size() > 1;
  const auto& items = circle.items;
  std::vector<std::string> lines{greeting(store, circle, language)};
  for (std::size_t i = 0; i < items.size() && i < kInFull; ++i) {
    const std::string number = items.size() > 1 ? std::to_string(i + 1) + ". " : "";
    lines.push_back(number + item_line(items[i], several, language));
    const bool last = i + 1 == items.size() || i + 1 == kInFull;
    if (last || items[i + 1].then != items[i].then) lines.push_back(request(items[i], several, language));
  }
  if (items.size() > kInFull) {
    lines.push_back(std::to_string(kInFull + 1) + ". " + say_in(language, msg::today_rest, titles_from(store, items, kInFull, language)));
  }
  return lines;
}

std::string heading(const Store& store, const Circle& circle, Language language) {
  if (circle.debtors.size() > 1) return say_in(language, msg::today_to_several, circle.debtors.size());
  std::vector<std::string> units;
  for (const Item& item : circle.items) {
    for (const std::string& unit : item.units) {
      if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
    }
  }
  return say_in(language, msg::today_to_one, join(units, ", "), officer_name(store, circle.debtors.front()->officer));
}

std::string only_named(const Store& store, const Circle& circle, Language language) {
  return say_in(language, msg::today_of_parent, addressees(store, circle, language), titles_from(store, circle.items, 0, language));
}

// Of whom nobody is told: the reports of one set of units in one line.
std::vector<std::string> unaddressed(const Store& store, const Debtor& nobody, Language language) {
  std::vector<std::pair<std::string, std::vector<const Delivery*>>> units;
  for (const Delivery* delivery : nobody.owed) {
    const std::string unit = printable(unit_name(store, delivery->obligation.org, delivery->obligation.area, language));
    auto found = std::find_if(units.begin(), units.end(), [&](const auto& one) { return one.first == unit; });
    if (found == units.end()) found = units.insert(found, {unit, {}});
    found->second.push_back(delivery);
  }
  std::vector<std::string> lines;
  for (const auto& [unit, owed] : units) {
    lines.push_back(say_in(language, msg::today_of_parent, unit, printable(short_titles(store, owed, language))));
  }
  return lines;
}

std::string none(const Today& today, Language language) {
  const bool others = std::any_of(today.hours.begin(), today.hours.end(),
                                  [&](const Delivery& one) { return !is_own(today.question, one.obligation); });
  return today.is_due && others ? say_in(language, msg::today_all_in) : std::string{};
}

}  // namespace

Letters letters_of(const Store& store, const Today& today, Language language) {
  Letters result;
  const auto debtors = debtors_of(today, store);
  if (debtors.empty()) result.none = none(today, language);
  std::vector<Circle> circles;
  for (const Debtor& debtor : debtors) {
    if (debtor.officer.empty()) {
      result.nobody = unaddressed(store, debtor, language);
      continue;
    }
    auto items = items_of(store, debtor, today.now, language);
    auto found = std::find_if(circles.begin(), circles.end(), [&](const Circle& one) { return goes_together(one.items, items); });
    if (found == circles.end()) found = circles.insert(found, Circle{{}, std::move(items)});
    found->debtors.push_back(&debtor);
  }
  if (circles.size() > kMostLetters) {  // most names in the fewest lines
    std::stable_sort(circles.begin(), circles.end(), [](const Circle& a, const Circle& b) { return a.debtors.size() > b.debtors.size(); });
  }
  for (const Circle& circle : circles) {
    if (result.letters.size() < kMostLetters) {
      result.letters.push_back({heading(store, circle, language), message(store, circle, language)});
    } else {
      result.others.push_back(only_named(store, circle, language));
    }
  }
  return result;
}

}  // namespace nammo
