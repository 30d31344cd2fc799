#include "nammo/mail.h"

#include <doctest/doctest.h>

#include <sstream>

#include "base/unicode.h"

using namespace nammo;

namespace {

Mail sample() {
  return {"Nguyễn Văn A", "a@example.org", "", "Nhắc nộp báo cáo", "abc@nammo.invalid",
          parse_instant("2024-05-08T17:00+07:00").value(), "Kính gửi đồng chí.\n"};
}

Zone zone() { return Zone::find("Asia/Ho_Chi_Minh").value(); }

std::string header(const std::string& message, const std::string& name) {
  std::istringstream in(message);
  std::string value;
  for (std::string line; std::getline(in, line) && !line.empty();) {
    if (line.starts_with(name + ": ")) value = line.substr(name.size() + 2);
    if (line.starts_with(' ') && !value.empty()) value += line;
  }
  return value;
}

}  // namespace

TEST_CASE("mail: headers and body as RFC 5322, 2045 and 2047 have them") {
  const auto text = mail_text(sample(), zone());
  REQUIRE(text);
  // Encoded with coreutils: printf 'Nhắc nộp báo cáo' | base64
  CHECK(*text ==
        "To: =?UTF-8?B?Tmd1eeG7hW4gVsSDbiBB?= <a@example.org>\n"
        "Subject: =?UTF-8?B?Tmjhuq9jIG7hu5lwIGLDoW8gY8Ohbw==?=\n"
        "Date: Wed, 08 May 2024 17:00:00 +0700\n"
        "Message-ID: <abc@nammo.invalid>\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: base64\n"
        "Auto-Submitted: auto-generated\n"
        "\n"
        "S8OtbmggZ+G7rWkgxJHhu5NuZyBjaMOtLgo=\n");
}

TEST_CASE("mail: no line is longer than 76 columns, and none is cut inside a character") {
  Mail mail = sample();
  mail.subject.clear();
  for (int i = 0; i < 60; ++i) mail.subject += "ộ";
  for (int i = 0; i < 90; ++i) mail.to_name += "ế";
  mail.body = std::string(1000, 'x');
  const auto text = mail_text(mail, zone());
  REQUIRE(text);
  std::istringstream in(*text);
  for (std::string line; std::getline(in, line);) {
    CAPTURE(line);
    CHECK((line.size() <= 76 || line.ends_with(" <a@example.org>")));
  }
  // A word of 60 base64 characters holds 45 bytes: 15 characters of three bytes.
  const std::string subject = header(*text, "Subject");
  CHECK(subject.find("4buZ4buZ") != std::string::npos);
  CHECK(subject.find("= =?") != std::string::npos);
}

TEST_CASE("mail: what could start another header is refused") {
  for (const char* bad : {"a@example.org\nBcc: b@example.org", "a@example.org, b@example.org", "a b@example.org", "a@", "@b",
                          "a@b@c", "<a@b>", "đ@example.org", ""}) {
    CAPTURE(bad);
    Mail mail = sample();
    mail.to_address = bad;
    CHECK_FALSE(is_mail_address(bad));
    CHECK_FALSE(mail_text(mail, zone()));
  }
  for (const char* bad : {"A\r\nBcc: b@example.org", "A\nB", "A\x01", "A\tB", "\xC3"}) {
    CAPTURE(bad);
    Mail mail = sample();
    mail.to_name = bad;
    CHECK_FALSE(mail_text(mail, zone()));
    mail = sample();
    mail.subject = bad;
    CHECK_FALSE(mail_text(mail, zone()));
    mail = sample();
    mail.from = std::string(bad) + " <a@example.org>";
    CHECK_FALSE(mail_text(mail, zone()));
  }
}

TEST_CASE("mail: names that mean something to a header are encoded, plain ones are not") {
  Mail mail = sample();
  mail.to_name = "Le Van C";
  mail.from = "Hội CCB <ccb@example.org>";
  auto text = mail_text(mail, zone());
  REQUIRE(text);
  CHECK(header(*text, "To") == "Le Van C <a@example.org>");
  CHECK(header(*text, "From") == "=?UTF-8?B?SOG7mWkgQ0NC?= <ccb@example.org>");
  mail.to_name = "\"A\" <x@y>, B";
  text = mail_text(mail, zone());
  REQUIRE(text);
  CHECK(header(*text, "To").starts_with("=?UTF-8?B?"));
  mail.subject = "=?UTF-8?B?eA==?=";
  text = mail_text(mail, zone());
  REQUIRE(text);
  CHECK(header(*text, "Subject") == "=?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?=");
}
