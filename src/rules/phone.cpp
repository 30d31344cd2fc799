#include <algorithm>
#include <array>

#include "rules/fold.h"
#include "rules/number.h"
#include "rules/privacy.h"

namespace nammo::rules {
namespace {

using std::size_t;

constexpr size_t kLongestGlue = 16;

// Words to which people glue a phone number: "sđt0912…".
bool is_glue(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords{"sdt", "dt", "zalo", "tel", "phone", "thoai", "hotline", "mobile", "lh", "so"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool may_begin(std::string_view text, size_t i) {
  if (i == 0) return true;
  if (is_digit_at(text, i - 1)) return false;
  if (text[i - 1] == '.' && i > 1 && is_digit_at(text, i - 2)) return false;
  if (!is_letter_before(text, i)) return true;
  const size_t start = word_start(text, i);
  return i - start <= kLongestGlue && is_glue(fold(text.substr(start, i - start)));
}

// 09400 09403 are two codes of communes, 03 05 07 08 09 a list; a phone number
// begins with at least three digits or falls into the groups that people use.
bool is_grouped_like_mobile(const GroupedNumber& number) {
  if (number.is_money()) return false;
  if (number.groups == "55") return number.digits[5] != '0';
  if (number.groups.front() >= '3') return true;
  if (number.groups == "244") return number.gaps[0] == number.gaps[1];
  if (number.groups == "22222") return number.gaps_are('.');
  return number.groups == "1333" || number.groups == "19";
}

bool is_mobile_digit(char c) { return c == '3' || c == '5' || c == '7' || c == '8' || c == '9'; }

// Numbers written from 0 on.
std::optional<GroupedNumber> read_national(std::string_view text, size_t begin) {
  if (auto mobile = read_number(text, begin, 10); mobile && is_mobile_digit(mobile->digits[1])) {
    if (is_grouped_like_mobile(*mobile)) return mobile;
    return std::nullopt;
  }
  auto landline = read_number(text, begin, 11);
  const bool good = landline && landline->digits[1] == '2' && landline->groups.front() >= '3' && !landline->is_money();
  return good ? landline : std::nullopt;
}

// "+84 912 345 678", "+84 (0)912…", "84912345678": `begin` is the byte after 84.
std::optional<GroupedNumber> read_international(std::string_view text, size_t begin, bool plus) {
  char gap = 0;
  size_t at = begin + gap_length(text, begin, gap);
  char first_gap = gap;
  if (text.substr(at, 3) == "(0)") {
    at += 3;
    at += gap_length(text, at, gap);
    plus = true;
  } else if (text.substr(at, 1) == "0") {
    ++at;
  }
  auto number = read_number(text, at, 9);
  if (!number || !is_mobile_digit(number->digits[0])) {
    number = read_number(text, at, 10);
    if (!number || number->digits[0] != '2') return std::nullopt;
  }
  if (!plus && first_gap == '.' && number->gaps_are('.') && number->groups.find_first_not_of('3') == std::string::npos) {
    return std::nullopt;  // 84.912.345.678 is money
  }
  if (!plus && first_gap != 0 && number->groups.find('1') != std::string::npos) return std::nullopt;
  number->digits.insert(0, "0");
  return number;
}

// Tax codes of enterprises are ten digits from 0 on as well.
bool is_tax_code(std::string_view text, size_t begin) {
  auto before = fold_before(text, begin, 28);
  before.erase(0, before.find_last_of('\n') + 1);  // npos + 1 is 0: the whole of it is on this line
  return before.find("mst") != std::string::npos || before.find("so thue") != std::string::npos;
}

// A short look before the number is read: most digits are dates, hours and figures.
bool may_be_phone(std::string_view text, Digits run) {
  const size_t length = run.end - run.begin;
  const char first = text[run.begin];
  if (first == '8') return length >= 2 && text[run.begin + 1] == '4' && (length == 2 || length >= 11);
  if (first != '0') return false;
  const auto group_of = [&](size_t from, size_t size) {
    for (size_t i = 0; i < size; ++i) {
      if (!is_digit_at(text, from + i)) return false;
    }
    return true;
  };
  if (length == 1) return group_of(run.end + 1, 3);
  if (length == 2) return group_of(run.end + 1, 4) || (text.substr(run.end, 1) == "." && group_of(run.end + 1, 2));
  return length <= 11 || text.substr(run.begin, 4) == "0084";
}

}  // namespace

std::optional<Hit> find_phone(std::string_view text, Digits run, const std::vector<std::string>& allowed) {
  if (!may_be_phone(text, run)) return std::nullopt;
  const bool plus = run.begin > 0 && text[run.begin - 1] == '+';
  const size_t begin = plus ? run.begin - 1 : run.begin;
  if (!may_begin(text, begin)) return std::nullopt;
  std::optional<GroupedNumber> number;
  if (text[run.begin] == '8') {
    number = read_international(text, run.begin + 2, plus);
  } else if (text.substr(run.begin, 4) == "0084") {
    number = read_international(text, run.begin + 4, true);
  } else {
    number = read_national(text, run.begin);
  }
  if (!number || is_tax_code(text, begin)) return std::nullopt;
  if (std::find(allowed.begin(), allowed.end(), number->digits) != allowed.end()) return std::nullopt;
  return Hit{begin, number->end};
}

std::string phone_digits(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.starts_with("0084")) digits.erase(0, 2);
  if (digits.starts_with("84") && digits.size() >= 11) digits.replace(0, 2, digits[2] == '0' ? "" : "0");
  return digits;
}

}  // namespace nammo::rules
