#include <doctest/doctest.h>

#include <string>

#include "nammo/html.h"
#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

// The week's report of the sample store's town, as if the organisation that writes it
// were another.
std::string week_of(const std::string& unit, const std::string& letterhead) {
  auto files = test::sample_store();
  std::string settings = files.files().at("nammo.yaml");
  settings = test::replaced(settings, "district: \"Hội CCB {area}\"", "district: \"" + unit + "\"");
  const auto from = settings.find("        family:");
  const auto to = settings.find("  - {id: mttq");
  settings.replace(from, to - from, letterhead);
  files.put("nammo.yaml", settings);
  REQUIRE(test::load_all(files).findings == "");
  return test::render_case(files, "ccb", "thuan-thanh", "2024-W19", "2024-05-09T12:00+07:00")->markdown();
}

// Up to the line that says what it rests on.
std::string head_of(const std::string& text) { return text.substr(0, text.find("\n*Cơ sở tổng hợp")); }

// The block of recipients and signature.
std::string foot_of(const std::string& text) {
  const auto from = text.find("| ***Nơi nhận");
  return text.substr(from, text.find("\n\n", from) - from);
}

std::string of_state() {
  return week_of("Ủy ban nhân dân {area}",
                 "        family: state\n        parent: ỦY BAN NHÂN DÂN TỈNH BẮC NINH\n"
                 "        place: Thuận Thành\n        symbol: BC-UBND\n"
                 "        signed: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]\n        copies: [\"Lưu: VT\"]\n");
}
std::string of_party() {
  return week_of("Ban Dân vận Thị ủy",
                 "        family: party\n        parent: THỊ ỦY THUẬN THÀNH\n"
                 "        place: Thuận Thành\n        symbol: BC/DV\n"
                 "        signed: [T/M BAN DÂN VẬN, TRƯỞNG BAN]\n        copies: [Lưu Ban Dân vận]\n");
}

const std::string kAbstract =
    "# BÁO CÁO NHANH\n**Tình hình Nhân dân, đoàn viên, hội viên và kết quả hoạt động của Hội**\n"
    "*(Tuần từ ngày 02/5/2024 đến hết ngày 08/5/2024; mô hình thí điểm tại phường Hồ)*\n";

}  // namespace

TEST_CASE("letterhead: of the state after Decree 30/2020/ND-CP") {
  CHECK(head_of(of_state()) ==
        "| ỦY BAN NHÂN DÂN TỈNH BẮC NINH<br>**ỦY BAN NHÂN DÂN THỊ XÃ THUẬN THÀNH** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
        "NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n|:---:|:---:|\n"
        "| Số: …/BC-UBND | *Thuận Thành, ngày 09 tháng 5 năm 2024* |\n\n" +
            kAbstract);
  CHECK(foot_of(of_state()) ==
        "| ***Nơi nhận:*** | **TM. ỦY BAN NHÂN DÂN** |\n|:---|:---:|\n"
        "| - Ban Thường vụ Thị ủy (qua Ban Dân vận Thị ủy, để báo cáo);<br>- Hội CCB tỉnh (báo cáo);<br>- Ban Dân vận Tỉnh ủy "
        "(báo cáo);<br>- Lưu: VT. | **CHỦ TỊCH**<br><br>*(ký tên, đóng dấu)*<br><br>………………… |");
}

TEST_CASE("letterhead: of the Party after guide 36-HD/VPTW: its name, an asterisk, a hyphen in the number, dashes below the title") {
  const auto text = of_party();
  CHECK(head_of(text) ==
        "| THỊ ỦY THUẬN THÀNH<br>**BAN DÂN VẬN THỊ ỦY**<br>\\* | **ĐẢNG CỘNG SẢN VIỆT NAM** |\n|:---:|:---:|\n"
        "| Số …-BC/DV | *Thuận Thành, ngày 09 tháng 5 năm 2024* |\n\n" +
            kAbstract + "\\-----\n");
  CHECK(foot_of(text).starts_with("| ***Nơi nhận:*** | **T/M BAN DÂN VẬN** |\n"));
  CHECK(foot_of(text).ends_with("<br>- Lưu Ban Dân vận. | **TRƯỞNG BAN**<br><br>*(ký tên, đóng dấu)*<br><br>………………… |"));
  CHECK(text.find("CỘNG HÒA") == std::string::npos);
}

TEST_CASE("letterhead: of a mass organisation as the state has it") {
  const auto text = test::render_case(test::sample_store(), "ccb", "thuan-thanh", "2024-W19", "2024-05-09T12:00+07:00")->markdown();
  CHECK(head_of(text) ==
        "| HỘI CỰU CHIẾN BINH TỈNH BẮC NINH<br>**HỘI CCB THỊ XÃ THUẬN THÀNH** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
        "NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n|:---:|:---:|\n"
        "| Số: …/BC-CCB | *Thuận Thành, ngày 09 tháng 5 năm 2024* |\n\n" +
            kAbstract);
  CHECK(foot_of(text).starts_with("| ***Nơi nhận:*** | **TM. BAN THƯỜNG VỤ** |\n"));
  CHECK(foot_of(text).ends_with("<br>- Lưu: VP. | **CHỦ TỊCH**<br><br>*(ký tên, đóng dấu)*<br><br>………………… |"));
}

TEST_CASE("letterhead: dashes stand below the title of the Party's pages, a rule below all others") {
  CHECK(html_page(of_party(), "t", Language::vi).find("<div class=\"abstract dashed\">") != std::string::npos);
  CHECK(html_page(of_party(), "t", Language::vi).find("<p>-----</p>\n</div>") != std::string::npos);
  CHECK(html_page(of_state(), "t", Language::vi).find("<div class=\"abstract\">") != std::string::npos);
}
