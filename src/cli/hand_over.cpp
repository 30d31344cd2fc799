#include "cli/hand_over.h"

#include <ostream>
#include <vector>

#include "base/catalogue/cli.h"
#include "nammo/calendar_file.h"
#include "nammo/mail.h"
#include "nammo/reminder_views.h"
#include "nammo/store_files.h"

namespace nammo::cli {

int HandOver::tell(const Reminders& reminders) {
  const bool noted = name_unaddressed(reminders) && (way_.mail.empty() ? print(reminders.digests) : mail(reminders));
  return noted && !message_failed_ ? kDone : kFailed;
}

bool HandOver::name_unaddressed(const Reminders& reminders) {
  for (const Unaddressed& one : reminders.unaddressed) {
    call_.complain(unaddressed_text(store_, one), say(msg::cli_nobody_help, area_path(one.area)));
    if (!note(sent_lines(one, now_, store_.zone))) return false;
  }
  return true;
}

bool HandOver::print(std::span<const Digest> digests) {
  const std::string text = text_of(digests);
  if (text.empty()) return true;
  if (call_.deliver(text, way_.output) != kDone || !call_.world().out->flush()) return false;
  std::string lines;
  for (const Digest& digest : digests) lines += sent_lines(digest, now_, store_.zone, way_.format);
  return note(lines);
}

// Who has no address is told by text: somebody at the desk hands it on.
bool HandOver::mail(const Reminders& reminders) {
  std::vector<Digest> by_hand;
  for (const Digest& digest : reminders.digests) {
    const auto officer = store_.officers.find(digest.officer);
    if (officer == store_.officers.end() || officer->second.email.empty()) {
      by_hand.push_back(digest);
    } else if (!mail_one(officer->second, digest)) {
      return false;
    }
  }
  return print(by_hand);
}

bool HandOver::mail_one(const Officer& officer, const Digest& digest) {
  const Mail mail = mail_of(store_, officer, digest, way_.from, now_, call_.language());
  const auto message = mail_text(mail, store_.zone);
  if (!message) {
    message_failed_ = true;
    call_.complain(say(msg::cli_mail_refused, printable(officer.name), printable(officer.email)),
                   say(msg::cli_mail_refused_help, officer_path(officer.id)));
    return true;
  }
  if (!way_.dry_run) return send(officer, digest, *message);
  call_.print(say(msg::cli_mail_shown, mail.to_name, mail.to_address, mail.subject).in(call_.language()) + "\n" + mail.body + "\n");
  return true;
}

bool HandOver::send(const Officer& officer, const Digest& digest, const std::string& message) {
  const ProgramResult result = call_.world().run_program({"sh", "-c", way_.mail}, message);
  if (result.succeeded()) return note(sent_lines(digest, now_, store_.zone, "mail"));
  message_failed_ = true;
  std::string words = printable(result.started ? result.err : result.reason);
  while (words.ends_with(' ')) words.pop_back();
  call_.complain(say(msg::cli_mail_failed, printable(officer.name), result.status, words), say(msg::cli_mail_failed_help));
  return true;
}

// After the hand-over, so that what was not told is told by the next run.
bool HandOver::note(const std::string& lines) {
  if (way_.dry_run || lines.empty()) return true;
  const auto reason = call_.world().append_file(call_.root() + "/" + kSentLogFile, lines);
  if (reason) call_.complain(say(msg::cli_log_failed, kSentLogFile, printable(*reason)), say(msg::cli_log_failed_help));
  return !reason;
}

// One calendar for all of them; nothing to say is no calendar.
std::string HandOver::calendar_of(std::span<const Digest> digests) const {
  std::vector<CalendarEvent> events;
  for (const Digest& digest : digests) {
    const auto more = digest_events(store_, digest, now_);
    events.insert(events.end(), more.begin(), more.end());
  }
  return events.empty() ? std::string{} : calendar_file(store_, events, now_, call_.language());
}

std::string HandOver::text_of(std::span<const Digest> digests) const {
  if (way_.format == "ics") return calendar_of(digests);
  if (way_.format == "json") return reminders_json(store_, digests);
  if (way_.format == "md") return reminders_markdown(store_, digests, now_, call_.language());
  return reminders_text(store_, digests, now_, call_.language());
}

}  // namespace nammo::cli
