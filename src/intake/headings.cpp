#include "intake/headings.h"

#include <re2/re2.h>

#include <array>

#include "intake/folded.h"
#include "nammo/text.h"

namespace nammo::intake {
namespace {

struct Words {
  std::string_view words;  // folded
  Section section;
};
// The longer of two with one beginning stands first.
constexpr std::array<Words, 41> kHeadings{{
    {"danh gia chung", Section::overview},
    {"nhan dinh chung", Section::overview},
    {"nhan xet chung", Section::overview},
    {"tinh hinh chung", Section::overview},
    {"y kien, kien nghi", Section::proposals},
    {"y kien kien nghi", Section::proposals},
    {"y kien de xuat", Section::proposals},
    {"y kien, de xuat", Section::proposals},
    {"dien bien tinh hinh", Section::situation},
    {"tinh hinh nhan dan", Section::situation},
    {"tinh hinh dia ban", Section::situation},
    {"tinh hinh noi len", Section::situation},
    {"van de noi len", Section::situation},
    {"tinh hinh", Section::situation},
    {"dien bien", Section::situation},
    {"vu viec", Section::situation},
    {"t/h", Section::situation},
    {"y kien nhan dan", Section::opinions},
    {"y kien ba con", Section::opinions},
    {"y kien cua nhan dan", Section::opinions},
    {"y kien cua ba con", Section::opinions},
    {"y kien hoi vien", Section::opinions},
    {"y kien du luan", Section::opinions},
    {"y kien, du luan", Section::opinions},
    {"y kien", Section::opinions},
    {"du luan", Section::opinions},
    {"tam trang", Section::opinions},
    {"tam tu", Section::opinions},
    {"kien nghi, de xuat", Section::proposals},
    {"kien nghi de xuat", Section::proposals},
    {"de xuat, kien nghi", Section::proposals},
    {"de xuat kien nghi", Section::proposals},
    {"kien nghi", Section::proposals},
    {"de xuat", Section::proposals},
    {"de nghi", Section::proposals},
    {"ket qua", Section::results},
    {"hoat dong", Section::activities},
    {"kho khan", Section::difficulties},
    {"vuong mac", Section::difficulties},
    {"du bao", Section::forecast},
    {"viec tuan toi", Section::next},
}};

constexpr std::size_t kLongestAbout = 60;

// Bullets and numbers before a heading: "1. ", "- ", "II/ ", "a) ".
std::size_t after_number(const std::string& text) {
  static const RE2 kNumber(R"((?:\s*(?:[-+*•–#]+|(?:[0-9]{1,2}|[ivx]{1,4}|[a-d])[./)]))*\s*)");
  re2::StringPiece found;
  return kNumber.Match(text, 0, text.size(), RE2::ANCHOR_START, &found, 1) ? found.size() : 0;
}

// Where the text of a part begins after its heading; empty when no mark ends the heading.
std::optional<std::size_t> mark_after(const std::string& text, std::size_t from) {
  static const RE2 kMark(R"([\s*]*(?:[:=;]+|：|[-–]+\s|[*.]*\s*$)\s*[*]*\s*)");
  re2::StringPiece found;
  if (!kMark.Match(text, from, text.size(), RE2::ANCHOR_START, &found, 1)) return std::nullopt;
  return from + found.size();
}

std::optional<Heading> heading_of(std::string_view line, const Folded& plain, std::size_t begin, const Words& words) {
  const std::size_t end = begin + words.words.size();
  const auto from = [&](std::size_t at) { return std::string(trimmed(line.substr(plain.at[at]), " \t*")); };
  if (const auto text = mark_after(plain.text, end)) return Heading{words.section, {}, from(*text)};
  if (plain.text[end] != ' ' && plain.text[end] != ',') return std::nullopt;  // "ý kiến" of "ý kiếng"
  const std::size_t colon = plain.text.find(':', end);
  if (colon != std::string::npos && colon - end < kLongestAbout) {
    const std::string about(trimmed(line.substr(plain.at[end], plain.at[colon] - plain.at[end]), " \t,"));
    return Heading{words.section, about, from(colon + 1)};
  }
  if (!begins_with_capital(line, plain.at[begin])) return std::nullopt;
  return Heading{words.section, {}, from(begin)};
}

bool matches(std::string_view text, const RE2& pattern) {
  const std::string plain = folded(trimmed(text, " \t.,;!?:*-–+•()\"'"));
  return RE2::FullMatch(plain, pattern);
}

}  // namespace

std::optional<Heading> find_heading(std::string_view line) {
  const Folded plain(line);
  const std::size_t begin = after_number(plain.text);
  const auto text = std::string_view(plain.text).substr(begin);
  for (const Words& words : kHeadings) {
    if (!text.starts_with(words.words)) continue;
    if (auto heading = heading_of(line, plain, begin, words)) return heading;
  }
  return std::nullopt;
}

bool says_nil(std::string_view text) {
  static const RE2 kNil(
      R"((?:(?:tinh hinh|dia ban|an ninh trat tu|moi viec|van|chung|tren dia ban|trong|tuan|qua|ky|nay|co ban|on dinh|binh thuong|tuan nay|bao cao|bc)[,;.: -]*)*)"
      R"((?:kps|(?:khong|ko|k|kh|kg|hok|chua)\s*(?:thay\s*)?(?:co\s*)?(?:(?:van de|vu viec|viec|tinh huong|dieu)\s*)?(?:gi\s*)?)"
      R"((?:moi\s*)?(?:phat sinh|p/s|ps|gi moi|moi|gi|dac biet|bat thuong)(?:\s*(?:phat sinh|gi|moi|them|ca|het|a|nhe|trong tuan|trong ky|dac biet|bat thuong|van de|vu viec|viec))*))");
  return matches(text, kNil);
}

bool says_none(std::string_view text) {
  static const RE2 kNone(R"((?:(?:khong|ko|k|kh|kg|chua|0|x)(?:\s*co)?(?:\s*(?:gi|a|nao|y kien|kien nghi|de xuat|them|ca|khac))*)?)");
  return matches(text, kNone) || says_nil(text);
}

bool says_quiet(std::string_view text) {
  static const RE2 kQuiet(R"((?:(?:tinh hinh|dia ban|nhan dan|ba con|doi song|an ninh trat tu|van|chung|co ban|tuong doi|deu|tuan qua|tuan nay|trong tuan)[ ,]*)*(?:on dinh|binh thuong|on)(?:[ ,]*(?:binh thuong|on dinh|a|nhe))*)");
  return matches(text, kQuiet);
}

bool is_opening(std::string_view line) {
  static const RE2 kOpening(
      R"((?:kinh gui|kinh bao cao|kinh thua|kinh chao|xin chao|chao|alo|a lo|thua|em gui|toi gui|em xin|toi xin|xin gui|xin bao cao|em bao cao|toi bao cao|gui)\b[:,]?[^:,;.!?]{0,70})");
  return matches(line, kOpening);
}

bool is_closing(std::string_view line) {
  static const RE2 kClosing(
      R"((?:em |toi |xin |chan thanh )*(?:(?:cam on|tran trong|kinh chao)(?:[ ,]+(?:cam on|kinh chao|cac|dong chi|d/c|anh|chi|bac|chu|em|a|nhieu|nhe|tran trong))*|het|ok|oke|okie|da nhan|nhan roi|het a))");
  return matches(line, kClosing) && !says_none(line);
}

}  // namespace nammo::intake
