#include "render/owed_words.h"

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

// A file is there that is not submitted; one that comes later than `now` is not there yet.
bool has_draft(const Delivery& delivery, Instant now) {
  Obligation open;
  open.due = kNeverDue;
  return standing_of(open, delivery.filing, now).state == State::draft;
}

std::string state_text(const Delivery& delivery, Instant now, Language language) {
  if (delivery.filing.unreadable) return say_in(language, msg::owed_unreadable);
  if (delivery.standing.state == State::returned) {
    return say_in(language, msg::owed_returned, without_stop(printable(delivery.standing.because)));
  }
  if (has_draft(delivery, now)) return say_in(language, msg::owed_draft);
  return now >= deadline_of(delivery) ? say_in(language, msg::owed_missing) : std::string{};
}

}  // namespace

std::string report_title(const Store& store, const Obligation& o, Language language) {
  const ReportType* type = store.regime.find(o.report);
  const std::string label = type == nullptr ? o.report.str() : type->label.in(language);
  std::string period = uncapitalised(period_text(o.period, language));
  if (o.period.kind == PeriodKind::adhoc) period = say_in(language, msg::due_adhoc_period, period, to_string(o.period));
  return period.empty() ? label : say_in(language, msg::due_of_period, label, period);
}

std::string recipients_text(const Store& store, const Obligation& o, Language language) {
  std::vector<std::string> names;
  for (const RecipientId& to : o.to) names.push_back(addressee_name(store, to.str(), language));
  return join(names, ", ");
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
  return parts.empty() ? say_in(language, msg::span_minutes, 0) : join(parts, " ");
}

std::string owed_text(const Store& store, const Delivery& delivery, Instant now, Language language) {
  const std::string until = deadline_text(store, delivery, now, language);
  const std::string state = state_text(delivery, now, language);
  return state.empty() || until.empty() ? state + until : state + ", " + until;
}

std::string next_step_text(const Store& store, const Delivery& delivery, Instant now, Language language) {
  const Obligation& o = delivery.obligation;
  if (delivery.filing.unreadable) return say_in(language, msg::next_mend, report_path(o.area, o.org, o.period));
  const std::string to = printable(recipients_text(store, o, language));
  const auto step = [&](const Message& plain, const Message& with_recipients) {
    return to.empty() ? say_in(language, plain) : say_in(language, with_recipients, to);
  };
  if (delivery.standing.state == State::returned) return step(msg::next_complete, msg::next_complete_to);
  if (has_draft(delivery, now)) return step(msg::next_finish, msg::next_finish_to);
  if (o.period.kind == PeriodKind::adhoc) return step(msg::next_send, msg::next_send_to);
  return step(msg::next_send_or_nil, msg::next_send_or_nil_to);
}

}  // namespace nammo
