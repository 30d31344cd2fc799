#include "nammo/tally.h"
#include "support/deliveries.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <utility>

using namespace nammo;
using namespace nammo::test;

namespace {

constexpr IndicatorKind kKinds[] = {IndicatorKind::flow, IndicatorKind::stock, IndicatorKind::ytd};
constexpr AreaRule kRules[] = {AreaRule::add, AreaRule::lowest, AreaRule::reconcile};

// A second reckoner, by going down the tree of names with plain integers.
class Naive {
 public:
  struct Answer {
    bool any = false;
    long long sum = 0;
    int reported = 0;
    int expected = 0;
    std::string as_of;

    [[nodiscard]] std::string shown() const {
      return (any ? std::to_string(sum) : "-") + " (" + std::to_string(reported) + "/" + std::to_string(expected) + ")" +
             (as_of.empty() ? "" : " as of " + as_of);
    }
  };

  explicit Naive(const std::vector<Delivery>& deliveries) {
    for (const Delivery& delivery : deliveries) {
      auto& cell = cells_[delivery.obligation.area.str()][to_string(delivery.obligation.period)];
      if (!delivery.standing.counts) continue;
      for (const Figure& figure : delivery.filing.report->figures) cell[figure.indicator.str()] = figure.value->digits;
    }
  }

  [[nodiscard]] Answer flow(const std::string& area, const Indicator& asked) const {
    Answer answer;
    if (const auto own = cells_.find(area); own != cells_.end()) {
      for (const auto& [period, figures] : own->second) {
        if (asked.areas != AreaRule::add && has_below(area, period)) continue;
        ++answer.expected;
        const auto value = figures.find(asked.id.str());
        if (value == figures.end()) continue;
        answer.any = true;
        answer.sum += value->second;
        ++answer.reported;
      }
    }
    for (const std::string& child : children(area)) merge(answer, flow(child, asked));
    return answer;
  }

  [[nodiscard]] Answer stock(const std::string& area, const Indicator& asked) const {
    const std::string last = last_period(area);
    Answer answer = stock_until(area, asked, last);
    if (answer.as_of == last) answer.as_of.clear();
    return answer;
  }

 private:
  using Figures = std::map<std::string, long long>;

  static void merge(Answer& answer, const Answer& other) {
    answer.any |= other.any;
    answer.sum += other.sum;
    answer.reported += other.reported;
    answer.expected += other.expected;
    if (!other.as_of.empty() && (answer.as_of.empty() || other.as_of < answer.as_of)) answer.as_of = other.as_of;
  }

  [[nodiscard]] Answer stock_until(const std::string& area, const Indicator& asked, const std::string& last) const {
    Answer answer;
    const auto lowest_only = asked.areas != AreaRule::add;
    if (const auto own = cells_.find(area);
        own != cells_.end() && own->second.contains(last) && !(lowest_only && has_below(area, last))) {
      answer.expected = 1;
      for (auto i = own->second.rbegin(); i != own->second.rend() && !answer.any; ++i) {
        const auto value = i->second.find(asked.id.str());
        if (value == i->second.end() || (lowest_only && has_below(area, i->first))) continue;
        answer = {true, value->second, 1, 1, i->first};
      }
    }
    for (const std::string& child : children(area)) merge(answer, stock_until(child, asked, last));
    return answer;
  }

  [[nodiscard]] std::set<std::string> children(const std::string& area) const {
    std::set<std::string> result;
    for (const auto& [other, periods] : cells_) {
      if (!other.starts_with(area + "/")) continue;
      result.insert(other.substr(0, other.find('/', area.size() + 1)));
    }
    return result;
  }

  [[nodiscard]] bool has_below(const std::string& area, const std::string& period) const {
    for (const auto& [other, periods] : cells_) {
      if (other.starts_with(area + "/") && periods.contains(period)) return true;
    }
    return false;
  }

  [[nodiscard]] std::string last_period(const std::string& area) const {
    std::string last;
    for (const auto& [other, periods] : cells_) {
      if (other == area || other.starts_with(area + "/")) last = std::max(last, periods.rbegin()->first);
    }
    return last;
  }

  std::map<std::string, std::map<std::string, Figures>> cells_;
};

class Country {
 public:
  explicit Country(unsigned seed) : random_(seed) {
    for (const IndicatorKind kind : kKinds) {
      for (const AreaRule rule : kRules) {
        const std::string id = "f" + std::to_string(store.indicators.items.size());
        store.indicators.items.push_back(indicator(id.c_str(), kind, rule));
      }
    }
    grow("t", 0);
  }

  Store store = figure_store({});
  std::vector<std::string> areas;
  std::vector<Delivery> deliveries;

  void report_for(const std::string& area, const char* period) {
    std::vector<Figure> figures;
    for (const Indicator& asked : store.indicators.items) {
      if (chance(70)) figures.push_back(figure(asked.id.str().c_str(), std::to_string(below(500)).c_str()));
    }
    Delivery delivery = filed(area.c_str(), period, std::move(figures));
    const int fate = below(10);
    if (fate == 0) delivery = owed(area.c_str(), period);
    if (fate == 1) delivery = draft(std::move(delivery));
    deliveries.push_back(std::move(delivery));
  }
  // As a report on `area` itself has them.
  [[nodiscard]] std::vector<std::string> totals(const std::string& area) const {
    std::vector<Delivery> asked_for;
    std::copy_if(deliveries.begin(), deliveries.end(), std::back_inserter(asked_for),
                 [&](const Delivery& d) { return is_within(d.obligation.area, AreaId{area}); });
    const Tally tally(store, asked_for);
    std::vector<std::string> result;
    for (const Indicator& asked : store.indicators.items) result.push_back(shown(tally.total(AreaId{area}, asked)));
    return result;
  }
  void shuffle() { std::shuffle(deliveries.begin(), deliveries.end(), random_); }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool chance(int percent) { return below(100) < percent; }

  void grow(const std::string& area, int depth) {
    areas.push_back(area);
    for (const char* period : {"2024-W51", "2024-W52", "2025-W01", "2025-W02"}) {
      if (chance(75)) report_for(area, period);
    }
    const char* const names[] = {"ho", "ho-2", "ho-10", "p"};
    for (int i = 0; depth < 3 && i < below(5); ++i) grow(area + "/" + names[i], depth + 1);
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("totals: random trees as a naive walk down the tree reckons them") {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    const Country country(seed);
    const Naive naive(country.deliveries);
    for (const std::string& area : country.areas) {
      const auto totals = country.totals(area);
      for (std::size_t i = 0; i < totals.size(); ++i) {
        const Indicator& asked = country.store.indicators.items[i];
        const auto expected = asked.kind == IndicatorKind::flow ? naive.flow(area, asked) : naive.stock(area, asked);
        CAPTURE(seed);
        CAPTURE(area);
        CAPTURE(i);
        CHECK(totals[i] == expected.shown());
      }
    }
  }
}

TEST_CASE("totals: the order of the deliveries changes nothing") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    Country country(seed);
    std::vector<std::vector<std::string>> before;
    for (const std::string& area : country.areas) before.push_back(country.totals(area));
    country.shuffle();
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(country.totals(country.areas[i]) == before[i]);
  }
}

TEST_CASE("totals: another area changes nobody's figures but those above it") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    Country country(seed);
    const std::string added = country.areas.back() + "/new";
    std::map<std::string, std::vector<std::string>> before;
    for (const std::string& area : country.areas) {
      if (!is_within(AreaId{added}, AreaId{area})) before[area] = country.totals(area);
    }
    country.report_for(added, "2025-W01");
    country.report_for(added, "2025-W40");  // a later last period, too
    for (const auto& entry : before) {
      CAPTURE(entry.first);
      CHECK(country.totals(entry.first) == entry.second);
    }
  }
}
