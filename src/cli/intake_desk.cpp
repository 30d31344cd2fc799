#include "cli/intake_desk.h"

#include <algorithm>
#include <array>

#include "base/catalogue/cli.h"
#include "cli/choices.h"
#include "nammo/check.h"
#include "nammo/edit.h"
#include "nammo/loose_report.h"
#include "nammo/review_views.h"
#include "nammo/text_form.h"

namespace nammo::cli {
namespace {

// The type whose period that is, for the organisation.
const ReportType* type_for(const ReportKey& key, const Store& store) {
  for (const ReportType& type : store.regime.types) {
    const bool reports = std::any_of(type.steps.begin(), type.steps.end(), [&](const Step& step) { return step.org == key.org; });
    if (reports && (type.period == PeriodKind::adhoc ? key.period.kind == PeriodKind::adhoc : is_period_of(type, key.period))) return &type;
  }
  return nullptr;
}

std::string joined(const Piece& piece) {
  std::string text;
  for (const PastedLine& line : piece.lines) text += line.text + "\n";
  return text;
}

// Of raw text: a message has such a thing where it was written, not where it came to stand.
bool is_of_text(const std::string& code) {
  return code.starts_with("privacy-") || code.starts_with("secret-") || code.starts_with("text-");
}

// A comment behind the line for the editor, else in front.
std::string with_comment(const std::string& text, const std::string& comment) {
  const auto at = text.starts_with("# yaml-language-server") ? text.find('\n') + 1 : 0;
  return text.substr(0, at) + "# " + printable(comment) + "\n" + text.substr(at);
}

}  // namespace

Verdict IntakeDesk::judge(const Incoming& incoming) {
  Verdict verdict;
  const auto candidate = identify(incoming, verdict);
  if (candidate) {
    verdict.path = candidate->path;
    verdict.delivery = delivery_of(*overlay(files(), {{candidate->path, candidate->text}}), *candidate);
    const bool sound = passes_check(incoming, *candidate, verdict);
    if (in_time(incoming, *candidate, verdict) && sound && is_expected(incoming, *candidate, verdict)) place(incoming, *candidate, verdict);
  }
  verdict.findings.sort();
  return verdict;
}

std::optional<IntakeDesk::Candidate> IntakeDesk::identify(const Incoming& incoming, Verdict& verdict) {
  Candidate candidate;
  if (incoming.piece.kind == Piece::Kind::yaml) {
    candidate.text = joined(incoming.piece);
    candidate.in_place = text_in_place(incoming.piece);
    if (!read_key(candidate.in_place, incoming.source, candidate, verdict.findings)) return std::nullopt;
  } else if (incoming.piece.kind == Piece::Kind::form || is_text_form(joined(incoming.piece))) {
    auto form = read_text_form(text_in_place(incoming.piece), incoming.source, store_, verdict.findings);
    if (!form) return std::nullopt;
    candidate.text = std::move(form->yaml);
    candidate.in_place = candidate.text;
    candidate.lines.assign(static_cast<std::size_t>(std::count(candidate.text.begin(), candidate.text.end(), '\n')),
                           incoming.piece.lines.front().number);
    if (!read_key(candidate.text, incoming.source, candidate, verdict.findings)) return std::nullopt;
  } else {
    auto message = reader_.read(incoming.piece, incoming.source, reception_.org, reception_.received, verdict.findings);
    if (!message) return std::nullopt;
    verdict.remarks = std::move(message->remarks);
    candidate.text = message->text;
    candidate.in_place = message->text;
    candidate.lines = std::move(message->lines);
    if (!read_key(candidate.text, incoming.source, candidate, verdict.findings)) return std::nullopt;
    if (message->before) remark_before(*message->before, verdict);
  }
  candidate.path = report_path(candidate.key.area, candidate.key.org, candidate.key.period);
  candidate.type = type_for(candidate.key, store_);
  load_calendars(call_, store_, years_around(to_string(candidate.key.period), reception_.received, store_.zone), verdict.findings);
  return candidate;
}

bool IntakeDesk::read_key(const std::string& bytes, const std::string& name, Candidate& candidate, Diagnostics& findings) {
  const auto loose = read_loose_report(bytes, name, store_, findings);
  if (!loose) return false;
  candidate.key = loose->key;
  candidate.submitted = loose->submitted;
  return true;
}

void IntakeDesk::remark_before(const ReportKey& before, Verdict& verdict) const {
  const auto path = report_path(before.area, before.org, before.period);
  const ReportType* type = type_for(before, store_);
  if (type == nullptr || files().kind(path) != FileKind::missing) return;
  Diagnostics ignored;
  const auto missing = load_delivery(files(), store_, *type, before, reception_.now, ignored);
  const Area* area = store_.areas.find(before.area);
  if (!missing || area == nullptr) return;
  const auto named = [&](Language language) { return report_name(store_, missing->obligation, language); };
  const std::string words = printable(area->brief.empty() ? area->name : area->brief) + " tuần " + std::to_string(before.period.number);
  verdict.remarks.push_back(say(msg::cli_intake_day_after, Text{named(Language::vi), named(Language::en)}, words));
}

void IntakeDesk::refuse(const Incoming& incoming, Verdict& verdict, const char* code, Text message, Text help, std::optional<int> line) const {
  const int at = line.value_or(incoming.piece.lines.front().number);
  verdict.findings.error(code, {incoming.source, {at, 1, at, 2}}, std::move(message), std::move(help));
}

bool IntakeDesk::in_time(const Incoming& incoming, const Candidate& candidate, Verdict& verdict) const {
  const auto& submitted = candidate.submitted;
  if (submitted && submitted->value > reception_.received) {
    const std::optional<int> line = candidate.lines.empty() ? std::optional{submitted->place.line} : std::nullopt;
    refuse(incoming, verdict, "intake-submitted", say(msg::cli_intake_later, moment(submitted->value), moment(reception_.received)),
           say(msg::cli_intake_later_help), line);
    return false;
  }
  if (!verdict.delivery || verdict.delivery->obligation.window.start <= reception_.received) return true;
  refuse(incoming, verdict, "intake-ahead",
         say(msg::cli_intake_ahead, to_string(candidate.key.period), moment(verdict.delivery->obligation.window.start)), say(msg::cli_intake_ahead_help));
  return false;
}

bool IntakeDesk::passes_check(const Incoming& incoming, const Candidate& candidate, Verdict& verdict) const {
  CheckRequest request;
  request.paths = {candidate.path};
  request.threads = call_.world().processors;
  Diagnostics found;
  if (check_store(*overlay(files(), {{candidate.path, candidate.in_place}}), request, found) != CheckOutcome::done) return false;
  const bool message = !candidate.lines.empty();
  if (message) check_text(text_in_place(incoming.piece), incoming.source, store_.settings, verdict.findings);
  for (Diagnostic one : found.items()) {
    if (message && is_of_text(one.code)) continue;
    one.where.file = incoming.source;
    if (message) {
      const auto line = static_cast<std::size_t>(std::max(one.where.place.line, 1)) - 1;
      const int at = line < candidate.lines.size() ? candidate.lines[line] : incoming.piece.lines.front().number;
      one.where.place = {at, 1, at, 2};
    }
    verdict.findings.add(std::move(one));
  }
  return !verdict.findings.has_errors();
}

bool IntakeDesk::is_expected(const Incoming& incoming, const Candidate&, Verdict& verdict) const {
  if (verdict.delivery) return true;
  refuse(incoming, verdict, "intake-unexpected", say(msg::cli_intake_unexpected), say(msg::cli_intake_unexpected_help));
  return false;
}

std::optional<Delivery> IntakeDesk::delivery_of(const FileReader& files, const Candidate& candidate) const {
  if (candidate.type == nullptr) return std::nullopt;
  Diagnostics ignored;
  return load_delivery(files, store_, *candidate.type, candidate.key, reception_.now, ignored);
}

std::optional<PublishedKey> IntakeDesk::published_from(const ReportKey& key) const {
  for (AreaId area = key.area; !area.empty(); area = parent_of(area)) {
    if (auto found = latest_version(call_.files(), key.org, area, key.period)) return found;
  }
  return std::nullopt;
}

void IntakeDesk::place(const Incoming& incoming, const Candidate& candidate, Verdict& verdict) {
  if (incoming.piece.kind != Piece::Kind::yaml && is_blank_report(candidate.text)) {
    return refuse(incoming, verdict, "intake-nothing", say(msg::cli_intake_blank), say(msg::cli_intake_blank_help));
  }
  if (files().kind(candidate.path) == FileKind::missing) return write(candidate, candidate.text, {}, verdict);
  place_beside(incoming, candidate, verdict);
}

// Something lies there already.
void IntakeDesk::place_beside(const Incoming& incoming, const Candidate& candidate, Verdict& verdict) {
  const auto stands = delivery_of(files(), candidate);
  const ReadResult read = files().read(candidate.path);
  if (!stands || read.failure != ReadFailure::none || !stands->filing.report || count_unreadable(stands->filing) > 0) {
    return refuse(incoming, verdict, "intake-other", say(msg::cli_intake_there_unreadable, candidate.path),
                  say(msg::cli_intake_there_unreadable_help, candidate.path));
  }
  const Filing& filing = stands->filing;
  const bool same = same_report(read.text, candidate.text);
  const Standing& standing = stands->standing;
  if (!filing.report->submitted) {
    if (same) return write(candidate, read.text, {}, verdict);
    if (is_blank_report(read.text)) return write(candidate, candidate.text, {}, verdict);
  } else if (standing.state == State::returned) {
    const std::string vi = review_line(store_, *filing.review, Language::vi);
    const Text review{vi, review_line(store_, *filing.review, Language::en)};
    if (same) return refuse(incoming, verdict, "intake-other", say(msg::cli_intake_unchanged, review), say(msg::cli_intake_unchanged_help));
    if (reception_.received <= filing.review->at) {
      return refuse(incoming, verdict, "intake-other", say(msg::cli_intake_before_return, review), say(msg::cli_intake_before_return_help));
    }
    verdict.remarks.push_back(say(msg::cli_intake_answers_return, review));
    return write(candidate, candidate.text, {}, verdict);
  } else if (same) {
    verdict.outcome = Verdict::Outcome::there;
    verdict.delivery = stands;
    return;
  }
  if (reception_.because.empty()) {
    const bool sent = filing.report->submitted.has_value();
    const auto published = sent ? published_from(candidate.key) : std::nullopt;
    const Text message = published ? say(msg::cli_intake_other_published, published_path(*published, PublishedPart::text))
                                   : say(sent ? msg::cli_intake_other_sent : msg::cli_intake_other_draft);
    return refuse(incoming, verdict, "intake-other", message, say(msg::cli_intake_other_help));
  }
  const Report& old = *filing.report;
  const std::string when = old.received ? moment(old.received->at) : old.submitted ? moment(old.submitted->value) : std::string("…");
  verdict.remarks.push_back(say(msg::cli_intake_replaced, when));
  if (standing.state == State::accepted) {
    const auto line = [&](Language language) { return review_line(store_, *filing.review, language); };
    verdict.remarks.push_back(say(msg::cli_intake_acceptance_falls, Text{line(Language::vi), line(Language::en)}));
  }
  write(candidate, candidate.text, say_in(store_.settings.language, msg::cli_intake_replaced_comment, when, reception_.because), verdict);
}

// With when, how and by whom it was received: that is the time that counts (trap T22).
void IntakeDesk::write(const Candidate& candidate, std::string text, const std::string& comment, Verdict& verdict) {
  std::vector<EditPair> received{{"at", plain_value(moment(reception_.received))}};
  if (!reception_.via.empty()) received.push_back({"via", text_value(reception_.via)});
  if (!reception_.by.empty()) received.push_back({"by", text_value(reception_.by.str())});
  std::vector<Edit> edits;
  if (!candidate.submitted) edits.push_back({Edit::Kind::set, {std::string("submitted")}, plain_value(moment(reception_.received)), "officer"});
  edits.push_back({Edit::Kind::set, {std::string("received")}, mapping_value(std::move(received)), "submitted"});
  auto edited = apply_edits(std::move(text), edits, candidate.path, verdict.findings);
  if (!edited) return;
  verdict.text = comment.empty() ? std::move(*edited) : with_comment(*edited, comment);
  placed_[candidate.path] = verdict.text;
  verdict.outcome = Verdict::Outcome::placed;
  if (const auto published = published_from(candidate.key)) {
    verdict.remarks.push_back(say(msg::cli_intake_published, published_path(*published, PublishedPart::text),
                                  published->area.str() + " " + to_string(published->period)));
  }
  verdict.delivery = delivery_of(files(), candidate);
}

}  // namespace nammo::cli
