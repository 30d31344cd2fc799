#include <fmt/core.h>

#include "base/catalogue/model.h"
#include "model/new_store_parts.h"
#include "yaml/new_file.h"

namespace nammo {
namespace {

using Texts = std::vector<std::string>;

EditValue words(const Texts& texts) {
  std::vector<EditValue> values;
  for (const auto& text : texts) values.push_back(text_value(text));
  return list_value(std::move(values));
}

// Hours of the levels between the lowest and the top, spread over a span of the day.
struct Hours {
  std::string lowest;
  std::string day;  // of all above the lowest
  int one;          // minutes of the day, where there is one level between
  int first;
  int last;
  std::string top;
  std::string gathering;
};
const Hours kWeek{"wednesday 17:00", "thursday", 9 * 60, 8 * 60, 11 * 60, "13:30", "16:00"};
const Hours kMonth{"day 15 08:00", "day 15", 11 * 60, 10 * 60, 14 * 60, "16:30", "17:00"};

struct RegimeWriter {
  const NewStore& store;
  yaml::NewFile file{"reporting.yaml", "regime"};

  [[nodiscard]] std::string said(const Message& message) const { return say_in(store.language, message); }

  [[nodiscard]] std::string due_at(const Hours& hours, std::size_t level) const {
    const std::size_t between = store.levels.size() < 3 ? 0 : store.levels.size() - 2;
    if (level == 0) return hours.day + " " + hours.top;
    if (level + 1 == store.levels.size()) return hours.lowest;
    const int from_below = static_cast<int>(between - level);
    const int minutes = between == 1 ? hours.one : hours.first + from_below * (hours.last - hours.first) / static_cast<int>(between - 1);
    return fmt::format("{} {:02}:{:02}", hours.day, minutes / 60, minutes % 60);
  }

  // Every level above, or those whom the plan names above the top (III.2).
  [[nodiscard]] Texts receivers(const NamedId& org, std::size_t level) const {
    if (level == 0) return {std::string(kCommittee), above_recipient(org), std::string(kMobilisationAbove)};
    Texts to;
    while (level-- > 0) to.push_back(unit_recipient(store, org, level));
    return to;
  }

  void step(std::vector<EditValue>& steps, const NamedId& org, std::size_t level, const std::string& due) const {
    std::vector<EditPair> pairs{{"level", text_value(store.levels[level].id)}, {"org", text_value(org.id)}};
    if (!due.empty()) pairs.push_back({"due", plain_value(due)});
    pairs.push_back({"to", words(receivers(org, level))});
    steps.push_back(mapping_value(std::move(pairs)));
  }

  void gathering(std::vector<EditValue>& steps, const Hours& hours) const {
    Texts gathered;
    for (const NamedId& org : reporting_organisations(store)) gathered.push_back(org.id);
    if (store.gathers.empty()) return;
    steps.push_back(mapping_value({{"level", text_value(store.levels.front().id)}, {"org", text_value(store.gathers.str())},
                                   {"gathers", words(gathered)}, {"due", plain_value(hours.day + " " + hours.gathering)},
                                   {"to", words({std::string(kCommitteeAbove)})}}));
  }

  // From below upwards, as they feed each other; only the top level where `hours` is of
  // a report that takes its figures from another.
  enum class Levels { all, top };
  void steps(const Hours* hours, Levels which) {
    std::vector<EditValue> steps;
    for (std::size_t level = which == Levels::all ? store.levels.size() : 1; level-- > 0;) {
      for (const NamedId& org : reporting_organisations(store)) step(steps, org, level, hours == nullptr ? "" : due_at(*hours, level));
    }
    if (hours != nullptr) gathering(steps, *hours);
    file.list("steps", steps);
  }

  void begin(std::string_view id, const Message& label, std::string_view period) {
    file.begin_mapping(id);
    file.text("label", said(label));
    file.plain("period", period);
    if (period != "once") file.plain("since", format_date(store.since));
  }

  void reminders() {
    std::vector<EditValue> rungs;
    for (const char* at : {"-24h", "-2h", "+0h"}) rungs.push_back(mapping_value({{"at", plain_value(at)}}));
    rungs.push_back(mapping_value({{"at", plain_value("+24h")}, {"to", plain_value("supervisor")}}));
    file.value("remind", list_value(std::move(rungs)));
    file.value("quiet", list_value({plain_value("20:00"), plain_value("07:00")}));
  }

  void weekly() {
    begin("weekly", msg::model_new_weekly, "week");
    file.value("window", mapping_value({{"closes", plain_value("thursday 00:00")}}));
    file.remark(said(msg::model_new_week_window));
    file.plain("on_holiday", "previous");
    file.remark(said(msg::model_new_before_holiday));
    steps(&kWeek, Levels::all);
    file.comment(said(msg::model_new_posts));
    std::vector<EditValue> posts;
    for (const NamedId& org : reporting_organisations(store)) {
      posts.push_back(mapping_value({{"level", text_value(store.levels.front().id)}, {"org", text_value(org.id)},
                                     {"due", plain_value("thursday 14:00")}, {"to", words({std::string(kNetwork)})}}));
    }
    file.list("posts", posts);
    reminders();
    file.plain("lookback", "8");
    file.end_mapping();
  }

  void on_the_15th() {
    file.value("window", mapping_value({{"from_day", plain_value("15")}}));
    file.plain("on_holiday", "next");
    file.plain("holiday_limit", "3");
  }

  void monthly() {
    begin("monthly", msg::model_new_monthly, "month");
    on_the_15th();
    steps(&kMonth, Levels::all);
    reminders();
    file.end_mapping();
  }

  void longer(std::string_view id, const Message& label, std::string_view period) {
    begin(id, label, period);
    on_the_15th();
    file.plain("figures_from", "monthly");
    steps(&kMonth, Levels::top);
    file.end_mapping();
  }

  // To the end of the year, or of the next where little is left of this one.
  void summary() {
    constexpr unsigned kJune = 6;
    const int year = static_cast<int>(store.since.year()) + (static_cast<unsigned>(store.since.month()) > kJune ? 1 : 0);
    const std::string last = fmt::format("{:04}-12-31", year);
    begin("summary", msg::model_new_summary, "once");
    file.value("window", mapping_value({{"from", plain_value(format_date(store.since))}, {"to", plain_value(last)}}));
    file.plain("figures_from", "monthly");
    std::vector<EditValue> steps;
    for (const NamedId& org : reporting_organisations(store)) step(steps, org, 0, last + " 17:00");
    file.list("steps", steps);
    file.end_mapping();
  }

  void adhoc() {
    begin("adhoc", msg::model_new_adhoc, "adhoc");
    file.plain("first", "2h");
    file.remark(said(msg::model_new_first));
    file.plain("written", "24h");
    file.remark(said(msg::model_new_written));
    steps(nullptr, Levels::all);
    file.end_mapping();
  }
};

}  // namespace

std::string new_regime(const NewStore& store) {
  RegimeWriter regime{store};
  regime.file.comment(regime.said(msg::model_new_regime));
  regime.weekly();
  regime.file.comment(regime.said(msg::model_new_15th));
  regime.monthly();
  regime.file.comment(regime.said(msg::model_new_longer));
  regime.longer("quarterly", msg::model_new_quarterly, "quarter");
  regime.longer("half-yearly", msg::model_new_half_yearly, "half");
  regime.longer("yearly", msg::model_new_yearly, "year");
  regime.file.comment(regime.said(msg::model_new_summary_when));
  regime.summary();
  regime.adhoc();
  return regime.file.take();
}

}  // namespace nammo
