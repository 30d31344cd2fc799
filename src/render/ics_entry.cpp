#include "render/ics_entry.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/due_groups.h"
#include "render/names.h"
#include "render/owed_words.h"
#include "render/wording.h"

namespace nammo {
namespace {

bool is_post(const Delivery& delivery) { return delivery.obligation.kind == ObligationKind::post; }
bool is_met(const Delivery& delivery) {
  return is_post(delivery) ? delivery.standing.submitted.has_value() : !is_owed(delivery.standing);
}

// ---- which entry it is --------------------------------------------------------

// "-24h", "+90m", "supervisor+24h", "returned"
std::string rung_name(const Rung& rung) {
  if (!rung.offset) return "returned";
  return (rung.audience == Audience::supervisor ? "supervisor" : "") + offset_name(*rung.offset);
}

// A unit may have several posts with one report.
std::string post_name(const Store& store, const Obligation& o) {
  const ReportType* type = store.regime.find(o.report);
  return o.kind == ObligationKind::report || type == nullptr
             ? std::string{}
             : fmt::format("post{}", o.step - type->posts.data() + 1);
}

// Ids have no "_" and no ".", and no calendar objects to these as a file's name.
std::string uid_of(const Store& store, const Obligation& o, const Rung& rung) {
  std::string area = o.area.str();
  std::replace(area.begin(), area.end(), '/', '.');
  return fmt::format("{}_{}_{}_{}_{}{}@nammo", o.report.str(), o.org.str(), area, to_string(o.period),
                     post_name(store, o), rung_name(rung));
}

// What is met and then sent back is owed again, and so on: it grows with each review,
// and by one when the report comes.
int sequence_of(const Delivery& delivery, Instant now) {
  const auto& review = delivery.filing.review;
  const bool seen = review && review->at <= now && review->at > Instant{};
  const auto turns = seen ? 2 * std::chrono::floor<Minutes>(review->at.time_since_epoch()).count() : 0;
  return static_cast<int>(std::min<decltype(turns)>(turns + (is_met(delivery) ? 1 : 0), std::numeric_limits<int>::max()));
}

// ---- what it says ----------------------------------------------------------------

std::string summary_of(const Store& store, const Delivery& delivery, Instant now, Language language) {
  const Obligation& o = delivery.obligation;
  const Date today = day_of(store.zone.to_local(now));
  const bool waits = is_post(delivery) ? !is_met(delivery) : (is_owed(delivery.standing) && delivery.standing.state != State::returned);
  const Message& due = delivery.standing.returned_due ? msg::ics_due_again : msg::ics_due;
  const std::string standing = waits ? say_in(language, due, weekday_text(deadline_of(delivery), store.zone, language))
                                     : unit_state(store, delivery, today, language);
  return printable(say_in(language, msg::ics_summary, obligation_title(store, o, language),
                          unit_name(store, o.org, o.area, language), standing));
}

// What the one who is told does next; empty where nothing is owed.
std::string to_do(const Store& store, const CalendarEvent& event, Instant now, Language language) {
  const Delivery& delivery = *event.delivery;
  const Obligation& o = delivery.obligation;
  if (is_met(delivery)) return {};
  if (is_post(delivery)) return say_in(language, msg::ics_send);
  if (event.rung.audience == Audience::supervisor) return say_in(language, msg::ics_ask, unit_name(store, o.org, o.area, language));
  return uncapitalised(next_step_text(store, delivery, now, language));
}

std::string description_of(const Store& store, const CalendarEvent& event, Instant now, Language language) {
  const Delivery& delivery = *event.delivery;
  const Obligation& o = delivery.obligation;
  std::vector<std::string> lines;
  const std::string to = recipients_text(store, o, language);
  const std::string next = to_do(store, event, now, language);
  if (!to.empty() && next.find(to) == std::string::npos) lines.push_back(say_in(language, msg::ics_to, to));
  for (const auto& note : group_notes(store, DueGroup{{&delivery}}, language)) lines.push_back(capitalised(note));
  for (auto& line : move_lines(store, o, language)) lines.push_back(std::move(line));
  const std::string& because = delivery.standing.because;
  if (!because.empty()) lines.push_back(say_in(language, msg::ics_because, because));
  if (!next.empty()) lines.push_back(say_in(language, msg::ics_to_do, next));
  for (auto& line : lines) line = printable(sentence(line));
  return join(lines, "\n");
}

}  // namespace

IcsEntry ics_entry(const Store& store, const CalendarEvent& event, Instant now, Language language) {
  const Delivery& delivery = *event.delivery;
  return {uid_of(store, delivery.obligation, event.rung),
          event.rung.at,
          summary_of(store, delivery, now, language),
          description_of(store, event, now, language),
          sequence_of(delivery, now),
          is_met(delivery)};
}

}  // namespace nammo
