#include "rules/raw_text.h"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>
#include <vector>

#include "base/unicode.h"
#include "support/findings.h"

using namespace nammo;

namespace {

const std::vector<std::string> kAllowed{"0222 3821 330"};
constexpr const char* kReport = "areas/a/reports/ccb/2024-W19.yaml";

// "code line:column-end_line:end_column" of each finding.
std::string found(std::string_view text, const std::string& file = kReport) {
  Diagnostics findings;
  rules::RawTextScanner(kAllowed).scan(text, file, findings);
  std::string result;
  for (const Diagnostic& d : findings.items()) {
    const Place& p = d.where.place;
    result += fmt::format("{} {}:{}-{}:{}\n", d.code, p.line, p.column, p.end_line, p.end_column);
  }
  return result;
}

struct Marked {
  const char* text;  // what must be found stands between « and »
  const char* codes;  // one for each, separated by spaces
};

// The text without its marks, and what must be found in it; of one line.
std::string expected_of(const Marked& marked, std::string& plain) {
  std::string codes = std::string(marked.codes) + " ";
  std::string result;
  int column = 1;
  plain.clear();
  for (const char* c = marked.text; *c != '\0'; ++c) {
    const std::string_view rest(c);
    if (rest.starts_with("«")) {
      result += codes.substr(0, codes.find(' ')) + fmt::format(" 1:{}-", column);
      codes.erase(0, codes.find(' ') + 1);
      ++c;
    } else if (rest.starts_with("»")) {
      result += fmt::format("1:{}\n", column);
      ++c;
    } else {
      plain += *c;
      if ((static_cast<unsigned char>(*c) & 0xC0U) != 0x80U) ++column;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("raw text: what may identify a person is found at its place") {
  const Marked cases[] = {
      // telephones
      {"Gọi «0912345678» để biết", "privacy-phone"},
      {"«0912345678»", "privacy-phone"},
      {"# «0912345678»", "privacy-phone"},
      {"text: \"«0355123456»\"", "privacy-phone"},
      {"Liên hệ «0912.345.678».", "privacy-phone"},
      {"Liên hệ «0912 345 678», ông A", "privacy-phone"},
      {"Liên hệ «0912-345-678»;", "privacy-phone"},
      {"Liên hệ «091 234 5678»", "privacy-phone"},
      {"Liên hệ «091.234.5678»", "privacy-phone"},
      {"Liên hệ «0912 34 56 78»", "privacy-phone"},
      {"Liên hệ «09.1234.5678»", "privacy-phone"},
      {"Liên hệ «09.12.34.56.78»", "privacy-phone"},
      {"Liên hệ «09123 45678»", "privacy-phone"},
      {"Liên hệ «0912 - 345 - 678»", "privacy-phone"},
      {"Liên hệ «+84912345678»", "privacy-phone"},
      {"Liên hệ «+84 912 345 678»", "privacy-phone"},
      {"Liên hệ «+84.912.345.678»", "privacy-phone"},
      {"Liên hệ «+84-912-345-678»", "privacy-phone"},
      {"Liên hệ «+84 (0)912 345 678»", "privacy-phone"},
      {"Liên hệ «84912345678»", "privacy-phone"},
      {"Liên hệ «84 912 345 678»", "privacy-phone"},
      {"Liên hệ «0084912345678»", "privacy-phone"},
      {"sđt«0912345678»", "privacy-phone"},
      {"SĐT«0912.345.678»", "privacy-phone"},
      {"ĐT«0912345678»", "privacy-phone"},
      {"đt«0912345678»", "privacy-phone"},
      {"sdt«0912345678» chị B", "privacy-phone"},
      {"Zalo«0912345678»", "privacy-phone"},
      {"zalo.me/«0912345678»", "privacy-phone"},
      {"ĐT.«0912345678»", "privacy-phone"},
      {"(ĐT: «0912345678»)", "privacy-phone"},
      {"ĐT «0222 3821 331»", "privacy-phone"},
      {"ĐT «0222.3.821.331»", "privacy-phone"},
      {"ĐT («0222) 3821331»", "privacy-phone"},
      {"ĐT «02438251234»", "privacy-phone"},
      {"ĐT «024 3825 1234»", "privacy-phone"},
      {"ĐT «+84 222 3821 331»", "privacy-phone"},
      {"«0912345678»/«0987654321»", "privacy-phone privacy-phone"},
      {"«0912 345 678» - «0987 654 321»", "privacy-phone privacy-phone"},
      {"Gọi «0912\u00A0345\u00A0678»", "privacy-phone"},
      {"Gọi «0912–345–678»", "privacy-phone"},
      {"Gọi «0912\u200B345678»", "privacy-phone"},
      {"Gọi \u202A«0912345678»\u202C", "privacy-phone"},
      {"Khu phố 1 «0912345678»", "privacy-phone"},
      // identity numbers
      {"CCCD «027065001234»", "privacy-id-number"},
      {"a: «027065001234»", "privacy-id-number"},
      {"số «027 065 001 234» cấp", "privacy-id-number"},
      {"CCCD«027065001234»", "privacy-id-number"},
      {"căn cước«001203004567»", "privacy-id-number"},
      {"CMND «125123456»", "privacy-id-number"},
      {"CMT số «125 123 456»", "privacy-id-number"},
      {"Chứng minh nhân dân: «125123456»", "privacy-id-number"},
      {"giấy chứng minh thư «125123456»", "privacy-id-number"},
      {"«125123456» (số CMND)", "privacy-id-number"},
      {"CMND«125123456»", "privacy-id-number"},
      // e-mail
      {"Gửi «nguyen.van_a@example.org».", "privacy-email"},
      {"<«A.B+c@mail.bacninh.gov.vn»>", "privacy-email"},
      {"«a@b.vn», «c@d.com»", "privacy-email privacy-email"},
      {"# thư: «a-b@x-y.vn»", "privacy-email"},
      // dates of birth
      {"ông A sinh năm «1965»", "privacy-birth-date"},
      {"Sinh ngày «12/3/1965», thường trú", "privacy-birth-date"},
      {"sinh ngày «12-03-1965»", "privacy-birth-date"},
      {"sinh «1965»", "privacy-birth-date"},
      {"sinh ngày «12 tháng 3 năm 1965»", "privacy-birth-date"},
      {"Năm sinh: «1965»", "privacy-birth-date"},
      {"NGÀY SINH: «12.3.1965»", "privacy-birth-date"},
      {"(SN «1965»)", "privacy-birth-date"},
      {"bà B, s/n «1970»", "privacy-birth-date"},
      {"anh C (SN: «1988»)", "privacy-birth-date"},
      {"ngay-sinh: «1965»-03-12", "privacy-birth-date"},
      {"ông Nguyễn Văn An sinh năm «1965»", "privacy-birth-date"},
      {"Nguyễn Văn Phát sinh ngày «1/2/1970»", "privacy-birth-date"},
      // plates
      {"xe «99A-123.45»", "privacy-plate"},
      {"xe «99A-12345» đỗ", "privacy-plate"},
      {"xe «99A 123.45»", "privacy-plate"},
      {"xe máy «99H1-234.56»", "privacy-plate"},
      {"xe máy «99-H1 234.56»", "privacy-plate"},
      {"xe «29LD-012.34»", "privacy-plate"},
      {"xe «99a-123.45»", "privacy-plate"},
      {"biển «30F12345»", "privacy-plate"},
      // secrecy
      {"«MẬT»", "secret-marking"},
      {"Độ mật: «MẬT»", "secret-marking"},
      {"«TỐI MẬT»", "secret-marking"},
      {"Công văn («TUYỆT MẬT»)", "secret-marking"},
      {"# **«MẬT»**", "secret-marking"},
      {"«TUYỆT  MẬT», «MẬT»", "secret-marking secret-marking"},
      {"ĐỘ MẬT: «TỐI MẬT»", "secret-marking"},
  };
  int positive = 0;
  for (const Marked& marked : cases) {
    CAPTURE(marked.text);
    std::string plain;
    const auto expected = expected_of(marked, plain);
    CHECK(found(plain) == expected);
    ++positive;
  }
  CHECK(positive >= 60);
}

TEST_CASE("raw text: what only looks like it stays silent") {
  const char* const lines[] = {
      // money and figures
      "Kinh phí 163.200.000 đồng", "Tổng 1.163.200.000", "thu 84.912.345.678 đồng", "quỹ 912.345.678", "0.912.345.678",
      "Làm CMND cho 12 hộ, kinh phí 163.200.000 đồng", "CMND: thu 163200000 đồng", "hỗ trợ 163200000 đồng",
      "163 200 000 đồng", "12.500 người", "tăng 0,5%", "1.0912345678", "3.027065001234", "members: 154",
      // documents, laws, cases, codes
      "27-KH/BDVTU", "27-KH 12345", "Luật 91/2025/QH15", "số 0385/2024/QĐ-UBND", "NĐ 356/2025/NĐ-CP", "case: 2024-0007",
      "xã 09400", "các xã 09400, 09403", "các xã 09400 09403", "09400 - 09403", "code: \"09400\"", "MST 0312345678",
      "mã số thuế: 0312345678", "đường CMT8 dài 125123456 mm", "2024-W19", "report: 2024-05-20.1", "12/NQ-HĐND",
      // dates and times
      "2024-05-08T16:40+07:00", "date: 2024-05-06", "ngày 08/5/2024", "03-05-2024 07:30", "từ 13h30 đến 14h00",
      "07.30 - 09.30", "0730-0930 2024", "09.05.2024", "03 05 07 08 09", "2024-05-08 - 2024-05-15", "13:30",
      // other numbers
      "0912345", "09123456789", "0123456789", "a0912345678", "0912345678a", "x027065001234", "0270650012345",
      "270650012345", "125123456", "sha256:0912345678ab", "1900 1234", "114", "0312 2024",
      // allowed
      "ĐT 0222 3821 330", "ĐT 0222.3.821.330", "(0222) 3821330", "+84 222 3821 330", "02223821330",
      // sinh
      "phát sinh ngày 06/5/2024", "Phát sinh ngày 06/5/2024", "Tổng vệ sinh ngày 12/5/2024", "Vệ sinh ngày 12/5/2024",
      "học sinh năm 2024", "hy sinh năm 1972", "liệt sĩ hi sinh năm 1968", "sinh hoạt ngày 06/5/2024",
      "an sinh xã hội năm 2024", "tuyển sinh năm 2024", "giấy khai sinh: 2024",
      "kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh 19/5/1890", "ngày 19/5/2024", "năm 2024", "AN SINH 2024", "SN 12",
      // plates
      "20h 12000 người", "10m 15000", "15A", "99A", "99A-1234567", "05A-123.45", "199A-123.45", "khu 12B",
      // e-mail
      "@nguyenvana", "a@b", "giá 5 @ 10", "nammo@1.2.3", "a@.vn",
      // secrecy
      "BẢO MẬT", "MẬT ĐỘ dân số", "BÍ MẬT NHÀ NƯỚC", "bí mật", "Mật", "mật độ", "MẬT KHẨU", "MẮT", "MẤT", "MẶT TRẬN",
      "ĐỘ MẬT", "MẬTX", "AMẬT", "MẬT ONG", "VỆ BÍ  MẬT",
  };
  int negative = 0;
  for (const char* line : lines) {
    CAPTURE(line);
    CHECK(found(line) == "");
    ++negative;
  }
  CHECK(negative >= 60);
}

TEST_CASE("raw text: decomposed letters hide nothing and are a warning at the first of them") {
  // "MẬT" as M A U+0323 U+0302 T, and as Windows types it: M Â U+0323 T.
  CHECK(found("MA\u0323\u0302T") == "secret-marking 1:1-1:6\ntext-nfd 1:2-1:3\n");
  CHECK(found("M\u00C2\u0323T") == "secret-marking 1:1-1:5\ntext-nfd 1:2-1:3\n");
  CHECK(found("TO\u0302\u0301I MA\u0323\u0302T").starts_with("secret-marking 1:1-1:12\n"));
  CHECK(found("BA\u0309O MA\u0323\u0302T") == "text-nfd 1:2-1:3\n");
  CHECK(found("MA\u0323\u0302T \u0110O\u0323\u0302 da\u0302n so\u0302\u0301") == "text-nfd 1:2-1:3\n");
  CHECK(found("s\u0111t0912345678 cha\u0301u").starts_with("privacy-phone 1:4-1:14\n"));
  CHECK(found("sinh nga\u0300y 12/3/1965").starts_with("privacy-birth-date 1:12-1:21\n"));
  CHECK(found("chu\u031B\u0301ng minh 125123456").starts_with("privacy-id-number 1:14-1:23\n"));
}

TEST_CASE("raw text: text that is not UTF-8 is scanned all the same, without text-nfd") {
  CHECK(found("\xCC\xFF 0912345678") == "privacy-phone 1:4-1:14\n");
  CHECK(found(std::string("a\0b 0912345678", 14)) == "privacy-phone 1:5-1:15\n");
}

TEST_CASE("raw text: lines end with LF, CR LF or CR, and a byte order mark has no column") {
  CHECK(found("a\n\nb 0912345678\n") == "privacy-phone 3:3-3:13\n");
  CHECK(found("a\r\nb 0912345678\r\n") == "privacy-phone 2:3-2:13\n");
  CHECK(found("\xEF\xBB\xBF" "0912345678") == "privacy-phone 1:1-1:11\n");
}

TEST_CASE("raw text: an officer's own contact keys are no finding, anything else of the file is") {
  const std::string officer = "officers/nguyen-van-a.yaml";
  CHECK(found("name: A\nemail: a@example.org\nphone: \"0912 345 678\"\n", officer) == "");
  CHECK(found("phone: 0912345678, 0987654321\n", officer) == "");
  CHECK(found("{name: A, email: a@example.org, phone: '0912345678'}\n", officer) == "");
  CHECK(found("phone:\n  0912345678\n", officer) == "");
  CHECK(found("phone: 0912345678  # nhà: 0987654321\n", officer) == "privacy-phone 1:27-1:37\n");
  CHECK(found("title: 0912345678\n", officer) == "privacy-phone 1:8-1:18\n");
  CHECK(found("my-email: a@example.org\n", officer) == "privacy-email 1:11-1:24\n");
  CHECK(found("phone: 027065001234\n", officer) == "privacy-id-number 1:8-1:20\n");
  CHECK(found("email: a@example.org\n") == "privacy-email 1:8-1:21\n");
}

TEST_CASE("raw text: the hash of a review is not scanned, what stands beside it is") {
  CHECK(found("content: sha256:0912345678\n") == "");
  CHECK(found("content: sha256:0912345678 # 0912345678\n") == "privacy-phone 1:30-1:40\n");
  CHECK(found("content: 0912345678\n") == "privacy-phone 1:10-1:20\n");
}

TEST_CASE("raw text: a hostile file gives a hundred findings of a code and says that there are more") {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "0912345678,a@b.vn ";
  Diagnostics findings;
  rules::RawTextScanner({}).scan(text, kReport, findings);
  REQUIRE(findings.items().size() == 202);
  CHECK(findings.items().back().message.en == "there is more of it in this file; only the first 100 are shown");
  CHECK(findings.items().front().message.vi == "có số điện thoại trong tệp");
}
