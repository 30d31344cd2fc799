#include "cli/one_report.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "base/catalogue/cli.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "cli/store_lock.h"
#include "nammo/check.h"
#include "nammo/deliveries.h"
#include "nammo/review_views.h"

namespace nammo::cli {
void OneReport::declare(Options& options) {
  options.add("A", area_, msg::cli_arg_one_area);
  options.add("P", period_, msg::cli_arg_period);
  options.add("--org ORG", org_, msg::cli_opt_org);
  options.add("--wait SECONDS", wait_, msg::cli_opt_wait);
}

std::optional<int> OneReport::find(Call& call) {
  if (area_.empty() || !parse_wait(wait_)) {
    call.complain(area_.empty() ? say(msg::cli_needs_area) : say(msg::cli_bad_wait, kLongestWait, printable(wait_)),
                  area_.empty() ? say(msg::cli_area_help) : Text{});
    return kWrongCall;
  }
  Diagnostics findings;
  store_ = call.open_store(findings);
  if (!store_) return kNoStore;
  const auto now = call.now();
  if (!now || !knows_organisation(call, *store_, org_)) return kWrongCall;
  now_ = *now;
  load_regime(call.files(), *store_, findings);
  list_officers(call.files(), *store_);
  load_calendars(call, *store_, years_around(period_, now_, store_->zone), findings);
  const auto area = call.find_area(area_);
  if (!area) return kWrongCall;
  load_areas(call.files(), *area, *store_, findings);
  if (call.refuse_broken_settings(findings)) return kNoStore;
  return choose(call, *area);
}

std::optional<int> OneReport::choose(Call& call, const AreaId& area) {
  Text problem;
  const auto chosen = choose_period(period_, area, OrgId{org_}, *store_, now_, problem);
  if (!chosen) {
    call.complain(problem);
    return kWrongCall;
  }
  type_ = chosen->type;
  key_ = {area, OrgId{org_}, chosen->period, false};
  if (org_.empty()) key_.org = organisation_of(call);
  if (key_.org.empty()) {
    call.complain(say(msg::cli_nothing_due, to_string(key_.period), area.str()), say(msg::cli_nothing_due_help));
    return kWrongCall;
  }
  file_ = report_path(key_.area, key_.org, key_.period);
  review_file_ = review_path(key_.area, key_.org, key_.period);
  const auto years = due_years(*type_, key_.period);
  warn_of_calendars(call, *store_, {years.begin(), years.end()});
  return std::nullopt;
}

// Where the regime expects nobody's, or what it expects is known by the files alone: the
// first with a file, else the first that reports at that level.
OrgId OneReport::organisation_of(Call& call) const {
  const bool adhoc = type_->period == PeriodKind::adhoc;
  OrgId first = adhoc ? OrgId{} : first_organisation(*type_, key_.period, key_.area, *store_);
  if (!first.empty()) return first;
  for (const Organisation& organisation : store_->settings.organisations) {
    const auto file = report_path(key_.area, organisation.id, key_.period);
    if (call.files().kind(file) != FileKind::missing) return organisation.id;
  }
  const Area* area = store_->areas.find(key_.area);
  const auto step = std::find_if(type_->steps.begin(), type_->steps.end(),
                                 [&](const Step& one) { return area != nullptr && one.level == area->level; });
  return step == type_->steps.end() ? OrgId{} : step->org;
}

std::optional<int> OneReport::lock(Call& call) {
  writer_ = StoreWriter::open(call, *parse_wait(wait_));
  if (!writer_) return kFailed;
  return std::nullopt;
}

std::optional<int> OneReport::read(Call& call) {
  if (const auto refused = lock(call)) return refused;
  // Read once, so that what is judged is what the hash is of.
  std::map<std::string, std::string> texts;
  for (const auto& path : {file_, review_file_}) {
    if (auto text = writer_->text(path)) texts.emplace(path, std::move(*text));
  }
  if (const auto text = texts.find(file_); text != texts.end()) content_ = content_hash(text->second);
  const auto files = overlay(call.files(), std::move(texts));
  Diagnostics findings;
  const Filing filing = load_filing(*files, *store_, key_.area, key_.org, key_.period, findings);
  review_ = filing.review;
  if (const auto refused = refuse_filing(call, filing, findings)) return refused;
  if (const auto refused = refuse_moments(call, filing)) return refused;
  Diagnostics again;
  auto delivery = load_delivery(*files, *store_, *type_, key_, now_, again);
  if (!delivery) return refuse_unexpected(call);
  delivery_ = std::move(*delivery);
  return std::nullopt;
}

std::optional<int> OneReport::refuse_filing(Call& call, const Filing& filing, Diagnostics& findings) const {
  if (!filing.exists) {
    call.complain(say(msg::cli_no_report, file_), say(msg::cli_no_report_help));
    return kBadNews;
  }
  if (filing.report && !filing.unreadable && !filing.review_unreadable) return std::nullopt;
  findings.sort();
  call.show(findings);
  call.complain(say(msg::cli_filing_unreadable, filing.review_unreadable ? review_file_ : file_),
                say(msg::cli_refused_by_check_help));
  return kBadNews;
}

std::optional<int> OneReport::refuse_moments(Call& call, const Filing& filing) const {
  const Report& report = *filing.report;
  if (report.submitted && report.submitted->value > now_) return refuse_moment(call, file_, "submitted", report.submitted->value);
  if (report.received && report.received->at > now_) return refuse_moment(call, file_, "received.at", report.received->at);
  if (review_ && review_->at > now_) return refuse_moment(call, review_file_, "at", review_->at);
  return std::nullopt;
}

int OneReport::refuse_ahead(Call& call, Instant start) const {
  call.complain(say(msg::cli_period_ahead, to_string(key_.period), format_instant(start, store_->zone)), say(msg::cli_period_ahead_help));
  return kBadNews;
}

int OneReport::refuse_moment(Call& call, const std::string& file, std::string_view name, Instant moment) const {
  const Zone& zone = store_->zone;
  call.complain(say(msg::cli_moment_ahead, file, name, format_instant(moment, zone), format_instant(now_, zone)),
                say(msg::cli_moment_ahead_help));
  return kBadNews;
}

// In the words of check, which knows why.
int OneReport::refuse_unexpected(Call& call) const {
  CheckRequest request;
  request.paths = {file_};
  request.threads = call.world().processors;
  Diagnostics findings;
  if (check_store(call.files(), request, findings) == CheckOutcome::done) call.show(findings);
  call.complain(say(msg::cli_nobody_expects, file_), say(msg::cli_nobody_expects_help));
  return kBadNews;
}

int OneReport::write(Call& call, const std::string& changed) {
  const int status = writer_->write();
  if (status != kDone) return status;
  Diagnostics ignored;  // check has just found none
  auto delivery = load_delivery(*writer_->files(), *store_, *type_, key_, now_, ignored);
  if (delivery) delivery_ = std::move(*delivery);
  const std::string line = delivery_line(*store_, delivery_, call.language());
  call.print(say_in(call.language(), msg::cli_report_written, line, changed) + "\n");
  return kDone;
}

int OneReport::leave(Call& call) const {
  const std::string line = delivery_line(*store_, delivery_, call.language());
  call.print(say_in(call.language(), msg::cli_report_left, line) + "\n");
  return kDone;
}

std::chrono::seconds OneReport::wait() const { return *parse_wait(wait_); }

std::string OneReport::as_typed() const {
  std::string words = key_.area.str() + " " + to_string(key_.period);
  return org_.empty() ? words : words + " --org " + org_;
}

}  // namespace nammo::cli
