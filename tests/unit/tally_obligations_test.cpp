#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "nammo/deliveries.h"
#include "nammo/due_views.h"
#include "nammo/status.h"
#include "nammo/status_views.h"
#include "support/findings.h"
#include "support/memory_files.h"
#include "support/random_store.h"

using namespace nammo;
using namespace nammo::test;

// Laws that hold in any store, over stores made by chance. `seed` makes the store of
// a failure again: random_store(seed).

namespace {

constexpr std::uint32_t kSeeds = 6;

Date day(const char* text) { return parse_date(text).value(); }
Instant at(const char* text) { return parse_instant(text).value(); }

const DayRange kAll{day("2024-02-01"), day("2025-03-31")};
const Instant kLater = at("2026-01-01T00:00+07:00");  // after everything that is written in a store

Store load(const FileReader& files) {
  Diagnostics findings;
  Store store = load_settings(files, findings).value();
  load_regime(files, store, findings);
  for (int year = 2023; year <= 2026; ++year) load_calendar(files, year, store, findings);
  list_officers(files, store);
  load_areas(files, {}, store, findings);
  REQUIRE(lines_of(findings).empty());
  return store;
}

DueQuestion all_due() {
  DueQuestion question;
  question.days = kAll;
  return question;
}

std::vector<Delivery> due_at(const FileReader& files, const Store& store, const DueQuestion& question, Instant now) {
  Diagnostics findings;
  return load_due(files, store, question, now, findings);
}

Status status_at(const FileReader& files, const Store& store, std::vector<Period> periods, Instant now, const char* area = "t") {
  Diagnostics findings;
  return read_status(files, store, {AreaId{area}, std::move(periods), {}}, now, findings);
}

// The questions of `status` that together ask for every report of the year.
std::vector<std::vector<Period>> ranges(const RandomStore& made) {
  std::vector<std::vector<Period>> all(3);
  for (Period p = parse_period("2024-W06").value(); p != parse_period("2025-W10").value(); p = advance(p, 1)) all[0].push_back(p);
  for (Period p = month_period(2024, 1); p != month_period(2025, 4); p = advance(p, 1)) all[1].push_back(p);
  for (Period p = parse_period("2024-Q1").value(); p != parse_period("2025-Q2").value(); p = advance(p, 1)) all[2].push_back(p);
  std::set<Period> adhoc;
  for (const ReportKey& key : made.filed) {
    if (key.period.kind == PeriodKind::adhoc) adhoc.insert(key.period);
  }
  for (const Period& period : adhoc) all.push_back({period});
  return all;
}

std::vector<Instant> moments(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<Instant> result;
  while (result.size() < count) result.push_back(at("2024-03-01T00:00+07:00") + Minutes{15} * static_cast<int>(random() % (96 * 340)));
  std::sort(result.begin(), result.end());
  return result;
}

using Key = std::tuple<ReportTypeId, OrgId, AreaId, Period>;
Key key_of(const Obligation& o) { return {o.report, o.org, o.area, o.period}; }
Key key_of(const UnexpectedReport& u) { return {u.report, u.org, u.area, u.period}; }

constexpr State kStates[] = {State::upcoming,  State::draft,    State::missing, State::late,
                             State::submitted, State::returned, State::accepted};

void check_counts(const StatusCounts& c) {
  CHECK(c.on_time + c.late + c.missing + c.not_yet_due == c.expected);
  CHECK(c.on_time + c.late == c.received);
  CHECK(c.received <= c.expected);
  CHECK(c.returned <= c.received);
  CHECK(c.nil <= c.received);
}

// Every share that the text prints, in tenths of a per cent.
std::vector<int> shares_in(const std::string& text) {
  std::vector<int> shares;
  for (auto end = text.find(" %)"); end != std::string::npos; end = text.find(" %)", end + 1)) {
    const auto from = text.rfind('(', end) + 1;
    const auto number = text.substr(from, end - from);  // "98,1" or "75"
    const auto comma = number.find(',');
    shares.push_back(std::stoi(number) * 10 + (comma == std::string::npos ? 0 : std::stoi(number.substr(comma + 1))));
  }
  return shares;
}

// A review that gives more time takes effect after `from`, up to `to`.
bool gives_time(const Filing& filing, Instant from, Instant to) {
  return filing.review && filing.review->due && from < filing.review->at && filing.review->at <= to;
}

}  // namespace

TEST_CASE("obligations: every one stands in exactly one state, and `--state` takes the list apart without a rest (seeded)") {
  std::map<State, int> seen;
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomStore made = random_store(seed);
    const MemoryFiles files(made.files);
    const Store store = load(files);
    for (const Instant now : moments(seed, 1)) {
      std::multiset<Key> whole;
      for (const Delivery& d : due_at(files, store, all_due(), now)) {
        if (d.obligation.kind == ObligationKind::report) whole.insert(key_of(d.obligation));
      }
      CHECK(std::set<Key>(whole.begin(), whole.end()).size() == whole.size());
      std::multiset<Key> parts;
      for (const State state : kStates) {
        DueQuestion question = all_due();
        question.state = state;
        for (const Delivery& d : due_at(files, store, question, now)) {
          CHECK(d.standing.state == state);
          parts.insert(key_of(d.obligation));
          ++seen[state];
        }
      }
      CHECK(parts == whole);
    }
  }
  for (const State state : kStates) CHECK(seen[state] > 0);
}

TEST_CASE("obligations: on time, late, missing and not yet due add up, by level and in all, and no share is above 100 % (seeded)") {
  int shares = 0;
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomStore made = random_store(seed);
    const MemoryFiles files(made.files);
    const Store store = load(files);
    const Instant now = moments(seed, 1).front();
    for (const auto& periods : ranges(made)) {
      const Status status = status_at(files, store, periods, now);
      const StatusCounts all = count_status(status.deliveries);
      check_counts(all);
      StatusCounts sum;
      for (const LevelCounts& level : count_by_level(store, status.deliveries)) {
        check_counts(level.counts);
        sum.expected += level.counts.expected;
        sum.received += level.counts.received;
        sum.missing += level.counts.missing;
      }
      CHECK(std::tie(sum.expected, sum.received, sum.missing) == std::tie(all.expected, all.received, all.missing));
      const auto csv = status_csv(store, status);
      CHECK(std::count(csv.begin(), csv.end(), '\n') == static_cast<std::ptrdiff_t>(1 + status.deliveries.size() + status.unexpected.size()));
      for (const int share : shares_in(status_text(store, status, Language::vi))) {
        CHECK(share <= 1000);
        CHECK((share < 1000 || all.received == all.expected));
        ++shares;
      }
    }
  }
  CHECK(shares > 20);
}

TEST_CASE("obligations: a later `now` never makes good what was late or missing, unless a review gave more time (seeded)") {
  int late = 0;
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomStore made = random_store(seed);
    const MemoryFiles files(made.files);
    const Store store = load(files);
    const auto times = moments(seed + 1000, 5);
    std::map<Key, std::pair<Standing, Instant>> before;
    for (const Instant now : times) {
      for (const Delivery& d : due_at(files, store, all_due(), now)) {
        if (d.obligation.kind == ObligationKind::post) continue;
        const auto old = before.find(key_of(d.obligation));
        if (old != before.end() && !gives_time(d.filing, old->second.second, now)) {
          const Standing& then = old->second.first;
          const bool was_bad = then.timeliness == Timeliness::late || then.timeliness == Timeliness::missing;
          late += was_bad ? 1 : 0;
          CHECK_FALSE((was_bad && d.standing.timeliness == Timeliness::on_time));
          CHECK_FALSE((was_bad && d.standing.timeliness == Timeliness::not_yet_due));
          CHECK_FALSE((then.state == State::late && d.standing.state == State::submitted));
        }
        before[key_of(d.obligation)] = {d.standing, now};
      }
    }
  }
  CHECK(late > 40);
}

TEST_CASE("obligations: a range of days is the union of its parts, and so are areas, reports and organisations (seeded)") {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const RandomStore made = random_store(seed);
    const MemoryFiles files(made.files);
    const Store store = load(files);
    const auto whole = expand_due(all_due(), store);
    REQUIRE_FALSE(whole.empty());
    std::vector<Obligation> by_days;
    for (Date from = kAll.from; from <= kAll.to;) {
      DueQuestion part = all_due();
      part.days = {from, std::min(kAll.to, plus_days(from, static_cast<int>(random() % 40)))};
      const auto more = expand_due(part, store);
      by_days.insert(by_days.end(), more.begin(), more.end());
      from = plus_days(part.days.to, 1);
    }
    CHECK(by_days == whole);
    const auto union_of = [&](const auto& values, auto narrow) {
      std::vector<Obligation> parts;
      for (const auto& value : values) {
        DueQuestion part = all_due();
        narrow(part, value);
        const auto more = expand_due(part, store);
        parts.insert(parts.end(), more.begin(), more.end());
      }
      std::stable_sort(parts.begin(), parts.end(), due_before);
      return parts;
    };
    CHECK(union_of(store.regime.types, [](DueQuestion& q, const ReportType& type) { q.report = type.id; }) == whole);
    CHECK(union_of(store.settings.organisations, [](DueQuestion& q, const Organisation& org) { q.org = org.id; }) == whole);
    auto parts = union_of(store.areas.children(AreaId{"t"}), [](DueQuestion& q, const Area* area) { q.root = area->id; });
    for (const Obligation& o : whole) {
      if (o.area.str() == "t") parts.push_back(o);
    }
    std::stable_sort(parts.begin(), parts.end(), due_before);
    CHECK(parts == whole);
  }
}

TEST_CASE("obligations: the status of a range is that of its periods together, that of an area of its parts (seeded)") {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomStore made = random_store(seed);
    const MemoryFiles files(made.files);
    const Store store = load(files);
    const Instant now = moments(seed, 1).front();
    const auto months = ranges(made)[1];
    // Key, state and time of each, expected or not.
    using Line = std::tuple<Key, std::string, std::optional<Instant>>;
    std::multiset<Line> whole;
    const auto add = [](const Status& status, std::multiset<Line>& lines) {
      for (const Delivery& d : status.deliveries) {
        lines.emplace(key_of(d.obligation), to_string(d.standing.state), d.standing.submitted);
      }
      for (const UnexpectedReport& u : status.unexpected) lines.emplace(key_of(u), "unexpected", u.standing.submitted);
    };
    add(status_at(files, store, months, now), whole);
    std::multiset<Line> by_period;
    for (const Period& month : months) add(status_at(files, store, {month}, now), by_period);
    CHECK(by_period == whole);
    std::multiset<Line> by_area;
    for (const Area* child : store.areas.children(AreaId{"t"})) add(status_at(files, store, months, now, child->id.str().c_str()), by_area);
    for (const Line& line : whole) {
      if (std::get<AreaId>(std::get<Key>(line)).str() == "t") by_area.insert(line);
    }
    CHECK(by_area == whole);
  }
}

TEST_CASE("obligations: the windows of a regime follow each other without a gap, and a due is never without one (seeded)") {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    const Store store = load(MemoryFiles(random_store(seed).files));
    for (const ReportType& type : store.regime.types) {
      std::vector<Period> periods = periods_due(type, kAll);
      for (std::size_t i = 0; i + 1 < periods.size() && type.period != PeriodKind::once; ++i) {
        CAPTURE(to_string(periods[i]));
        CHECK(window_of(type, periods[i], store)->end == window_of(type, advance(periods[i], 1), store)->start);
      }
    }
    for (const Obligation& o : expand_due(all_due(), store)) {
      CHECK(o.window.start <= o.window.end);
      CHECK(kAll.holds(day_of(store.zone.to_local(o.due))));
    }
  }
}

TEST_CASE("obligations: the order of files, areas and report types changes no byte (seeded)") {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomStore made = random_store(seed);
    const MemoryFiles files(made.files);
    const Store store = load(files);
    const Backwards backwards(files);
    Store turned = load(backwards);
    auto areas = turned.areas.all();
    std::mt19937 random(seed);
    std::shuffle(areas.begin(), areas.end(), random);
    turned.areas = AreaTree{std::move(areas)};
    std::reverse(turned.regime.types.begin(), turned.regime.types.end());
    const Instant now = moments(seed, 1).front();
    CHECK(due_csv(store, due_at(files, store, all_due(), now)) == due_csv(turned, due_at(backwards, turned, all_due(), now)));
    for (const auto& periods : ranges(made)) {
      const Status one = status_at(files, store, periods, now);
      const Status other = status_at(backwards, turned, periods, now);
      CHECK(status_csv(store, one) == status_csv(turned, other));
      CHECK(status_text(store, one, Language::vi) == status_text(turned, other, Language::vi));
    }
  }
}

TEST_CASE("obligations: a report that nobody expects is listed once and never counted (seeded)") {
  std::size_t unexpected = 0;
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    CAPTURE(seed);
    const RandomStore made = random_store(seed);
    const MemoryFiles files(made.files);
    const Store store = load(files);
    std::multiset<Key> listed;
    std::multiset<Key> expected;
    std::size_t regular = 0;
    for (const auto& periods : ranges(made)) {
      const Status status = status_at(files, store, periods, kLater);
      for (const auto& delivery : status.deliveries) {
        expected.insert(key_of(delivery.obligation));
        regular += delivery.obligation.period.kind == PeriodKind::adhoc ? 0 : 1;
      }
      for (const auto& one : status.unexpected) listed.insert(key_of(one));
    }
    const auto named = [](const std::multiset<Key>& keys, const ReportKey& key) {
      return std::count_if(keys.begin(), keys.end(), [&](const Key& one) {
        return std::tie(std::get<1>(one), std::get<2>(one), std::get<3>(one)) == std::tie(key.org, key.area, key.period);
      });
    };
    for (const ReportKey& key : made.filed) {
      CAPTURE(report_path(key.area, key.org, key.period));
      CHECK(named(expected, key) + named(listed, key) == 1);
    }
    unexpected += listed.size();
    // What is expected of the regular types is the same in a store without any report.
    MemoryFiles empty(made.files);
    for (const ReportKey& key : made.filed) empty.remove(report_path(key.area, key.org, key.period));
    std::size_t without = 0;
    for (const auto& periods : ranges(made)) {
      if (periods.front().kind == PeriodKind::adhoc) continue;
      const Status status = status_at(empty, store, periods, kLater);
      CHECK(status.unexpected.empty());
      CHECK(count_status(status.deliveries).received == 0);
      without += status.deliveries.size();
    }
    CHECK(without == regular);
  }
  CHECK(unexpected > 20);
}
