#include <vector>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/reminder_views.h"
#include "nammo/status.h"
#include "render/escape_markdown.h"
#include "render/names.h"
#include "render/owed_words.h"
#include "render/wording.h"

namespace nammo {
namespace {

// The paragraphs of one digest, before they are laid out.
struct Letter {
  std::string greeting;
  std::string opening;
  struct Item {
    std::string owed;
    std::string then;  // what to do, or who answers for it
  };
  std::vector<Item> items;
};

Letter::Item item_of(const Store& store, const Digest& digest, const OwedReport& report, Instant now, Language language) {
  const Obligation& o = report.delivery.obligation;
  Letter::Item item;
  item.owed = owed_item_text(store, report.delivery, now, language);
  if (digest.audience == Audience::officer) {
    item.then = next_step_text(store, report.delivery, now, language);
  } else {
    const OfficerId who = responsible_officer(store, o);
    item.then = who.empty() ? say_in(language, msg::remind_answers_nobody) : say_in(language, msg::remind_answers, officer_name(store, who));
  }
  return item;
}

Letter letter_of(const Store& store, const Digest& digest, Instant now, Language language) {
  const Message& opening = digest.audience == Audience::officer ? msg::remind_owed : msg::remind_of_others;
  Letter letter;
  letter.greeting = greeting_text(store, digest.officer, language);
  letter.opening = say_in(language, opening, printable(store.settings.name.in(language)), weekday_text(now, store.zone, language));
  for (const OwedReport& report : digest.reports) letter.items.push_back(item_of(store, digest, report, now, language));
  return letter;
}

// Short lines for a telephone: nothing is broken or indented.
std::string plain(const Letter& letter) {
  std::string text = letter.greeting + "\n" + letter.opening + "\n";
  int number = 0;
  for (const Letter::Item& item : letter.items) text += std::to_string(++number) + ". " + item.owed + "\n" + item.then + "\n";
  return text;
}

std::string markdown(const Letter& letter) {
  std::string text = markdown_line(letter.greeting) + "\n\n" + markdown_line(letter.opening) + "\n\n";
  int number = 0;
  for (const Letter::Item& item : letter.items) {
    text += std::to_string(++number) + ". " + markdown_line(item.owed) + "\n   " + markdown_line(item.then) + "\n";
  }
  return text;
}

std::string subject_of_digest(const Store& store, const Digest& digest, Language language) {
  if (digest.audience == Audience::supervisor) return say_in(language, msg::remind_subject_others, digest.reports.size());
  if (digest.reports.size() > 1) return say_in(language, msg::remind_subject_many, digest.reports.size());
  const Obligation& o = digest.reports.front().delivery.obligation;
  return say_in(language, msg::remind_subject_one, printable(uncapitalised(report_title(store, o, language))),
                printable(unit_name(store, o.org, o.area, language)));
}

// From the reminders in it, not from the moment: the same digest has the same one.
std::string message_id(const Store& store, const Digest& digest) {
  constexpr std::size_t kDigits = 32;
  std::string keys = store.settings.name.vi + "\n";
  for (const OwedReport& report : digest.reports) {
    if (report.rung) keys += reminder_key(report.delivery, *report.rung, digest.officer, store.zone) + "\n";
  }
  const std::string hash = content_hash(keys);
  return hash.substr(hash.find(':') + 1, kDigits) + "@nammo.invalid";  // RFC 2606: nobody's domain
}

}  // namespace

std::string reminders_text(const Store& store, std::span<const Digest> digests, Instant now, Language language) {
  std::string text;
  for (const Digest& digest : digests) text += (text.empty() ? "" : "\n") + plain(letter_of(store, digest, now, language));
  return text;
}

std::string reminders_markdown(const Store& store, std::span<const Digest> digests, Instant now, Language language) {
  std::string text;
  for (const Digest& digest : digests) {
    text += (text.empty() ? "" : "\n---\n\n") + markdown(letter_of(store, digest, now, language));
  }
  return text;
}

Mail mail_of(const Store& store, const Officer& officer, const Digest& digest, const std::string& from, Instant now,
             Language language) {
  Mail mail;
  mail.to_name = officer.name;
  mail.to_address = officer.email;
  mail.from = from;
  mail.subject = subject_of_digest(store, digest, language);
  mail.message_id = message_id(store, digest);
  mail.date = now;
  mail.body = plain(letter_of(store, digest, now, language));
  return mail;
}

Text unaddressed_text(const Store& store, const Unaddressed& unaddressed) {
  const Obligation& o = unaddressed.report.delivery.obligation;
  const Date day = day_of(store.zone.to_local(o.due));
  const auto in = [&](Language language) {
    return say_in(language, msg::remind_nobody, printable(uncapitalised(report_title(store, o, language))),
                  printable(unit_name(store, o.org, o.area, language)), printable(area_name(store, unaddressed.area)),
                  day_text(day, language));
  };
  return {in(Language::vi), in(Language::en)};
}

}  // namespace nammo
