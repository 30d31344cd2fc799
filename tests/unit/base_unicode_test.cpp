#include "base/unicode.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace nammo;

TEST_CASE("unicode: every way to write ậ becomes the one letter") {
  const std::string one = "\xE1\xBA\xAD";
  for (const char* written : {"\xE1\xBA\xAD", "a\xCC\xA3\xCC\x82", "a\xCC\x82\xCC\xA3", "\xC3\xA2\xCC\xA3", "\xE1\xBA\xA1\xCC\x82"}) {
    CAPTURE(written);
    CHECK(to_nfc(written) == one);
    CHECK(find_not_nfc(written).has_value() == (written != one));
  }
  CHECK(find_not_nfc("Hội Cựu chiến binh – “Nhân dân”") == std::nullopt);
  CHECK(find_not_nfc("ab \xE2\x80\x80") == 3);  // U+2000 has a canonical twin
}

TEST_CASE("unicode: capitals, widths and what may be printed") {
  CHECK(to_upper("Hội CCB thị xã Thuận Thành, đường Đê") == "HỘI CCB THỊ XÃ THUẬN THÀNH, ĐƯỜNG ĐÊ");
  CHECK(capitalised("phường Hồ") == "Phường Hồ");
  CHECK(capitalised("đối ngoại") == "Đối ngoại");
  CHECK(uncapitalised("Ổn định") == "ổn định");
  CHECK(display_width("Thuận Thành") == 11);
  CHECK(display_width("a\xCC\xA3\xCC\x82m") == 2);
  CHECK(display_width("日本") == 4);
  CHECK(printable("a\x1B[31mb\tc\nd") == "a\xEF\xBF\xBD[31mb c d");
  CHECK(printable("x\xE2\x80\xAEy\xFFz") == "x\xEF\xBF\xBDy\xEF\xBF\xBDz");
}

TEST_CASE("unicode: the word that was probably meant") {
  constexpr std::array<std::string_view, 4> kWords{"pleased", "agree", "concerned", "unclear"};
  CHECK(closest("concernd", kWords) == "concerned");
  CHECK(closest("agre", kWords) == "agree");
  CHECK(closest("argee", kWords) == "agree");  // two letters that changed places
  constexpr std::array<std::string_view, 2> kShort{"name", "org"};
  CHECK(closest("nmae", kShort) == "name");
  CHECK(closest("xx", kShort).empty());
  CHECK(closest("consent", kWords).empty());
  CHECK(closest("a", kWords).empty());
  CHECK(edit_distance("điện", "điển", 5) == 1);
  CHECK(edit_distance("abc", "xyzabc", 2) == 3);
}

TEST_CASE("trimmed: blanks go from both ends, characters of several bytes whole or not at all") {
  CHECK(trimmed("") == "");
  CHECK(trimmed(" \t ") == "");
  CHECK(trimmed(" a b\t") == "a b");
  CHECK(trimmed("a\n") == "a\n");
  CHECK(trimmed("– a –", " –") == "a");
  // These begin and end with bytes of "–".
  CHECK(trimmed("✅ a ☀", " –") == "✅ a ☀");
}

TEST_CASE("unicode: characters one by one, and as many bytes of them as there is room for") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("Hồ – ✅") == 6);
  CHECK(beginning("Hồ", 4) == "Hồ");
  CHECK(beginning("Hồ", 3) == "H");  // "ồ" has three bytes
  CHECK(beginning("Hồ", 1) == "H");
  CHECK(beginning("ồ", 2).empty());
  CHECK(shortened("a\nồ", 5) == "a ồ");
  CHECK(shortened("a\nồ", 4) == "a …");
  const std::string_view text = "aồ\xF0\x9F\x98\x80\xFFz";
  std::size_t at = 0;
  for (const CodePoint& expected : {CodePoint{'a', 1}, {0x1ED3, 3}, {0x1F600, 4}, {-1, 1}, {'z', 1}}) {
    const CodePoint found = code_point_at(text, at);
    CHECK(std::max(found.value, -1) == expected.value);  // any negative one is no character
    CHECK(found.length == expected.length);
    at += found.length;
  }
  CHECK(at == text.size());
}
