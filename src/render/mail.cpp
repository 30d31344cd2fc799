#include "nammo/mail.h"

#include <fmt/core.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/unicode.h"

namespace nammo {
namespace {

constexpr std::size_t kLine = 76;  // RFC 2045 and 2047
constexpr std::string_view kWordStart = "=?UTF-8?B?";
constexpr std::string_view kWordEnd = "?=";

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const auto* from = reinterpret_cast<const unsigned char*>(bytes.data());
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), from, static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// How much of `text` fits an encoded word in so many columns, ending between characters.
std::size_t part_that_fits(std::string_view text, std::size_t columns) {
  return beginning(text, (columns - kWordStart.size() - kWordEnd.size()) / 4 * 3).size();
}

// Encoded words, folded where they would be too long; `used` columns stand before them.
std::string encoded_words(std::string_view text, std::size_t used) {
  std::string words;
  while (!text.empty()) {
    const auto length = part_that_fits(text, kLine - used);
    words += (words.empty() ? "" : "\n ") + std::string(kWordStart) + base64(text.substr(0, length)) + std::string(kWordEnd);
    text.remove_prefix(length);
    used = 1;
  }
  return words;
}

// Plain where nothing in it means anything to a header, else encoded.
std::string header_words(std::string_view text, std::size_t used) {
  const bool plain = is_ascii(text) && text.find("=?") == std::string_view::npos && used + text.size() <= kLine;
  return plain ? std::string(text) : encoded_words(text, used);
}

bool is_plain_phrase(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-';
  });
}

std::string mailbox(const std::string& name, const std::string& address, std::size_t used) {
  if (name.empty()) return address;
  return (is_plain_phrase(name) ? name : encoded_words(name, used)) + " <" + address + ">";
}

struct Sender {
  std::string name;
  std::string address;
};

// "Name <a@b>" or "a@b".
Sender sender_of(const std::string& text) {
  const auto open = text.rfind('<');
  if (open == std::string::npos || !text.ends_with('>')) return {{}, text};
  std::string name = text.substr(0, open);
  while (name.ends_with(' ')) name.pop_back();
  return {name, text.substr(open + 1, text.size() - open - 2)};
}

// "Thu, 09 May 2024 13:30:00 +0700"
std::string date_header(Instant date, const Zone& zone) {
  constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::size_t kDateAndTime = 19;  // of "2024-05-09T13:30:00+07:00"
  const LocalTime local = zone.to_local(date);
  const Date day = day_of(local);
  const std::string stamp = format_instant(date, zone);
  std::string offset = stamp.substr(kDateAndTime);
  std::erase(offset, ':');
  return fmt::format("{}, {:02} {} {} {} {}", kDays[weekday_of(day).c_encoding()], static_cast<unsigned>(day.day()),
                     kMonths[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()), stamp.substr(11, 8),
                     offset == "Z" ? "+0000" : offset);
}

std::string body_lines(std::string_view body) {
  const std::string all = base64(body);
  std::string lines;
  for (std::size_t at = 0; at < all.size(); at += kLine) lines += all.substr(at, kLine) + "\n";
  return lines;
}

bool fits_header(const std::string& text) {
  return !find_invalid_utf8(text) && !find_control_character(text) && text.find_first_of("\r\n\t") == std::string::npos;
}

}  // namespace

bool is_mail_address(const std::string& address) {
  const auto at = address.find('@');
  return is_ascii(address) && at != 0 && at != std::string::npos && at + 1 < address.size() &&
         address.find('@', at + 1) == std::string::npos && address.find_first_of(" ,;:<>()[]\\\"") == std::string::npos;
}

bool is_mail_sender(const std::string& from) {
  const Sender sender = sender_of(from);
  return is_mail_address(sender.address) && fits_header(sender.name);
}

std::optional<std::string> mail_text(const Mail& mail, const Zone& zone) {
  const Sender sender = sender_of(mail.from);
  const bool sound = is_mail_address(mail.to_address) && fits_header(mail.to_name) && fits_header(mail.subject) &&
                     (mail.from.empty() || is_mail_sender(mail.from));
  if (!sound) return std::nullopt;
  std::string text;
  const auto header = [&](const std::string& name, const std::string& value) { text += name + ": " + value + "\n"; };
  if (!mail.from.empty()) header("From", mailbox(sender.name, sender.address, 6));
  header("To", mailbox(mail.to_name, mail.to_address, 4));
  header("Subject", header_words(mail.subject, 9));
  header("Date", date_header(mail.date, zone));
  header("Message-ID", "<" + mail.message_id + ">");
  header("MIME-Version", "1.0");
  header("Content-Type", "text/plain; charset=UTF-8");
  header("Content-Transfer-Encoding", "base64");
  header("Auto-Submitted", "auto-generated");  // RFC 3834: no holiday notes in answer
  return text + "\n" + body_lines(mail.body);
}

}  // namespace nammo
