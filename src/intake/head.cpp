#include "intake/head.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "intake/folded.h"
#include "model/kinds_of_place.h"
#include "nammo/text.h"

namespace nammo::intake {
namespace {

constexpr std::size_t kLongestHead = 120;  // bytes, folded
constexpr std::string_view kMarks = " \t:;,.-–—()[]*•+#|\"'/";
// What may stand around the name of an area.
constexpr std::array<std::string_view, 25> kAround{
    "bao cao", "bc", "nhanh", "tuan", "thang", "quy", "ngay", "ky", "chi hoi", "ccb", "hoi", "cuu chien binh", "dia ban", "kinh gui", "gui",
    "em", "toi", "xin", "a", "tinh hinh", "tong hop", "cua", "tai", "o", "ve"};

// "kp1" of "Khu phố 1": the first letter of each word, and every digit.
std::string first_letters(std::string_view name) {
  std::string letters;
  bool start = true;
  for (const char c : folded(name)) {
    if ((c >= '0' && c <= '9') || (start && c >= 'a' && c <= 'z')) letters += c;
    start = c == ' ';
  }
  return letters;
}

// The same of a name with a number; two letters alone are too many names.
std::string initials(std::string_view name) {
  std::string letters = first_letters(name);
  const bool digit = std::any_of(letters.begin(), letters.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digit ? letters : std::string{};
}

// "kp" of "KP 1", "khu" of "Khu phố 1".
std::string first_word(std::string_view words) {
  const std::string plain = folded(trimmed(words, kMarks));
  std::string word;
  for (const char c : plain) {
    if (c < 'a' || c > 'z') break;
    word += c;
  }
  return word;
}

// "khu phố, thôn" -> "khu pho", "thon": the kinds of place that the level of an area has.
std::vector<std::string> kinds_of(const Area& area, const Store& store) {
  std::vector<std::string> kinds;
  if (const Level* level = store.settings.level(area.level)) {
    for (const std::string_view kind : kinds_of_place(level->label.vi)) kinds.push_back(folded(kind));
  }
  return kinds;
}

// "khu pho giang lieu" and "kp giang lieu", of "Khu phố Giang Liễu" and of "Giang Liễu" alone. A kind of
// one word is not shortened: with one letter before it, a name is half of another.
std::vector<std::string> names_with_kind(const Area& area, const Store& store) {
  const std::string plain = folded(trimmed(area.name, kMarks));
  auto kinds = kinds_of(area, store);
  const auto is_named = [&](const std::string& kind) { return plain.starts_with(kind + " "); };
  const auto named = std::find_if(kinds.begin(), kinds.end(), is_named);
  const std::string bare = named == kinds.end() ? plain : plain.substr(named->size() + 1);
  if (named != kinds.end()) kinds = {std::string(*named)};
  std::vector<std::string> names;
  for (const std::string& kind : kinds) {
    names.push_back(kind + " " + bare);
    const std::string letters = first_letters(kind);
    if (letters.size() > 1) names.push_back(letters + " " + bare);
  }
  return names;
}

std::vector<std::string> names_of(const Area& area, const Store& store) {
  const auto slash = area.id.str().rfind('/');
  std::vector<std::string> names{compact(area.name), compact(area.brief),
                                 compact(slash == std::string::npos ? area.id.str() : area.id.str().substr(slash + 1)), initials(area.name)};
  for (const Organisation& org : store.settings.organisations) {
    const auto unit = org.units.find(area.level);
    if (unit == org.units.end()) continue;
    std::string name = unit->second;
    if (const auto at = name.find("{area}"); at != std::string::npos) name.replace(at, 6, area.name);
    names.push_back(compact(name));
  }
  for (const std::string& name : names_with_kind(area, store)) names.push_back(compact(name));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::erase(names, std::string{});
  return names;
}

// True when `word` stands at that end of `text` as a word of its own.
bool begins_with(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || kMarks.find(text[word.size()]) != std::string_view::npos);
}
bool ends_with(std::string_view text, std::string_view word) {
  return text.ends_with(word) && (text.size() == word.size() || kMarks.find(text[text.size() - word.size() - 1]) != std::string_view::npos);
}

// Without one of the words around; false when there is none.
bool strip_one(std::string_view& text) {
  for (const std::string_view word : kAround) {
    if (begins_with(text, word)) {
      text = trimmed(text.substr(word.size()), kMarks);
      return true;
    }
    if (ends_with(text, word)) {
      text = trimmed(text.substr(0, text.size() - word.size()), kMarks);
      return true;
    }
  }
  return false;
}

// ---- times ---------------------------------------------------------------

struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  WrittenTime time;
};

// A pattern whose first group is all of it; of a day the last three are day, month and year,
// of a period the second is what `prefix` stands before.
struct Pattern {
  RE2 words;
  enum class Kind { day, iso_day, period, name } kind;
  std::string prefix;
};

const std::string kBefore = "(?:^|[^0-9a-z/])";
const std::string kBehind = "(?:$|[^0-9a-z/])";
const std::string kDay = R"(([0-9]{1,2})(?:\s*/\s*|[.-])([0-9]{1,2})(?:(?:\s*/\s*|[.-])([0-9]{4}|[0-9]{2}))?)";
const std::string kYear = R"((?:\s*(?:[/-]|nam)\s*[0-9]{4})?)";

const std::array<Pattern, 9>& patterns() {
  using Kind = Pattern::Kind;
  static const std::array<Pattern, 9> all{{
      {R"(\b([0-9]{4}-w[0-9]{2}|[0-9]{4}-[qh][1-4])\b)", Kind::name, {}},
      {R"(\b(([0-9]{4})-([0-9]{2})-([0-9]{2}))\b)", Kind::iso_day, {}},
      {kBefore + R"(((?:ngay\s*)?([0-9]{1,2})\s*thang\s*([0-9]{1,2})(?:\s*nam\s*([0-9]{4}))?))" + kBehind, Kind::day, {}},
      {R"(\b((?:tuan|w)\s*(?:thu\s*)?([0-9]{1,2})" + kYear + R"())(?:$|[^0-9/-]))", Kind::period, "tuan "},
      {R"(\b(thang\s*([0-9]{1,2})" + kYear + R"())(?:$|[^0-9/-]))", Kind::period, "thang "},
      {R"(\b(quy\s*((?:iv|i{1,3}|[1-4]))" + kYear + R"())(?:$|[^0-9a-z/-]))", Kind::period, "quy "},
      {R"(\b((?:tuan|ky)\s*(nay|truoc))\b)", Kind::period, "ky "},
      {kBefore + R"(((?:tu\s*)?(?:ngay\s*)?[0-9]{1,2}(?:\s*[/.]\s*[0-9]{1,2}(?:/[0-9]{4})?)?\s*(?:-|–|den(?: het)?(?: ngay)?)\s*)" + kDay + ")" + kBehind,
       Kind::day, "range"},
      {kBefore + R"(((?:ngay\s*)?)" + kDay + ")" + kBehind, Kind::day, {}},
  }};
  return all;
}

int number(const re2::StringPiece& digits) {
  int value = 0;
  for (const char c : digits) value = 10 * value + (c - '0');
  return value;
}

WrittenTime time_of(const Pattern& pattern, const std::array<re2::StringPiece, 5>& parts) {
  using Kind = Pattern::Kind;
  if (pattern.kind == Kind::iso_day) return {number(parts[4]), number(parts[3]), number(parts[2]), {}};
  if (pattern.kind == Kind::day) {
    const int year = number(parts[4]);
    return {number(parts[2]), number(parts[3]), year > 0 && year < 100 ? 2000 + year : year, {}};
  }
  if (pattern.kind == Kind::period) return {0, 0, 0, pattern.prefix + parts[2].as_string()};
  std::string name = parts[1].as_string();
  for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return {0, 0, 0, std::move(name)};
}

enum class Ranges { read, left };

// The times in `text`, whose places become blanks.
std::vector<Found> take_times(std::string& text, Ranges ranges) {
  std::vector<Found> times;
  for (const Pattern& pattern : patterns()) {
    if (ranges == Ranges::left && pattern.prefix == "range") continue;
    std::array<re2::StringPiece, 5> parts;
    while (pattern.words.Match(text, 0, text.size(), RE2::UNANCHORED, parts.data(), pattern.words.NumberOfCapturingGroups() + 1)) {
      const auto begin = static_cast<std::size_t>(parts[1].data() - text.data());
      times.push_back({begin, begin + parts[1].size(), time_of(pattern, parts)});
      text.replace(begin, parts[1].size(), parts[1].size(), ' ');
      parts = {};
    }
  }
  return times;
}

// A named period says more than a day beside it.
const Found& chosen(const std::vector<Found>& times) {
  const auto named = std::find_if(times.begin(), times.end(), [](const Found& one) { return one.time.day == 0; });
  if (named != times.end()) return *named;
  return *std::min_element(times.begin(), times.end(), [](const Found& a, const Found& b) { return a.begin < b.begin; });
}

// ---- the line ------------------------------------------------------------

// A line of which the head may take the bytes before `colon`.
struct Line {
  std::string_view line;
  const Folded& plain;
  std::size_t colon;

  [[nodiscard]] std::string words(std::size_t begin, std::size_t end) const {
    return std::string(trimmed(line.substr(plain.at[begin], plain.at[end] - plain.at[begin]), kMarks));
  }
  [[nodiscard]] std::string rest(std::size_t begin) const { return std::string(trimmed(line.substr(plain.at[begin]), " \t:;,.-–)]")); }
};

// Everything but the times names an area; or what stands before the first of them does, and
// the rest is what the message says.
std::optional<Head> head_with_area(const Line& line, Ranges ranges, const AreaNames& names) {
  std::string text = line.plain.text.substr(0, line.colon);
  const auto times = take_times(text, ranges);
  if (times.empty()) return std::nullopt;
  const Found& time = chosen(times);
  Head head{names.find(text), {}, time.time, line.words(time.begin, time.end), line.rest(line.colon)};
  std::size_t end = line.colon;
  if (head.areas.empty()) {
    end = time.end;
    head.areas = names.find(text.substr(0, end));
    head.rest = line.rest(end);
  }
  if (head.areas.empty()) return std::nullopt;
  head.area_words = std::string(trimmed(text.substr(0, end), kMarks));
  return head;
}

std::optional<Head> head_without_area(const Line& line) {
  std::string text = line.plain.text.substr(0, line.colon);
  const auto times = take_times(text, Ranges::left);
  if (times.empty()) return std::nullopt;
  const Found& time = chosen(times);
  Head head{{}, line.words(0, time.begin), time.time, line.words(time.begin, time.end), line.rest(time.end)};
  if (head.area_words.empty() && !head.rest.empty()) return std::nullopt;
  return head;
}

}  // namespace

AreaNames::AreaNames(const Store& store) {
  const auto add = [&](const std::string& name, const Area& area) {
    auto& list = areas_[name];
    if (std::find(list.begin(), list.end(), &area) == list.end()) list.push_back(&area);
  };
  for (const Area& area : store.areas.all()) {
    const auto names = names_of(area, store);
    for (const std::string& name : {area.name, area.brief, initials(area.name)}) first_words_.insert(first_word(name));
    for (const std::string& name : names_with_kind(area, store)) first_words_.insert(first_word(name));
    for (const auto& name : names) add(name, area);
    const Area* above = store.areas.find(parent_of(area.id));
    if (above == nullptr) continue;
    for (const auto& other : names_of(*above, store)) {
      for (const auto& name : names) {
        add(name + other, area);
        add(other + name, area);
      }
    }
  }
}

std::vector<const Area*> AreaNames::find(std::string_view words) const {
  const std::string plain = folded(words);
  std::string_view text = trimmed(plain, kMarks);
  do {
    const auto found = areas_.find(compact(text));
    if (found != areas_.end()) return found->second;
  } while (!text.empty() && strip_one(text));
  return {};
}

bool AreaNames::is_like_one(std::string_view words) const {
  const std::string word = first_word(words);
  return !word.empty() && first_words_.contains(word);
}

bool is_words_of_head(std::string_view line) {
  constexpr std::array<std::string_view, 10> kPlaces{"kp", "khu", "pho", "to", "dan", "tdp", "thon", "xom", "phuong", "xa"};
  constexpr std::array<std::string_view, 17> kTimes{"so", "bao", "cao", "bc", "ngay", "tuan", "thang", "thu", "hom", "nay", "qua", "t", "w", "chu", "nhat", "nam", "quy"};
  const auto is_in = [](const auto& words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  const std::string plain = folded(line);
  std::string word;
  bool place = false;
  for (const char c : plain + " ") {
    if (c >= 'a' && c <= 'z') {
      word += c;
      continue;
    }
    place |= is_in(kPlaces, word);
    const bool known = word.empty() || is_in(kPlaces, word) || is_in(kTimes, word);
    if (!known || static_cast<unsigned char>(c) >= 0x80U) return false;
    word.clear();
  }
  return place && plain.size() <= kLongestHead;
}

std::optional<Head> find_head(std::string_view text, const AreaNames& names) {
  const Folded plain(text.substr(0, std::min(text.size(), kLongestHead)));
  const Line line{text, plain, std::min(plain.text.find(':'), plain.text.size())};
  for (const Ranges ranges : {Ranges::read, Ranges::left}) {
    if (auto head = head_with_area(line, ranges, names)) return head;
  }
  if (auto head = head_without_area(line)) return head;
  Head head{names.find(plain.text.substr(0, line.colon)), line.words(0, line.colon), std::nullopt, {}, line.rest(line.colon)};
  return head.areas.empty() ? std::nullopt : std::optional{std::move(head)};
}

}  // namespace nammo::intake
