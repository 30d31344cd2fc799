#include "nammo/review_views.h"

#include "base/catalogue/render.h"
#include "nammo/rungs.h"
#include "render/names.h"
#include "render/owed_words.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

// When it came, and whether that was in time; of one that is never due only when.
std::string sent_text(const Store& store, const Delivery& delivery, Language language) {
  const std::string at = weekday_text(*delivery.standing.submitted, store.zone, language);
  const Instant due = deadline_of(delivery);
  if (due == kNeverDue) return at;
  const bool late = delivery.standing.timeliness == Timeliness::late;
  return say_in(language, late ? msg::sent_late : msg::sent_on_time, at, weekday_text(due, store.zone, language));
}

std::string returned_text(const Store& store, const Standing& standing, Language language) {
  const std::string because = say_in(language, msg::owed_returned, without_stop(printable(standing.because)));
  if (!standing.returned_due) return because;
  return say_in(language, msg::due_again_before, because, weekday_text(*standing.returned_due, store.zone, language));
}

std::string standing_text(const Store& store, const Delivery& delivery, Language language) {
  const Standing& standing = delivery.standing;
  if (standing.state == State::returned) return returned_text(store, standing, language);
  if (!standing.submitted) return word(standing.state, language);
  const std::string sent = sent_text(store, delivery, language);
  return say_in(language, standing.state == State::accepted ? msg::standing_accepted : msg::standing_sent, sent);
}

}  // namespace

std::string delivery_line(const Store& store, const Delivery& delivery, Language language) {
  return say_in(language, msg::delivery_line, report_name(store, delivery.obligation, language), standing_text(store, delivery, language));
}

std::string report_name(const Store& store, const Obligation& o, Language language) {
  return say_in(language, msg::report_name, printable(report_title(store, o, language)), printable(unit_name(store, o.org, o.area, language)));
}

std::string document_name(const Store& store, const Obligation& o, int version, Language language) {
  return say_in(language, msg::document_name, printable(report_title(store, o, language)),
                printable(unit_name(store, o.org, o.area, language)), version);
}

std::string review_line(const Store& store, const Review& review, Language language) {
  const std::string at = weekday_text(review.at, store.zone, language);
  const std::string by = officer_name(store, review.by);
  switch (review.state) {
    case ReviewState::accepted: return say_in(language, msg::review_accepted, at, by);
    case ReviewState::returned: return say_in(language, msg::review_returned, at, by, without_stop(printable(review.because)));
    case ReviewState::requested: return say_in(language, msg::review_requested, at, by);
  }
  return {};
}

}  // namespace nammo
