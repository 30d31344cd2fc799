#include "intake/chat_marks.h"

#include <re2/re2.h>

#include <algorithm>

#include "base/unicode.h"
#include "intake/folded.h"
#include "nammo/text.h"

namespace nammo::intake {
namespace {

constexpr std::size_t kLongestName = 60;  // bytes

std::optional<LocalTime> moment(int hour, int minute, int day, int month, int year) {
  const Date date{std::chrono::year{year < 100 ? 2000 + year : year}, std::chrono::month{static_cast<unsigned>(month)},
                  std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || hour > 23 || minute > 59) return std::nullopt;
  return start_of(date) + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

// "08:15, 08/05/2024" or "08/05/2024 08:15"; of anything else nothing.
std::optional<LocalTime> moment_in(const std::string& text) {
  static const RE2 kHour(R"(\b([0-9]{1,2})[:h]([0-9]{2})\b)");
  static const RE2 kDay(R"(\b([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4}|[0-9]{2})\b)");
  int hour = 0;
  int minute = 0;
  int day = 0;
  int month = 0;
  int year = 0;
  if (!RE2::PartialMatch(text, kHour, &hour, &minute) || !RE2::PartialMatch(text, kDay, &day, &month, &year)) return std::nullopt;
  return moment(hour, minute, day, month, year);
}

}  // namespace

std::optional<Stamp> find_stamp(std::string_view line) {
  static const RE2 kBracket(R"(^\s*\[([^\]]*[0-9]{1,2}[:h][0-9]{2}[^\]]*)\]\s*([^:]*)(:?))");
  static const RE2 kDash(R"(^\s*([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4},?\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{1,2}:[0-9]{2},?\s+[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4})\s*[-–]\s*([^:]*)(:))");
  const Folded plain(line);
  re2::StringPiece parts[4];
  const RE2* found = nullptr;
  for (const RE2* pattern : {&kBracket, &kDash}) {
    if (found == nullptr && pattern->Match(plain.text, 0, plain.text.size(), RE2::UNANCHORED, parts, 4)) found = pattern;
  }
  if (found == nullptr || parts[2].size() > kLongestName) return std::nullopt;
  const auto at = [&](const char* byte) { return plain.at[static_cast<std::size_t>(byte - plain.text.data())]; };
  Stamp stamp;
  stamp.sent = moment_in(parts[1].as_string());
  const auto name = line.substr(at(parts[2].data()), at(parts[2].data() + parts[2].size()) - at(parts[2].data()));
  // "[08:15] KP1 08/5: k phát sinh" has no name: a name has no day in it, and a colon behind.
  static const RE2 kDayInName(R"([0-9]\s*[/.-]\s*[0-9])");
  const bool named = !parts[3].empty() || is_name(name) || trimmed(name).empty();
  const bool is_sender = named && !RE2::PartialMatch(parts[2], kDayInName);
  if (is_sender) stamp.sender = std::string(trimmed(name));
  const char* rest = is_sender ? parts[0].data() + parts[0].size() : parts[2].data();
  stamp.rest = std::string(trimmed(line.substr(at(rest))));
  return stamp;
}

bool is_hour(std::string_view line) {
  static const RE2 kHour(
      R"((?:hom nay|hom qua|thu [a-z]+|t[2-7]|cn|chu nhat|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?|luc|[ ,])*[0-9]{1,2}[:h][0-9]{2}(?:[ ,]*(?:am|pm|sa|ch|hom nay|hom qua|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?))*)"
      R"(|hom nay|hom qua)");
  return RE2::FullMatch(folded(trimmed(line, " \t,.-")), kHour);
}

bool is_notice(std::string_view line) {
  static const RE2 kNotice(
      R"(\[(?:hinh anh|anh|hinh|image|photo|video|sticker|nhan dan|file|tep|tep tin|link|vi tri|danh thiep|ghi am|tin nhan thoai|gif)\].*)"
      R"(|da (?:xem|gui|nhan)|tin nhan da (?:duoc )?thu hoi|ban da thu hoi mot tin nhan|xem them|tra loi)"
      R"(|[-=_*~.#+ ]+|[—–]+|```[a-z]*)");
  return RE2::FullMatch(folded(trimmed(line)), kNotice);
}

bool is_name(std::string_view line) {
  const std::string_view text = trimmed(line);
  if (text.empty() || text.size() > kLongestName) return false;
  int words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    const std::string plain = folded(word);
    const bool letters = std::all_of(plain.begin(), plain.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (word.empty() || !letters || uncapitalised(word) == word) return false;
    ++words;
    at = end + 1;
  }
  return words >= 2 && words <= 5;
}

}  // namespace nammo::intake
