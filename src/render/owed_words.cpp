#include "render/owed_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/rungs.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;

// Until when, as a clause after how it stands; empty where nothing says so.
std::string deadline_text(const Store& store, const Delivery& delivery, Instant now, Language language) {
  const Instant deadline = deadline_of(delivery);
  if (deadline == kNeverDue) return {};
  const std::string moment = weekday_text(deadline, store.zone, language);
  if (now < deadline) return say_in(language, msg::owed_ahead, moment, span_text(deadline - now, language));
  if (now - deadline < Minutes{1}) return say_in(language, msg::owed_just_now, moment);
  return say_in(language, msg::owed_overdue, moment, span_text(now - deadline, language));
}

std::string state_text(const Delivery& delivery, Instant now, Language language) {
  if (delivery.filing.unreadable) return say_in(language, msg::owed_unreadable);
  if (delivery.standing.state == State::returned) {
    return say_in(language, msg::owed_returned, without_stop(printable(delivery.standing.because)));
  }
  if (is_drafted(delivery.filing, now)) return say_in(language, msg::owed_draft);
  return now >= deadline_of(delivery) ? say_in(language, msg::owed_missing) : std::string{};
}

std::string label_of(const Store& store, const Obligation& o, Language language) {
  const ReportType* type = store.regime.find(o.report);
  return type == nullptr ? o.report.str() : type->label.in(language);
}

// "tuần 19/2024"; an ad hoc one with its number; empty where the type says it all.
std::string period_of(const Obligation& o, Language language) {
  const std::string period = uncapitalised(period_text(o.period, language));
  return o.period.kind == PeriodKind::adhoc ? say_in(language, msg::due_adhoc_period, period, to_string(o.period)) : period;
}

}  // namespace

std::string report_title(const Store& store, const Obligation& o, Language language) {
  const std::string label = label_of(store, o, language);
  const std::string period = period_of(o, language);
  return period.empty() ? label : say_in(language, msg::due_of_period, label, period);
}

std::string titled_window(const Store& store, const Obligation& o, Language language) {
  const std::string title = report_title(store, o, language);
  if (o.period.kind == PeriodKind::adhoc) return title;  // named by its day
  const std::string days = say_in(language, msg::window_once, day_text(day_of(store.zone.to_local(o.window.start)), language),
                                  day_text(last_day(o.window, store.zone), language));
  return say_in(language, msg::owed_window, title, uncapitalised(days));
}

std::string short_titles(const Store& store, std::span<const Delivery* const> deliveries, Language language) {
  std::vector<std::pair<std::string, std::vector<std::string>>> types;
  for (const Delivery* delivery : deliveries) {
    const std::string label = label_of(store, delivery->obligation, language);
    const std::string period = period_of(delivery->obligation, language);
    auto found = std::find_if(types.begin(), types.end(), [&](const auto& one) { return one.first == label; });
    if (found == types.end()) found = types.insert(found, {label, {}});
    auto& periods = found->second;
    if (std::find(periods.begin(), periods.end(), period) == periods.end()) periods.push_back(period);
  }
  std::vector<std::string> parts;
  for (const auto& [label, periods] : types) {
    const std::string listed = join(periods, ", ");
    parts.push_back(listed.empty() ? label : say_in(language, msg::owed_of_type, label, listed));
  }
  return join(parts, "; ");
}

std::string recipients_text(const Store& store, const Obligation& o, Language language) {
  std::vector<std::string> names;
  for (const RecipientId& to : o.to) names.push_back(addressee_name(store, to.str(), language));
  return join(names, ", ");
}

std::string officer_name(const Store& store, const OfficerId& id) {
  const auto found = store.officers.find(id);
  return printable(found == store.officers.end() ? id.str() : found->second.name);
}

std::string greeting_text(const Store& store, const OfficerId& id, Language language) {
  const auto found = store.officers.find(id);
  const std::string name = officer_name(store, id);
  if (found == store.officers.end() || found->second.title.empty()) return say_in(language, msg::remind_greeting, name);
  return say_in(language, msg::remind_greeting_titled, name, printable(found->second.title));
}

std::string span_text(std::chrono::seconds span, Language language) {
  const auto whole = floor<days>(span);
  const auto rest = span - whole;
  const auto more = floor<Minutes>(rest - floor<hours>(rest));
  const std::array<std::pair<long long, const Message*>, 3> units{
      {{whole.count(), &msg::span_days}, {floor<hours>(rest).count(), &msg::span_hours}, {more.count(), &msg::span_minutes}}};
  std::vector<std::string> parts;
  for (const auto& [count, message] : units) {
    if (count > 0 && parts.size() < 2) parts.push_back(say_in(language, *message, count));
    if (count == 0 && !parts.empty()) break;
  }
  return parts.empty() ? say_in(language, msg::span_short) : join(parts, " ");
}

std::string owed_text(const Store& store, const Delivery& delivery, Instant now, Language language) {
  const std::string until = deadline_text(store, delivery, now, language);
  const std::string state = state_text(delivery, now, language);
  return state.empty() || until.empty() ? state + until : state + ", " + until;
}

std::string owed_item_text(const Store& store, const Delivery& delivery, Instant now, Language language) {
  const Obligation& o = delivery.obligation;
  return say_in(language, msg::remind_item, printable(report_title(store, o, language)),
                printable(unit_name(store, o.org, o.area, language)), owed_text(store, delivery, now, language));
}

std::string next_step_text(const Store& store, const Delivery& delivery, Instant now, Language language) {
  const Obligation& o = delivery.obligation;
  if (delivery.filing.unreadable) return say_in(language, msg::next_mend, report_path(o.area, o.org, o.period));
  const std::string to = printable(recipients_text(store, o, language));
  const auto step = [&](const Message& plain, const Message& with_recipients) {
    return to.empty() ? say_in(language, plain) : say_in(language, with_recipients, to);
  };
  if (delivery.standing.state == State::returned) return step(msg::next_complete, msg::next_complete_to);
  if (is_drafted(delivery.filing, now)) return step(msg::next_finish, msg::next_finish_to);
  if (o.period.kind == PeriodKind::adhoc) return step(msg::next_send, msg::next_send_to);
  return step(msg::next_send_or_nil, msg::next_send_or_nil_to);
}

}  // namespace nammo
