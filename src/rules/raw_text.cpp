#include "rules/raw_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/catalogue/rules.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "rules/number.h"
#include "rules/privacy.h"
#include "rules/secret_marking.h"

namespace nammo::rules {
namespace {

using std::size_t;

constexpr size_t kLongestLook = 200;  // bytes back from what was found
constexpr int kMaxFindings = 100;     // of one code in one file; a hostile one could have as many as words

enum class Stop : std::uint8_t { none = 0, digit = 1, at = 2, m = 4, wide = 8 };

// The bytes at which the scan stops. `wide` begins characters that may not be in
// NFC (see is_surely_nfc in base/unicode.cpp); E1 is left out, because half of the
// Vietnamese letters begin with it, and no mark that combines with them does.
constexpr std::array<std::uint8_t, 256> make_stops() {
  std::array<std::uint8_t, 256> stops{};
  const auto set = [&stops](size_t c, Stop stop) { stops[c] = static_cast<std::uint8_t>(stop); };
  for (size_t c = '0'; c <= '9'; ++c) set(c, Stop::digit);
  set('@', Stop::at);
  set('M', Stop::m);
  for (size_t c = 0xC7; c < 256; ++c) set(c, Stop::wide);
  set(0xE1, Stop::none);
  return stops;
}
constexpr auto kStops = make_stops();

struct Rule {
  const char* code;
  Severity severity;
  Message message;
  Message help;
};
enum RuleIndex : std::uint8_t { id_number, phone, email, birth_date, plate, secret_marking, rule_count };
constexpr std::array<Rule, rule_count> kRules{{
    {"privacy-id-number", Severity::error, msg::privacy_id_number, msg::privacy_help},
    {"privacy-phone", Severity::error, msg::privacy_phone, msg::privacy_phone_help},
    {"privacy-email", Severity::error, msg::privacy_email, msg::privacy_help},
    {"privacy-birth-date", Severity::warning, msg::privacy_birth_date, msg::privacy_help},
    {"privacy-plate", Severity::warning, msg::privacy_plate, msg::privacy_help},
    {"secret-marking", Severity::error, msg::secret_marking, msg::secret_marking_help},
}};

// True when the value that begins at or before `begin` stands after one of an
// officer's own contact keys, or anywhere on a line that begins with one, up to
// a comment.
bool is_contact_value(std::string_view text, size_t begin) {
  const size_t floor = begin - std::min(begin, kLongestLook);
  size_t at = begin;
  while (at > floor && std::string_view(" \t\r\n\"'").find(text[at - 1]) != std::string_view::npos) --at;
  size_t start = begin;
  while (start > floor && text[start - 1] != '\n' && text[start - 1] != '\r') --start;
  const auto head = text.substr(start, begin - start);
  for (const std::string_view key : {"email:", "phone:"}) {
    if (head.starts_with(key) && head.find(" #") == std::string_view::npos) return true;
    if (!text.substr(0, at).ends_with(key)) continue;
    const char before = at == key.size() ? '\n' : text[at - key.size() - 1];
    if (before == '{' || before == ',' || before == ' ' || before == '\n') return true;
  }
  return false;
}

// Inside the word after `content: sha256:`.
bool is_in_content_hash(std::string_view text, size_t begin) {
  const size_t floor = begin - std::min(begin, kLongestLook);
  size_t at = begin;
  while (at > floor && static_cast<unsigned char>(text[at - 1]) > ' ') --at;
  if (!text.substr(at).starts_with("sha256:")) return false;
  while (at > floor && text[at - 1] == ' ') --at;
  return text.substr(0, at).ends_with("content:");
}

class Scan {
 public:
  Scan(std::string_view text, const std::string& file, const std::vector<std::string>& allowed, Diagnostics& diagnostics)
      : text_(text), file_(file), allowed_(allowed), diagnostics_(diagnostics),
        officer_(std::string_view(file).starts_with("officers/")) {}

  void run() {
    for (size_t i = next_stop(0); i < text_.size(); i = next_stop(i)) {
      switch (stop_at(i)) {
        case Stop::none: ++i; break;
        case Stop::digit: i = take_digits(i); break;
        case Stop::at: i = take(email, find_email(text_, i), i + 1); break;
        case Stop::m: i = take(secret_marking, find_secret_marking(text_, i), i + 1); break;
        case Stop::wide: i = take_wide(i); break;
      }
    }
    if (maybe_not_nfc_) report_not_nfc();
  }

 private:
  [[nodiscard]] Stop stop_at(size_t i) const {
    return static_cast<Stop>(kStops[static_cast<unsigned char>(text_[i])]);
  }

  // Eight bytes at a time: a branch for each would cost more than reading it.
  [[nodiscard]] size_t next_stop(size_t i) const {
    const auto stops = [this](size_t at) { return static_cast<unsigned>(kStops[static_cast<unsigned char>(text_[at])]); };
    while (i + 8 <= text_.size()) {
      const unsigned any = stops(i) | stops(i + 1) | stops(i + 2) | stops(i + 3) | stops(i + 4) | stops(i + 5) |
                           stops(i + 6) | stops(i + 7);
      if (any != 0) break;
      i += 8;
    }
    while (i < text_.size() && stops(i) == 0) ++i;
    return i;
  }

  size_t take_digits(size_t begin) {
    Digits run{begin, begin + 1};
    while (is_digit_at(text_, run.end)) ++run.end;
    const size_t length = run.end - run.begin;
    if (length == 4) {
      if (const auto hit = find_birth_date(text_, run)) return take(birth_date, hit, run.end);
    } else if (length == 2) {
      if (const auto hit = find_plate(text_, run)) return take(plate, hit, run.end);
    }
    if (const auto hit = find_id_number(text_, run)) return take(id_number, hit, run.end);
    return take(phone, find_phone(text_, run, allowed_), run.end);
  }

  size_t take_wide(size_t i) {
    const bool punctuation = text_[i] == '\xE2' && i + 2 < text_.size() && text_[i + 1] == '\x80' &&
                             static_cast<unsigned char>(text_[i + 2]) > 0x81U;
    if (!punctuation) maybe_not_nfc_ = true;
    return i + 1;
  }

  // Reports what was found; the byte at which the scan goes on.
  size_t take(RuleIndex index, const std::optional<Hit>& hit, size_t otherwise) {
    if (!hit) return otherwise;
    maybe_not_nfc_ = true;  // the scan goes on behind it
    const bool contact = officer_ && (index == phone || index == email) && is_contact_value(text_, hit->begin);
    if (!contact && !is_in_content_hash(text_, hit->begin)) report(index, *hit);
    return hit->end;
  }

  void report(RuleIndex index, Hit hit) {
    const Rule& rule = kRules[index];
    const int count = ++counts_[index];
    if (count > kMaxFindings + 1) return;
    const Text message = count > kMaxFindings ? say(msg::raw_and_more, kMaxFindings) : say(rule.message);
    diagnostics_.add({rule.severity, rule.code, {file_, place(hit)}, message, say(rule.help), {}});
  }

  void report_not_nfc() {
    if (find_invalid_utf8(text_)) return;  // text-encoding says so
    const auto at = find_not_nfc(text_);
    if (!at) return;
    diagnostics_.warning("text-nfd", {file_, place({*at, *at + 1})}, say(msg::text_nfd), say(msg::text_nfd_help));
  }

  Place place(Hit hit) {
    if (lines_.empty()) lines_ = line_starts(text_);
    return place_in(text_, lines_, hit.begin, hit.end);
  }

  std::string_view text_;
  const std::string& file_;
  const std::vector<std::string>& allowed_;
  Diagnostics& diagnostics_;
  bool officer_;
  bool maybe_not_nfc_ = false;
  std::array<int, rule_count> counts_{};
  std::vector<std::uint32_t> lines_;
};

}  // namespace

RawTextScanner::RawTextScanner(const std::vector<std::string>& allowed) {
  for (const auto& number : allowed) allowed_.push_back(phone_digits(number));
}

void RawTextScanner::scan(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) const {
  Scan(bytes, file, allowed_, diagnostics).run();
}

}  // namespace nammo::rules
