#include "cli/hand_in.h"

#include <string>
#include <vector>

#include "cli/command.h"
#include "nammo/review_views.h"

namespace nammo::cli {
namespace {

// What was taken in then is not what is sent now. The return that makes it give way
// (DESIGN 5) is gone as soon as this one is accepted.
bool was_received_before_return(const OneReport& report) {
  const Review* review = report.review();
  const auto& received = report.report().received;
  return received && review != nullptr && review->state == ReviewState::returned && received->at <= review->at;
}

}  // namespace

std::optional<int> refuse_hand_in(Call& call, const OneReport& report) {
  const Delivery& delivery = report.delivery();
  if (delivery.obligation.window.start > report.now()) return report.refuse_ahead(call, delivery.obligation.window.start);
  if (is_blank(report.report())) {
    call.complain(say(msg::cli_blank_report, report.file()), say(msg::cli_blank_report_help));
    return kBadNews;
  }
  const Review* review = report.review();
  if (review == nullptr || review->state != ReviewState::returned) return std::nullopt;
  if (delivery.standing.state == State::returned) {
    const auto said = [&](Language language) { return review_line(report.store(), *review, language); };
    call.complain(say(msg::cli_unchanged_since_return, report.file(), Text{said(Language::vi), said(Language::en)}),
                  say(msg::cli_unchanged_since_return_help));
    return kBadNews;
  }
  // What is sent in the same second would not count as sent again (DESIGN 5).
  if (review->at == report.now()) return report.refuse_moment(call, report.review_file(), "at", review->at);
  return std::nullopt;
}

std::optional<HandedIn> put_hand_in(OneReport& report) {
  const std::string at = format_instant(report.now(), report.store().zone);
  std::vector<Edit> edits{{Edit::Kind::set, {std::string("submitted")}, plain_value(at), "officer"}};
  const bool stale = was_received_before_return(report);
  if (stale) edits.push_back({Edit::Kind::remove, {std::string("received")}});
  if (!report.writer().edit(report.file(), edits)) return std::nullopt;
  return stale ? HandedIn::again : HandedIn::first;
}

}  // namespace nammo::cli
