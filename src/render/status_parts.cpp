#include "render/status_parts.h"

#include <algorithm>
#include <array>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/words.h"
#include "tally/area_order.h"

namespace nammo {
namespace {

constexpr std::array kColumns{
    StatusColumn{&msg::status_expected, &StatusCounts::expected}, StatusColumn{&msg::status_received, &StatusCounts::received},
    StatusColumn{&msg::status_on_time, &StatusCounts::on_time},   StatusColumn{&msg::status_late, &StatusCounts::late},
    StatusColumn{&msg::status_returned, &StatusCounts::returned}, StatusColumn{&msg::status_nil, &StatusCounts::nil},
    StatusColumn{&msg::status_missing, &StatusCounts::missing},   StatusColumn{&msg::status_not_yet_due, &StatusCounts::not_yet_due},
};

constexpr std::array kWorstFirst{State::missing,  State::returned,  State::late,    State::draft,
                                 State::upcoming, State::submitted, State::accepted};

std::string labels_of(const Store& store, const StatusQuestion& question, Language language) {
  std::vector<std::string> labels;
  for (const ReportType& type : store.regime.types) {
    const bool asked = question.org.empty() || std::any_of(type.steps.begin(), type.steps.end(), [&](const Step& step) {
      return step.org == question.org;
    });
    if (asked && is_period_of(type, question.periods.front())) labels.push_back(type.label.in(language));
  }
  return join(labels, " · ");
}

std::string window_of_first(const Store& store, const Status& status, Language language) {
  if (status.deliveries.empty()) return {};
  const Window& window = status.deliveries.front().obligation.window;
  return " (" + uncapitalised(say_in(language, msg::window_once, day_text(day_of(store.zone.to_local(window.start)), language),
                                     day_text(last_day(window, store.zone), language))) + ")";
}

// 52 of 53: "98,1"
std::string percent_text(int part, int whole, Language language) {
  const int tenths = part * 1000 / whole;
  return number_text(tenths % 10 == 0 ? Decimal{tenths / 10, 0} : Decimal{tenths, 1}, language);
}

std::string file_of(const Obligation& obligation) { return report_path(obligation.area, obligation.org, obligation.period); }

// What stands in brackets after a unit's name.
class Details {
 public:
  Details(const Store& store, const Status& status, Language language)
      : store_(store), evidence_(status.evidence), language_(language), year_(day_of(store.zone.to_local(status.now)).year()) {}

  [[nodiscard]] std::string of_claim(const Delivery& delivery, Instant first) const {
    return join({moment(msg::absence_submitted, *delivery.standing.submitted), moment(msg::status_first_commit, first)}, ", ");
  }
  [[nodiscard]] std::string of(const Delivery& delivery) const {
    std::vector<std::string> parts;
    const Standing& standing = delivery.standing;
    const bool late = standing.timeliness == Timeliness::late;
    if (standing.state == State::returned) parts.push_back(without_stop(standing.because));
    if (!standing.submitted || late) parts.push_back(due(delivery.obligation));
    if (standing.submitted) parts.push_back(moment(msg::absence_submitted, *standing.submitted));
    if (standing.submitted && evidence_) parts.push_back(in_git(evidence_->of(file_of(delivery.obligation))));
    if (late && standing.state != State::late) parts.push_back(say_in(language_, msg::status_is_late));
    if (standing.state == State::returned && standing.returned_due) {
      parts.push_back(moment(msg::absence_returned_due, *standing.returned_due));
    }
    if (standing.submitted && delivery.filing.report && delivery.filing.report->nil) {
      parts.push_back(say_in(language_, msg::status_is_nil));
    }
    if (!standing.submitted) parts.push_back(half_there(delivery));
    return join(parts, ", ");
  }

 private:
  [[nodiscard]] std::string moment(const Message& message, Instant at) const {
    return say_in(language_, message, moment_text(at, store_.zone, year_, language_));
  }
  [[nodiscard]] std::string in_git(const GitEvidence::Times& times) const {
    if (times.reached) return moment(msg::status_reached, *times.reached);
    return say_in(language_, times.first ? msg::status_not_reached : msg::status_not_in_git);
  }
  [[nodiscard]] std::string due(const Obligation& obligation) const {
    return obligation.due == kNeverDue ? std::string{} : moment(msg::absence_due, obligation.due);
  }
  [[nodiscard]] std::string half_there(const Delivery& delivery) const {
    if (delivery.filing.unreadable) return say_in(language_, msg::absence_unreadable);
    const bool draft = delivery.standing.state == State::missing && delivery.filing.report && !delivery.filing.report->submitted;
    return draft ? say_in(language_, msg::absence_draft) : std::string{};
  }

  const Store& store_;
  const std::optional<GitEvidence>& evidence_;
  Language language_;
  std::chrono::year year_;
};

std::vector<const Delivery*> in_reading_order(const Status& status) {
  std::vector<const Delivery*> deliveries;
  for (const Delivery& delivery : status.deliveries) deliveries.push_back(&delivery);
  std::stable_sort(deliveries.begin(), deliveries.end(), [](const Delivery* a, const Delivery* b) {
    return tree_less(a->obligation.area.str(), b->obligation.area.str());
  });
  return deliveries;
}

}  // namespace

std::span<const StatusColumn> status_columns() { return kColumns; }

std::vector<StatusLine> status_lines(const Store& store, const Status& status, Language language) {
  std::vector<StatusLine> lines;
  for (const LevelCounts& level : count_by_level(store, status.deliveries)) {
    const Level* known = store.settings.level(level.level);
    lines.push_back({known == nullptr ? level.level.str() : capitalised(known->label.in(language)), level.counts});
  }
  if (lines.size() > 1) lines.push_back({say_in(language, msg::status_total), count_status(status.deliveries)});
  return lines;
}

std::string status_title(const Store& store, const Status& status, Language language) {
  const auto& periods = status.question.periods;
  const auto name = [&](const Period& period) { return uncapitalised(period_text(period, language)); };
  const auto labels = labels_of(store, status.question, language);
  if (periods.size() > 1) return join({labels, say_in(language, msg::status_periods, name(periods.front()), name(periods.back()))}, ", ");
  const Period& only = periods.front();
  if (only.kind == PeriodKind::adhoc) {  // one day may have several, which only their names tell apart
    return join({labels, say_in(language, msg::due_adhoc_period, name(only), to_string(only))}, ", ");
  }
  return join({labels, name(only)}, ", ") + window_of_first(store, status, language);
}

std::string status_basis(const Store& store, const Status& status, Language language) {
  const Organisation* org = store.settings.organisation(status.question.org);
  const auto who = join({capitalised(area_name(store, status.question.area)), org == nullptr ? "" : org->label.in(language)}, ", ");
  constexpr std::chrono::year kNone{0};  // the year is always named
  const auto basis = say_in(language, msg::status_basis, who, moment_text(status.now, store.zone, kNone, language));
  return status.evidence ? join({basis, say_in(language, msg::status_evidence, status.evidence->branch)}, ", ") : basis;
}

std::string status_share(const Status& status, Language language) {
  const StatusCounts counts = count_status(status.deliveries);
  if (counts.expected == 0) return say_in(language, msg::status_nothing);
  return say_in(language, msg::status_share, counts.received, counts.expected,
                percent_text(counts.received, counts.expected, language), counts.on_time,
                percent_text(counts.on_time, counts.expected, language));
}

std::vector<StatusGroup> status_groups(const Store& store, const Status& status, Language language) {
  const auto deliveries = in_reading_order(status);
  const Details details(store, status, language);
  std::vector<StatusGroup> groups;
  for (const State state : kWorstFirst) {
    StatusGroup group;
    for (const Delivery* delivery : deliveries) {
      if (delivery->standing.state != state) continue;
      const auto detail = details.of(*delivery);
      group.units.push_back(unit_name(store, delivery->obligation.org, delivery->obligation.area, language) +
                            (detail.empty() ? "" : " (" + detail + ")"));
    }
    if (group.units.empty()) continue;
    group.heading = say_in(language, msg::status_group, capitalised(word(state, language)), group.units.size());
    groups.push_back(std::move(group));
  }
  return groups;
}

StatusGroup unexpected_group(const Store& store, const Status& status, Language language) {
  StatusGroup group;
  for (const UnexpectedReport& report : status.unexpected) {
    group.units.push_back(unit_name(store, report.org, report.area, language) + " (" +
                          report_path(report.area, report.org, report.period) + ")");
  }
  group.heading = say_in(language, msg::status_unexpected, group.units.size());
  return group;
}

StatusGroup claimed_early_group(const Store& store, const Status& status, Language language) {
  StatusGroup group;
  if (!status.evidence) return group;
  const Details details(store, status, language);
  for (const Delivery* delivery : in_reading_order(status)) {
    const Obligation& one = delivery->obligation;
    const auto times = status.evidence->of(file_of(one));
    if (!delivery->standing.submitted || !is_claimed_early(*delivery->standing.submitted, times)) continue;
    group.units.push_back(join({unit_name(store, one.org, one.area, language), to_string(one.period)}, ", ") + " (" +
                          details.of_claim(*delivery, *times.first) + ")");
  }
  group.heading = say_in(language, msg::status_claimed_early, group.units.size());
  return group;
}

}  // namespace nammo
