#include "support/random_store.h"

#include <fmt/core.h>

#include <random>
#include <set>
#include <utility>

#include "nammo/time.h"

namespace nammo::test {
namespace {

constexpr const char* kSettings =
    "nammo: 1\nname: Hội\ntimezone: Asia/Ho_Chi_Minh\nweekend: {}\n"
    "levels: [{{id: district, label: thị xã}}, {{id: commune, label: phường}}, {{id: hamlet, label: khu phố}}]\n"
    "organisations: [{{id: ccb, label: CCB}}, {{id: mttq, label: MTTQ}}, {{id: bdv, label: BDV}}]\n"
    "recipients: {{tren: Cấp trên, huyen: Thị xã}}\n";

constexpr const char* kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

Date first_day() { return parse_date("2024-03-01").value(); }

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}

  RandomStore make() {
    put("nammo.yaml", fmt::format(kSettings, one_in(4) ? "[sunday]" : "[saturday, sunday]"));
    put("officers/a.yaml", "name: A\norg: ccb\n");
    put("officers/b.yaml", "name: B\norg: mttq\n");
    put("reporting.yaml", weekly() + monthly() + rest());
    for (int year = 2023; year <= 2026; ++year) put(fmt::format("calendar/{}.yaml", year), calendar(year));
    add_area("t", "district");
    for (int c = 0, communes = 1 + below(3); c < communes; ++c) {
      const auto commune = fmt::format("t/c{}", c);
      add_area(commune, "commune");
      for (int h = 0, hamlets = below(4); h < hamlets; ++h) add_area(fmt::format("{}/h{}", commune, h), "hamlet");
    }
    for (int i = 0; i < 60; ++i) file_report();
    for (int i = 0; i < 6; ++i) request_report();
    return made_;
  }

 private:
  void put(const std::string& path, std::string text) { made_.files[path] = std::move(text); }
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool one_in(int n) { return below(n) == 0; }
  std::string day(int from, int span) { return format_date(plus_days(first_day(), from + below(span))); }
  std::string hour() { return fmt::format("{:02}:{:02}", below(24), 15 * below(4)); }
  std::string moment(Date date, int spread) {
    return fmt::format("{}T{}+07:00", format_date(plus_days(date, below(2 * spread) - spread)), hour());
  }

  std::string holidays() {
    const int kind = below(4);
    if (kind == 0) return {};
    if (kind == 1) return "  on_holiday: previous\n";
    return kind == 2 ? "  on_holiday: next\n" : fmt::format("  on_holiday: next\n  holiday_limit: {}\n", below(6));
  }
  std::string scope() {
    const int kind = below(3);
    return kind == 0 ? "" : kind == 1 ? "  areas: pilot\n" : "  areas: [t, t/c0, \"t/c0/**\", \"t/*/h1\"]\n";
  }
  std::string dates() {
    std::string text = one_in(3) ? fmt::format("  since: {}\n", day(0, 120)) : "";
    return text + (one_in(4) ? fmt::format("  until: {}\n", day(150, 180)) : "");
  }
  std::string weekly() {
    const auto due = [&] { return fmt::format("{} {}", kDays[below(7)], hour()); };
    std::string text = fmt::format("weekly:\n  label: Tuần\n  period: week\n  window: {{closes: {}}}\n{}{}{}  steps:\n", due(),
                                   holidays(), scope(), dates());
    for (const char* who : {"hamlet, org: ccb", "commune, org: ccb", "commune, org: mttq", "district, org: ccb"}) {
      text += fmt::format("    - {{level: {}, due: {}, to: [tren]}}\n", who, due());
    }
    return text + fmt::format("  posts:\n    - {{level: district, org: ccb, due: {}, to: [huyen]}}\n", due());
  }
  std::string monthly() {
    std::string text = fmt::format("monthly:\n  label: Tháng\n  period: month\n  window: {}\n{}{}{}  steps:\n",
                                   one_in(2) ? "{calendar: true}" : fmt::format("{{from_day: {}}}", 1 + below(28)), holidays(),
                                   scope(), dates());
    for (const char* who : {"hamlet, org: ccb", "commune, org: ccb", "district, org: ccb", "district, org: bdv"}) {
      text += fmt::format("    - {{level: {}, due: day {} {}, to: [tren, huyen]}}\n", who, 1 + below(31), hour());
    }
    return text;
  }
  std::string rest() {
    return fmt::format(
        "quarterly:\n  label: Quý\n  period: quarter\n  window: {{from_day: 15}}\n{}  steps:\n    - {{level: district, org: ccb, due: day 15 16:30, to: [tren]}}\n"
        "summary:\n  label: Tổng kết\n  period: once\n  window: {{from: 2024-03-01, to: 2024-12-31}}\n  steps:\n    - {{level: district, org: ccb, due: {} 17:00, to: [tren]}}\n"
        "adhoc:\n  label: Đột xuất\n  period: adhoc\n  first: 2h\n  written: 24h\n{}  steps:\n    - {{level: hamlet, org: ccb, to: [tren]}}\n    - {{level: commune, org: ccb, to: [tren]}}\n",
        holidays(), day(200, 100), scope());
  }

  std::string calendar(int year) {
    std::string off;
    std::string working;
    const Date from = parse_date(fmt::format("{}-01-01", year)).value();
    for (int at = below(20); at < 350; at += 5 + below(40)) {
      const int length = one_in(5) ? 9 : below(3);
      off += fmt::format("  - {{from: {}, to: {}, name: Nghỉ}}\n", format_date(plus_days(from, at)), format_date(plus_days(from, at + length)));
      const Date saturday = day_in_iso_week(iso_week_of(plus_days(from, at + length + 3)), std::chrono::Saturday);
      if (one_in(3) && static_cast<int>(saturday.year()) == year) working += fmt::format("  - {{date: {}, name: Bù}}\n", format_date(saturday));
      at += length;
    }
    return "confirmed: true\ndays_off:\n" + off + (working.empty() ? "working: []\n" : "working:\n" + working);
  }

  void add_area(const std::string& id, const std::string& level) {
    areas_.push_back(id);
    std::string text = fmt::format("name: {}\nlevel: {}\nsince: {}\n", id, level, one_in(3) ? day(0, 120) : "2023-04-10");
    if (one_in(4)) text += fmt::format("until: {}\n", day(150, 180));
    if (!one_in(5)) text += fmt::format("pilot: {{since: {}}}\n", one_in(3) ? day(0, 120) : "2024-01-01");
    const auto change = plus_days(first_day(), 60 + below(200));
    text += fmt::format("officers:\n  - {{officer: a, org: ccb, role: lead, since: 2023-04-10, until: {}}}\n"
                        "  - {{officer: b, org: ccb, role: deputy, since: {}}}\n",
                        format_date(change), format_date(plus_days(change, 1)));
    put("areas/" + id + "/area.yaml", text);
  }

  // A period, and a day near which its report is due.
  std::pair<Period, Date> any_period() {
    const Date date = plus_days(first_day(), below(330));
    const auto month = month_period(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())));
    switch (below(6)) {
      case 0: return {month, date.year() / date.month() / 15};
      case 1: return {parse_period("2024-Q" + std::to_string(1 + below(4))).value(), date};
      case 2: return {adhoc_period(date), date};
      default: return {week_period(iso_week_of(date)), date};
    }
  }
  Period adhoc_period(Date date) { return parse_period(format_date(date) + (one_in(2) ? ".1" : ".2")).value(); }

  void file_report() {
    const auto [period, near] = any_period();
    const std::string org = one_in(4) ? "mttq" : one_in(6) ? "bdv" : "ccb";
    const ReportKey key{AreaId{areas_[static_cast<std::size_t>(below(static_cast<int>(areas_.size())))]}, OrgId{org}, period, false};
    const auto path = report_path(key.area, key.org, period);
    if (!paths_.insert(path).second) return;
    const std::string text = one_in(12) ? "report: [\n" : report_text(key, near);
    put(path, text);
    made_.filed.push_back(key);
    if (one_in(3)) put(review_path(key.area, key.org, period), review_text(text, near));
  }

  std::string report_text(const ReportKey& key, Date near) {
    const char* type = key.period.kind == PeriodKind::week     ? "weekly"
                       : key.period.kind == PeriodKind::month  ? "monthly"
                       : key.period.kind == PeriodKind::quarter ? "quarterly"
                                                                : "adhoc";
    std::string text = fmt::format("report: {}\norg: {}\narea: {}\nperiod: {}\nofficer: a\n", type, key.org.str(), key.area.str(),
                                   to_string(key.period));
    if (!one_in(5)) text += "submitted: " + moment(near, 6) + "\n";
    if (one_in(4)) text += fmt::format("received: {{at: {}, via: zalo, by: b}}\n", moment(near, 6));
    if (one_in(5)) text += "nil: true\n";
    if (key.period.kind != PeriodKind::adhoc) return text;
    if (!one_in(3)) text += "occurred: " + moment(near, 1) + "\n";
    if (key.period.number == 2 && one_in(2)) text += "continues: " + format_date(key.period.day) + ".1\n";
    return text;
  }

  std::string review_text(const std::string& report, Date near) {
    const bool returned = one_in(2);
    const Date reviewed = returned ? near : plus_days(near, 14);  // nobody accepts what has not come
    std::string text = fmt::format("state: {}\nby: b\nat: {}\ncontent: {}\n", returned ? "returned" : "accepted", moment(reviewed, 7),
                                   content_hash(one_in(3) ? "what it was before" : report));
    if (returned) text += "because: Thiếu số liệu\n";
    return text + (one_in(2) ? "due: " + moment(plus_days(near, 3), 7) + "\n" : "");
  }

  void request_report() {
    const Date date = plus_days(first_day(), below(330));
    const AreaId area{areas_[static_cast<std::size_t>(below(static_cast<int>(areas_.size())))]};
    const auto path = review_path(area, OrgId{"ccb"}, adhoc_period(date));
    if (made_.files.contains(path)) return;
    put(path, fmt::format("state: requested\nby: b\nat: {}\n", moment(date, 2)) +
                              (one_in(3) ? "" : "due: " + moment(plus_days(date, 3), 3) + "\n"));
  }

  std::mt19937 random_;
  RandomStore made_;
  std::vector<std::string> areas_;
  std::set<std::string> paths_;
};

}  // namespace

RandomStore random_store(std::uint32_t seed) { return Maker(seed).make(); }

}  // namespace nammo::test
