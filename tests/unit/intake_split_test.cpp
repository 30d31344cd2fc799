#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "nammo/intake.h"
#include "support/often.h"
#include "support/store_loading.h"

namespace nammo::test {
namespace {

const Store& sample() {
  static const Loaded loaded = load_all(sample_store());
  return *loaded.store;
}

// "message 2-4, yaml 5-9; passed 1"
std::string layout(const std::string& text) {
  const Paste paste = PasteReader(sample()).split(tidied_paste(text));
  std::string said;
  for (const Piece& piece : paste.pieces) {
    const char* kinds[] = {"yaml", "form", "message", "talk"};
    const char* kind = kinds[static_cast<std::size_t>(piece.kind)];
    said += fmt::format("{}{} {}-{}", said.empty() ? "" : ", ", kind, piece.lines.front().number, piece.lines.back().number);
  }
  if (!paste.passed_over.empty()) said += ";";
  for (const PastedLine& line : paste.passed_over) said += fmt::format(" {}", line.number);
  return said;
}

const std::string kYaml = "report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: 2024-W19\nofficer: nguyen-van-a\nnil: true\n";

}  // namespace

TEST_CASE("paste: names, hours and notices of a chat program belong to no message") {
  CHECK(layout("[16:15, 08/05/2024] Nguyễn Văn A:\nKP1 08/5\nTình hình: điện yếu\n[16:20, 08/05/2024] Trần Thị B: KP2 08/5 k phát sinh\n") ==
        "message 2-3, message 4-4; 1");
  CHECK(layout("Nguyễn Văn A\n08:15\nKP1 08/5\nk phát sinh\nĐã xem\nTrần Thị B\n16:20 08/05/2024\nKP2 08/5\nk phát sinh\nXin cảm ơn ạ\n") ==
        "message 3-4, message 8-9; 1 2 5 6 7 10");
  CHECK(layout("KP1 08/5\nTình hình: điện yếu\nNguyễn Văn B\nKP2 08/5\nk phát sinh\n[Hình ảnh]\n") == "message 1-2, message 4-5; 3 6");
  CHECK(layout("KP1 08/5\nKính gửi Hội phường\nTình hình: điện yếu\nHết điện từ 19 giờ\n") == "message 1-4");
  // An office that has the name of an area; but with a day, or further down, it is the head of another message.
  CHECK(layout("KP1 08/5\nKính gửi phường Hồ\nTình hình: điện yếu\n") == "message 1-3");
  CHECK(layout("KP1 08/5\nKính gửi KP2 08/5 k phát sinh\n") == "message 1-1, message 2-2");
  CHECK(layout("KP1 08/5\nk phát sinh\nKính gửi phường Hồ\nTình hình: điện yếu\n") == "message 1-2, message 3-4");
}

TEST_CASE("paste: an area that the store does not know is no part of the message before it; a day at the end of a line is") {
  CHECK(layout("KP1 08/5\nTình hình: điện yếu\nKP9 08/5\nk phát sinh\n") == "message 1-2, message 3-4");
  CHECK(layout("KP1 08/5\nTình hình: điện yếu\ntối 06/5\nÝ kiến: lo\n") == "message 1-4");
}

TEST_CASE("paste: an hour in brackets without a name takes nothing from the message behind it") {
  CHECK(layout("[16:15, 08/05/2024] KP1 08/5: k phát sinh\n[16:16, 08/05/2024] KP2 08/5 k phát sinh\n") == "message 1-1, message 2-2");
}

TEST_CASE("paste: a message without a head goes on from what the same person sent before") {
  CHECK(layout("[16:15, 08/05/2024] A B: KP1 08/5\nTình hình: điện yếu\n[16:16, 08/05/2024] C D: ok anh\n[16:17, 08/05/2024] A B: Kiến nghị: báo trước\n") ==
        "message 1-2, talk 3-3, message 4-4");
  CHECK(layout("[16:15, 08/05/2024] A B: KP1 08/5\nTình hình: điện yếu\n[16:17, 08/05/2024] A B: Kiến nghị: báo trước\n") == "message 1-3");
}

TEST_CASE("paste: a chat log without a report is talk") {
  CHECK(layout("[16:15, 08/05/2024] A B: anh ơi mai họp mấy giờ\n[16:16, 08/05/2024] C D: 8 giờ nhé\nok\n") == "talk 1-1, talk 2-2; 3");
  CHECK(layout("\n \n") == "");
}

TEST_CASE("paste: reports in YAML end at a separator, at the next one, and at a message") {
  CHECK(layout(kYaml + "---\n" + kYaml) == "yaml 1-6, yaml 8-13; 7");
  CHECK(layout(kYaml + kYaml) == "yaml 1-6, yaml 7-12");
  CHECK(layout("# yaml-language-server: $schema=x\n" + kYaml + "# yaml-language-server: $schema=x\n" + kYaml) == "yaml 1-7, yaml 8-14");
  CHECK(layout("# ghi chú\n" + kYaml + "overview: |\n  KP1 08/5\n  Tình hình: yếu\n\n  hết\nKP2 08/5\nk phát sinh\n") == "yaml 1-12, message 13-14");
}

TEST_CASE("paste: text forms begin with the title above their code, and hold all that follows up to the next") {
  const std::string form = "Báo cáo nhanh\nTuần 19/2024, Khu phố 1\nMã báo cáo: weekly ccb thuan-thanh/ho/khu-pho-1 2024-W19\n\n1. Tình hình\nKP2 08/5\n";
  CHECK(layout(form) == "form 1-6");
  CHECK(layout(form + "\n" + form) == "form 1-6, form 8-13");
  CHECK(layout("KP1 08/5\nk phát sinh\n" + form) == "message 1-2, form 3-8");
}

TEST_CASE("paste: marks of byte order, line ends and forms of Unicode do not count") {
  CHECK(tidied_paste("\xEF\xBB\xBF" "a\r\nb\rc") == "a\nb\nc");
  CHECK(tidied_paste("e\xCC\x82\xCC\x81") == "ế");
  CHECK(layout("\xEF\xBB\xBFKP1 08/5\r\nTi\xCC\x80nh hi\xCC\x80nh: \xC4\x91i\xE1\xBB\x87n\r\n") == "message 1-2");
}

TEST_CASE("paste: three thousand lines of one kind are no trap") {
  for (const std::string line : {"#\n", "KP1\n", "Kính gửi Hội\n", "A B\n", "\n", "08:15\n", "- \n"}) {
    CAPTURE(line);
    std::string text;
    for (int i = 0; i < 3000; ++i) text += line;
    CHECK(PasteReader(sample()).split(text).pieces.size() <= 3000);
  }
}

TEST_CASE("paste: every line that is not empty is in one piece or passed over, whatever is pasted") {
  const std::vector<std::string> lines{"KP1 08/5", "Khu phố 2 8-5", "KP9 08/5", "Tình hình: điện yếu", "TINH HINH", "- mất xe", "Ý kiến: bức xúc: rác",
                                       "Kiến nghị", "k phát sinh", "không", "[08:15, 08/05/2024] Nguyễn Văn A:", "[08:15, 08/05/2024] Nguyễn Văn A: KP3 08/5",
                                       "08:15", "Trần Thị B", "ok em", "Xin cảm ơn", "---", "...", "", " ", "report: weekly", "org: ccb",
                                       "area: thuan-thanh/ho/khu-pho-1", "period: 2024-W19", "overview: |", "  KP1 08/5", "Mã báo cáo: weekly ccb thuan-thanh/ho/khu-pho-1 2024-W19", "# yaml-language-server: $schema=x",
                                       "# ghi chú", "Kính gửi Hội", "[Hình ảnh]", "\xC2\xA0", "08/5", ":", "KP1:", "ngày 32/13"};
  for (unsigned seed = 1; seed <= often(3000); ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string text;
    std::vector<std::string> pasted;
    for (auto left = random() % 14; left > 0; --left) {
      pasted.push_back(lines[random() % lines.size()]);
      text += pasted.back() + "\n";
    }
    const Paste paste = PasteReader(sample()).split(text);
    std::multiset<int> seen;
    for (const Piece& piece : paste.pieces) {
      REQUIRE(!piece.lines.empty());
      for (const PastedLine& line : piece.lines) {
        seen.insert(line.number);
        // A line is whole, but for what the chat program put before it.
        CHECK(pasted[static_cast<std::size_t>(line.number) - 1].ends_with(line.text));
      }
    }
    for (const PastedLine& line : paste.passed_over) seen.insert(line.number);
    for (std::size_t i = 0; i < pasted.size(); ++i) {
      const int count = static_cast<int>(seen.count(static_cast<int>(i) + 1));
      const bool blank = pasted[i].find_first_not_of(" \xC2\xA0") == std::string::npos;
      if (blank) CHECK(count <= 1);
      else CHECK(count == 1);
    }
  }
}

TEST_CASE("paste: what a message that becomes a report tells is in its file, word for word") {
  const std::vector<std::string> words{"điện", "yếu", "hai", "tối", "rác", "chậm", "đường", "hỏng", "lúa", "tốt"};
  const std::vector<std::string> parts{"Tình hình: ", "Ý kiến: ", "Kiến nghị: ", "Khó khăn: ", "Kết quả: ", "Hoạt động: "};
  for (unsigned seed = 1; seed <= often(500); ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto sentence = [&] {
      std::string text = "câu " + std::to_string(random() % 100000);
      for (auto left = 1 + random() % 6; left > 0; --left) text += " " + words[random() % words.size()];
      return text;
    };
    std::string text = "KP" + std::to_string(1 + random() % 5) + " 08/5\n";
    std::vector<std::string> told;
    for (auto left = 1 + random() % 5; left > 0; --left) {
      told.push_back(sentence());
      text += parts[random() % parts.size()] + told.back() + "\n";
      for (auto more = random() % 3; more > 0; --more) {
        told.push_back(sentence());
        text += (random() % 2 == 0 ? "- " : "") + told.back() + "\n";
      }
    }
    CAPTURE(text);
    const Paste paste = PasteReader(sample()).split(text);
    REQUIRE(paste.pieces.size() == 1);
    Diagnostics findings;
    const auto report = PasteReader(sample()).read(paste.pieces.front(), "m", {}, parse_instant("2024-05-08T16:45+07:00").value(), findings);
    REQUIRE(report);
    for (const std::string& one : told) CHECK(report->text.find(one) != std::string::npos);
    CHECK(report->lines.size() == static_cast<std::size_t>(std::count(report->text.begin(), report->text.end(), '\n')));
  }
}

}  // namespace nammo::test
