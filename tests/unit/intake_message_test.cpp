#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "nammo/intake.h"
#include "support/findings.h"
#include "support/store_loading.h"

namespace nammo::test {
namespace {

const Instant kReceived = parse_instant("2024-05-08T16:45+07:00").value();

const Store& sample() {
  static const Loaded loaded = load_all(sample_store());
  REQUIRE(loaded.findings == "");
  return *loaded.store;
}

Piece only_piece(const std::string& text) {
  Paste paste = PasteReader(sample()).split(tidied_paste(text));
  REQUIRE(paste.pieces.size() == 1);
  return paste.pieces.front();
}

// "khu-pho-1 2024-W19", or the findings.
std::string identity(const std::string& text) {
  Diagnostics findings;
  const auto report = PasteReader(sample()).read(only_piece(text), "m", {}, kReceived, findings);
  if (!report) return lines_of(findings);
  const std::string& area = report->key.area.str();
  return area.substr(area.rfind('/') + 1) + " " + to_string(report->key.period);
}

// The file without the five lines that say whose it is and the one for editors.
std::string body(const std::string& text) {
  Diagnostics findings;
  const auto report = PasteReader(sample()).read(only_piece(text), "m", {}, kReceived, findings);
  if (!report) return lines_of(findings);
  return report->text.substr(report->text.find("nil:"));
}

struct Case {
  std::string said;
  std::string expected;
};

}  // namespace

TEST_CASE("message: the first line names area and time in the ways in which people write them") {
  // 8 May 2024 is a Wednesday, so W19; 9 May begins the window of W20; 15 May is of the month that ends on 14 June.
  const std::vector<Case> cases{
      {"KP1 08/5", "khu-pho-1 2024-W19"},
      {"kp 1 8/5", "khu-pho-1 2024-W19"},
      {"Kp.1 - 08-5", "khu-pho-1 2024-W19"},
      {"KP 1-8/5", "khu-pho-1 2024-W19"},
      {"KP 1 - 8/5", "khu-pho-1 2024-W19"},
      {"khu pho 2 ngay 08/05/2024", "khu-pho-2 2024-W19"},
      {"KHU PHỐ 2, ngày 8 tháng 5 năm 2024", "khu-pho-2 2024-W19"},
      {"Khu phố 3 (08.5.24):", "khu-pho-3 2024-W19"},
      {"khu-pho-4 2024-05-08", "khu-pho-4 2024-W19"},
      {"08/5 KP5", "khu-pho-5 2024-W19"},
      {"Báo cáo nhanh KP1 tuần 19", "khu-pho-1 2024-W19"},
      {"BC KP1 W19", "khu-pho-1 2024-W19"},
      {"KP1 2024-W18", "khu-pho-1 2024-W18"},
      {"Báo cáo tháng 5 KP1", "khu-pho-1 2024-05"},
      {"KP1 tuần 02/5-08/5", "khu-pho-1 2024-W19"},
      {"KP1 (từ 02/5 đến 08/5)", "khu-pho-1 2024-W19"},
      {"KP1 tuần này", "khu-pho-1 2024-W19"},
      {"KP1 tuần trước", "khu-pho-1 2024-W18"},
      {"Chi hội CCB Khu phố 1 08/5", "khu-pho-1 2024-W19"},
      {"KP1 phường Hồ 08/5", "khu-pho-1 2024-W19"},
      {"Phường Hồ 08/5", "ho 2024-W19"},
      {"P. Hồ 8/5", "ho 2024-W19"},
      {"KP1 09/5", "khu-pho-1 2024-W20"},
      {"KP1 31/12", "khu-pho-1 2024-W01"},  // nearest to May 2024: the last day of 2023
      {"KP9 08/5", "m:1:1-1:9: intake-area: no area \"KP9\" is known\n"},
      {"KP1 32/5", "m:1:1-1:9: intake-day: there is no day \"32/5\"\n"},
      {"KP1", "m:1:1-1:4: intake-day: no day is given\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.said);
    CHECK(identity(one.said + "\nTình hình: điện yếu") == one.expected);
  }
}

TEST_CASE("message: the kind of place before a name may be left out, written or shortened, however the area is named") {
  MemoryFiles files = sample_store();
  const std::string rest = "\nlevel: hamlet\nsince: 2024-01-01\nofficers:\n  - {officer: nguyen-van-a, org: ccb, role: lead, since: 2024-01-01}\n";
  files.put("areas/thuan-thanh/ho/giang-lieu/area.yaml", "name: Khu phố Giang Liễu" + rest);
  files.put("areas/thuan-thanh/ho/lac-hoai/area.yaml", "name: Lạc Hoài" + rest);
  const Loaded loaded = load_all(files);
  REQUIRE(loaded.findings == "");
  const PasteReader reader(*loaded.store);
  const auto area_of = [&](const std::string& head) {
    Diagnostics findings;
    const Paste paste = reader.split(tidied_paste(head + "\nTình hình: điện yếu"));
    const auto report = reader.read(paste.pieces.at(0), "m", {}, kReceived, findings);
    return report ? report->key.area.str() : lines_of(findings);
  };
  for (const std::string head : {"Khu phố Giang Liễu 08/5", "KP Giang Liễu 08/5", "kp. giang lieu, 8/5", "Giang Liễu 08/5", "KP Giang Liễu phường Hồ 08/5"}) {
    CAPTURE(head);
    CHECK(area_of(head) == "thuan-thanh/ho/giang-lieu");
  }
  for (const std::string head : {"Lạc Hoài 08/5", "KP Lạc Hoài 08/5", "Khu phố Lạc Hoài 08/5", "Báo cáo nhanh KP lac hoai tuần 19"}) {
    CAPTURE(head);
    CHECK(area_of(head) == "thuan-thanh/ho/lac-hoai");
  }
  CHECK(area_of("Thôn Giang Liễu 08/5") == "m:1:1-1:21: intake-area: no area \"Thôn Giang Liễu\" is known\n");
  CHECK(area_of("KP Liễu 08/5") == "m:1:1-1:13: intake-area: no area \"KP Liễu\" is known\n");
}

TEST_CASE("message: headings count with and without marks, in any capitals, numbered or not") {
  const std::string expected =
      "nil: false\n"
      "# lĩnh vực không ghi trong tin nhắn: tạm để society\n"
      "situation:\n  - field: society\n    text: điện yếu\n"
      "# lĩnh vực không ghi trong tin nhắn: tạm để society\n"
      "# thái độ không ghi trong tin nhắn: tạm để unclear\n"
      "opinions:\n  - field: society\n    stance: unclear\n    text: lo hè\n"
      "# nơi nhận không ghi trong tin nhắn: cấp trên trực tiếp\n"
      "proposals:\n  - to: commune\n    text: báo trước\n";
  for (const std::string said : {"Tình hình: điện yếu\nÝ kiến: lo hè\nKiến nghị: báo trước", "TINH HINH: điện yếu\nY KIEN: lo hè\nKIEN NGHI: báo trước",
                                 "1. Tình hình: điện yếu\n2. Ý kiến: lo hè\n3. Kiến nghị: báo trước", "tinh hinh :điện yếu\ny kien - lo hè\nde xuat: báo trước",
                                 "- Tình hình:\n+ điện yếu\n- Ý kiến nhân dân:\n+ lo hè\n- Đề nghị:\n+ báo trước", "*Tình hình*: điện\nyếu\n\n*Ý kiến*: lo\nhè\n\n*Kiến nghị*: báo\ntrước"}) {
    CAPTURE(said);
    CHECK(body("KP1 08/5\n" + said) == expected);
  }
}

TEST_CASE("message: nothing new arose, in the words that people use for it") {
  for (const std::string said : {"k phát sinh", "ko phat sinh", "Không phát sinh", "KHÔNG CÓ GÌ PHÁT SINH", "kps", "k có gì mới ạ", "Không có vấn đề gì phát sinh.",
                                 "Không phát sinh vấn đề mới", "Không phát sinh vụ việc gì mới.", "Tình hình: không phát sinh", "Tình hình: ko có gì\nÝ kiến: không\nKiến nghị: ko có", "chưa có gì mới"}) {
    CAPTURE(said);
    CHECK(body("KP1 08/5\n" + said) == "nil: true\n");
  }
  CHECK(body("KP1 08/5 k phát sinh") == "nil: true\n");
  CHECK(body("KP1 08/5: không phát sinh") == "nil: true\n");
  CHECK(body("KP1 08/5\nTình hình ổn định, không có gì phát sinh") == "nil: true\noverview: Tình hình ổn định, không có gì phát sinh\n");
  CHECK(body("KP1 08/5\nTình hình: ổn định\nÝ kiến: không") == "nil: false\noverview: ổn định\n");
}

TEST_CASE("message: what stands before a colon and is a label gives field, topic, stance and breadth; other words stay text") {
  CHECK(body("KP1 08/5\nTình hình:\n- Kinh tế: vật tư tăng giá\n- Cấp điện: yếu\n- Trật tự: mất xe\n- Tối qua: mưa to\nÝ kiến: Đa số: bức xúc: rác chậm") ==
        "nil: false\n"
        "# lĩnh vực không ghi trong tin nhắn: tạm để society\n"
        "situation:\n"
        "  - field: economy\n    text: vật tư tăng giá\n"
        "  - field: society\n    topic: electricity\n    text: yếu\n"
        "  - field: security\n    text: mất xe\n"
        "  - field: society\n    text: \"Tối qua: mưa to\"\n"
        "# lĩnh vực không ghi trong tin nhắn: tạm để society\n"
        "opinions:\n  - field: society\n    stance: frustrated\n    breadth: majority\n    text: rác chậm\n");
  CHECK(body("KP1 08/5\nTình hình kinh tế: giá lúa giảm") == "nil: false\nsituation:\n  - field: economy\n    text: giá lúa giảm\n");
}

TEST_CASE("message: what cannot be a report is refused, with what to send instead") {
  const std::vector<Case> cases{
      {"Tình hình: điện yếu", "m:1:1-1:20: intake-head: neither area nor day is given\n"},
      {"KP1 08/5\nEm gửi rồi nhé", "m:1:1-1:9: intake-nothing: there is nothing of a report in it\n"},
      {"KP1 08/5\nÝ kiến: không", "m:1:1-1:9: intake-nothing: there is nothing of a report in it\n"},
      {"KP1 08/5 k phát sinh\nTình hình: điện yếu", "m:1:1-1:21: intake-nil: it says that nothing arose, and yet has matters on line 2\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.said);
    CHECK(body(one.said) == one.expected);
  }
}

TEST_CASE("message: a name that two areas bear is asked back, unless one of them is closed by then") {
  auto files = sample_store();
  files.put("areas/thuan-thanh/song-ho/area.yaml", "name: phường Song Hồ\nlevel: commune\nsince: 2023-04-10\n");
  files.put("areas/thuan-thanh/song-ho/khu-pho-1/area.yaml", "name: Khu phố 1\nlevel: hamlet\nsince: 2023-04-10\n");
  const auto said_of = [&](const std::string& head) {
    const Loaded loaded = load_all(files);
    Diagnostics findings;
    const Paste paste = PasteReader(*loaded.store).split(head + "\nTình hình: điện yếu\n");
    const auto report = PasteReader(*loaded.store).read(paste.pieces.front(), "m", OrgId{"ccb"}, kReceived, findings);
    return report ? report->key.area.str() : lines_of(findings);
  };
  CHECK(said_of("KP1 08/5") == "m:1:1-1:9: intake-area: \"kp1\" may be: Khu phố 1 phường Hồ, Khu phố 1 phường Song Hồ\n");
  CHECK(said_of("KP1 Hồ 08/5") == "thuan-thanh/ho/khu-pho-1");
  CHECK(said_of("KP1 phường Song Hồ 08/5") == "m:1:1-1:24: intake-officer: nobody of the organisation ccb is assigned to Khu phố 1 phường Song Hồ on 2024-05-08\n");
  files.put("areas/thuan-thanh/song-ho/khu-pho-1/area.yaml", "name: Khu phố 1\nlevel: hamlet\nsince: 2023-04-10\nuntil: 2024-04-30\n");
  CHECK(said_of("KP1 08/5") == "thuan-thanh/ho/khu-pho-1");
}

TEST_CASE("message: each line of the file knows from which line of the paste it comes") {
  Diagnostics findings;
  const auto report = PasteReader(sample()).read(only_piece("\n\nKP1 08/5\nTình hình: điện\nyếu\nÝ kiến: bức xúc: rác"), "m", {}, kReceived, findings);
  REQUIRE(report);
  // Seven lines of the head with `nil`; comment, key, two of the entry; comment, key, three.
  CHECK(report->lines == std::vector<int>{3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 3, 3, 6, 6, 6});
}

TEST_CASE("message: a line without a bullet goes on with the sentence, or is one of its own where it begins as one") {
  const auto situation = [](const std::string& said) {
    const std::string text = body("KP1 08/5\nTình hình:\n" + said);
    return text.substr(text.find("text: ") + 6);
  };
  CHECK(situation("Điện yếu buổi tối\nNước sạch chưa có") == "Điện yếu buổi tối. Nước sạch chưa có\n");
  CHECK(situation("Điện yếu.\nĐường hỏng;\nÚng ngập") == "Điện yếu. Đường hỏng; Úng ngập\n");
  CHECK(situation("Điện yếu buổi tối\nnhất là ở cuối ngõ\n2 nhà mất điện") == "Điện yếu buổi tối nhất là ở cuối ngõ 2 nhà mất điện\n");
}

TEST_CASE("message: what follows a greeting on its line is not passed over with it") {
  const auto overview = [](const std::string& said) {
    const std::string text = body("KP1 08/5\n" + said + "\nTình hình: điện yếu");
    return text.find("overview:") != std::string::npos;
  };
  CHECK_FALSE(overview("Kính gửi Hội phường"));
  CHECK_FALSE(overview("Kính gửi: Hội CCB phường Hồ."));
  CHECK(overview("Kính gửi Hội phường, tuần này nước yếu cả xóm"));
}

}  // namespace nammo::test
