#include <doctest/doctest.h>

#include <string>

#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

const std::string kTown = "areas/thuan-thanh/reports/ccb/2024-W19.yaml";
const std::string kWard = "areas/thuan-thanh/ho/reports/ccb/2024-W19.yaml";

std::string hamlet(int number) {
  return "areas/thuan-thanh/ho/khu-pho-" + std::to_string(number) + "/reports/ccb/2024-W19.yaml";
}

std::string report_of(const std::string& area, const std::string& officer, const std::string& submitted,
                      const std::string& rest) {
  return "report: weekly\norg: ccb\narea: " + area + "\nperiod: 2024-W19\nofficer: " + officer +
         (submitted.empty() ? "" : "\nsubmitted: " + submitted) + "\n" + rest;
}

std::string town(const std::string& rest) {
  return report_of("thuan-thanh", "bui-van-k", "2024-05-09T11:00+07:00", rest);
}
std::string khu_pho(int number, const std::string& submitted, const std::string& rest) {
  const std::string leads[] = {"nguyen-van-a", "tran-thi-b", "pham-van-d", "hoang-thi-e", "vu-van-g"};
  return report_of("thuan-thanh/ho/khu-pho-" + std::to_string(number), leads[number - 1], submitted, rest);
}

std::string week(const test::MemoryFiles& files, DocumentOptions options = {},
                 const std::string& now = "2024-05-09T12:00+07:00") {
  return test::render_case(files, "ccb", "thuan-thanh", "2024-W19", now)->markdown(options);
}

// The text between two headings or lead-ins.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
  const auto begin = text.find(from);
  const auto end = text.find(to, begin + from.size());
  REQUIRE_MESSAGE(begin != std::string::npos, from);
  REQUIRE_MESSAGE(end != std::string::npos, to);
  return text.substr(begin + from.size(), end - begin - from.size());
}

}  // namespace

TEST_CASE("week: nothing came in, and every part says so") {
  const auto text = week(test::sample_store());
  CHECK(between(text, "**1.1. Tình hình chung.** ", "\n") == "Chưa có báo cáo nào để tổng hợp.");
  CHECK(between(text, "**1.2. Vấn đề nổi lên**\n\n", "\n") == "Chưa có báo cáo nào để tổng hợp.");
  CHECK(between(text, "hội viên**\n\n", "\n") == "Chưa có báo cáo nào để tổng hợp.");
  CHECK(between(text, "## 2. Nhận xét sơ bộ, dự báo\n\n", "\n") == "Chưa có báo cáo nào để tổng hợp.");
  CHECK(between(text, "## 3. Kiến nghị, đề xuất\n\n", "\n") == "- Chưa có báo cáo để tổng hợp kiến nghị./.");
  CHECK(between(text, "*Cơ sở tổng hợp: ", "*\n") ==
        "0/6 đơn vị có báo cáo (0/5 chi hội khu phố, 0/1 Hội phường); đúng hạn 0, muộn 0, chưa nộp 6.");
  CHECK(text.find("| Hội viên (đến 08/5) | hội viên | … | … | … | … | … | x | x | … | 0/5 |") != std::string::npos);
  CHECK(text.find("- **Chưa nộp:** Hội CCB phường Hồ (hạn 09h00 ngày 09/5); Chi hội CCB Khu phố 1 (hạn 17h00 ngày "
                  "08/5); Chi hội CCB Khu phố 2") != std::string::npos);
}

TEST_CASE("week: a full stop that is all there is stands where a text would") {
  auto files = test::sample_store();
  files.put(hamlet(1), khu_pho(1, "2024-05-08T15:00+07:00",
                               "overview: .\nsituation: [{field: society, severity: watch, status: new, text: .}]\n"));
  const auto text = week(files);
  CHECK(text.find(":* . *(Khu phố 1; mới)*\n") != std::string::npos);
  CHECK(text.find(":*\n") == std::string::npos);
  CHECK(text.find(":*  ") == std::string::npos);
}

TEST_CASE("week: where the town has not reported, the units below stand in by name") {
  auto files = test::sample_store();
  files.put(hamlet(1), khu_pho(1, "2024-05-08T15:00+07:00",
                               "overview: Ổn định.\nsituation:\n  - {field: society, topic: waste, severity: complex, "
                               "status: handling, text: rác ùn, flags: [prolonged, public-concern]}\n"
                               "forecast: có thể tăng\nnext: [theo dõi., nhắc nhở]\n"));
  files.put(hamlet(2), khu_pho(2, "2024-05-08T15:00+07:00", "nil: true\n"));
  const auto text = week(files);
  CHECK(between(text, "**1.1. Tình hình chung.** ", "\n\n**1.2") ==
        "Hội CCB thị xã Thuận Thành chưa có báo cáo; nội dung dưới đây lấy từ báo cáo của đơn vị cấp dưới.\n\n"
        "- *Chi hội CCB Khu phố 1:* Ổn định.\n"
        "- *Chi hội CCB Khu phố 2:* Không phát sinh vấn đề mới.");
  CHECK(between(text, "nổi lên**\n\n", "\n") ==
        "- *Thu gom rác thải (phức tạp, nổi cộm; kéo dài, dư luận quan tâm):* rác ùn. *(Khu phố 1; đang giải quyết)*");
  CHECK(between(text, "dự báo\n\n", "\n\n##") ==
        "- *Chi hội CCB Khu phố 1:* Dự báo: có thể tăng.\n"
        "- *Chi hội CCB Khu phố 1:* Nhiệm vụ tuần tới: theo dõi; nhắc nhở.");
  CHECK(between(text, "đề xuất\n\n", "\n") == "- Không có kiến nghị, đề xuất./.");
}

TEST_CASE("week: matters stand worst first, what is stable with the general situation") {
  auto files = test::sample_store();
  files.put(kTown, town("overview: Yên.\nsituation:\n"
                        "  - {field: economy, severity: normal, text: lúa tốt}\n"
                        "  - {field: society, topic: waste, severity: watch, text: rác chậm}\n"
                        "  - {field: security, severity: hotspot, text: tụ tập đông người, place: chợ Hồ}\n"
                        "  - {field: society, topic: drainage, severity: complex, text: ngập, status: closed}\n"));
  const auto text = week(files);
  CHECK(between(text, "chung.** ", "\n\n**1.2") == "Yên.\n\n- *Kinh tế (ổn định):* lúa tốt.");
  CHECK(between(text, "nổi lên**\n\n", "\n\n**1.3") ==
        "- *An ninh, trật tự (điểm nóng):* tụ tập đông người. *(chợ Hồ)*\n"
        "- *Cải tạo rãnh thoát nước (phức tạp, nổi cộm):* ngập. *(đã giải quyết xong)*\n"
        "- *Thu gom rác thải (cần quan tâm, theo dõi):* rác chậm.");
}

TEST_CASE("week: proposals by addressee, with their age and how they stand") {
  auto files = test::sample_store();
  files.put(kTown, town("proposals:\n"
                        "  - {to: btv-thi-uy, first-raised: 2024-W19, text: \"một.\"}\n"
                        "  - {to: district, first-raised: 2024-W17, text: hai}\n"
                        "  - {to: btv-thi-uy, first-raised: 2024-W18, status: answered, text: ba, answer: đã giao}\n"
                        "  - {to: ccb-tinh, first-raised: 2024-04, status: rejected, text: bốn}\n"
                        "  - {to: bdv-tinh-uy, text: năm.}\n"));
  CHECK(between(week(files), "đề xuất\n\n", "\n\n|") ==
        "- *Ban Thường vụ Thị ủy:* một. *(mới)*\n"
        "- *Ban Thường vụ Thị ủy:* ba. *(kỳ thứ 2; đã trả lời)* Trả lời: đã giao.\n"
        "- *Thị xã:* hai. *(kỳ thứ 3; chưa trả lời)*\n"
        "- *Hội CCB tỉnh:* bốn. *(nêu từ tháng 4/2024; không được chấp nhận)*\n"
        "- *Ban Dân vận Tỉnh ủy:* năm./.");
}

TEST_CASE("week: what is not in it is named, once, with the hours") {
  auto files = test::sample_store();
  files.put(kTown, town("overview: Yên.\n"));
  files.put(hamlet(1), khu_pho(1, "", "overview: Nháp.\n"));
  files.put(hamlet(2), "report: weekly\n  org: [\n");
  const auto back = khu_pho(3, "2024-05-08T10:00+07:00", "overview: Sai số liệu.\n");
  files.put(hamlet(3), back);
  files.put("areas/thuan-thanh/ho/khu-pho-3/reports/ccb/2024-W19.review.yaml",
            "state: returned\nby: le-van-c\nat: 2024-05-08T16:00+07:00\ncontent: " + content_hash(back) +
                "\nbecause: Thiếu số hội viên.\ndue: 2024-05-09T09:30+07:00\n");
  files.put(hamlet(4), khu_pho(4, "2024-05-09T07:40+07:00", "nil: true\n"));
  files.put(hamlet(5),
            khu_pho(5, "2024-05-08T10:00+07:00", "nil: true\nactivities: [{kind: social-work, count: 2}]\n"));
  const auto text = week(files, {}, "2024-05-09T08:00+07:00");
  CHECK(text.substr(text.find("- **Chưa nộp")) ==
        "- **Chưa nộp:** Chi hội CCB Khu phố 1 (hạn 17h00 ngày 08/5, đang soạn thảo); Chi hội CCB Khu phố 2 (hạn "
        "17h00 ngày 08/5, tệp không đọc được).\n"
        "- **Nộp muộn:** Chi hội CCB Khu phố 4 (hạn 17h00 ngày 08/5, nộp 07h40 ngày 09/5), đã tổng hợp.\n"
        "- **Yêu cầu bổ sung:** Chi hội CCB Khu phố 3 (Thiếu số hội viên, nộp lại trước 09h30 ngày 09/5).\n"
        "- **Chưa đến hạn:** Hội CCB thị xã Thuận Thành (hạn 13h30 ngày 09/5); Hội CCB phường Hồ (hạn 09h00 ngày "
        "09/5).\n"
        "- **Không phát sinh vấn đề mới:** Chi hội CCB Khu phố 4; Chi hội CCB Khu phố 5 (vẫn có 2 lần hoạt "
        "động nghĩa tình).\n");
  CHECK(between(text, "*Cơ sở tổng hợp: ", "*\n") ==
        "2/6 đơn vị có báo cáo (2/5 chi hội khu phố, 0/1 Hội phường); đúng hạn 2, muộn 1, chưa nộp 2, chưa đến hạn 1; "
        "yêu cầu bổ sung 1.");
}

TEST_CASE("week: data puts no markup into the document") {
  auto files = test::sample_store();
  files.put(kTown, town("overview: \"# Tiêu đề\\n\\n| a | b |\\n<script>x</script> [x](http://x.vn) *đậm*\"\n"
                        "situation:\n  - {field: society, topic: waste, severity: watch, text: \"1. một | <br> hai\", "
                        "place: \"a*b\"}\n"
                        "next: [\"- một\", \"`hai`\"]\nforecast: \"./.\"\n"));
  files.put("areas/thuan-thanh/ho/khu-pho-1/area.yaml",
            "name: \"Khu | phố\"\nshort: \"K|P\"\nlevel: hamlet\nsince: 2023-04-10\npilot: {since: 2024-05-06}\n");
  const auto text = week(files);
  CHECK(between(text, "chung.** ", "\n") ==
        "# Tiêu đề \\| a \\| b \\| &lt;script>x&lt;/script> \\[x\\](http\\://x.vn) \\*đậm\\*.");
  CHECK(between(text, "theo dõi):* ", "\n") == "1. một \\| &lt;br> hai. *(a\\*b)*");
  CHECK(between(text, "tuần tới: ", "\n") == "- một; \\`hai\\`.");
  CHECK(text.find("| K\\|P |") != std::string::npos);
  CHECK(text.find("<script") == std::string::npos);
}

TEST_CASE("week: above twelve units the annex has a column for each child, and the author's own") {
  auto files = test::sample_store();
  for (int i = 6; i <= 11; ++i) {
    files.put(
        "areas/thuan-thanh/ho/khu-pho-" + std::to_string(i) + "/area.yaml",
        "name: Khu phố " + std::to_string(i) + "\nlevel: hamlet\nsince: 2023-04-10\npilot: {since: 2024-05-06}\n");
  }
  files.put(hamlet(1), khu_pho(1, "2024-05-08T10:00+07:00", "figures: {members: 1154}\n"));
  files.put(hamlet(2), khu_pho(2, "2024-05-08T10:00+07:00", "figures: {members: 121}\nestimate: [members]\n"));
  const auto text = week(files);
  CHECK(text.find("| Chỉ tiêu | ĐVT | P. Hồ | TX Thuận Thành | Cộng | Đơn vị có số liệu |\n") != std::string::npos);
  CHECK(text.find("| Hội viên (đến 08/5) | hội viên | ước 1.275 | x | ước 1.275 | 2/11 |\n") != std::string::npos);
  CHECK(text.find("số của mỗi địa bàn gồm cả cấp dưới.*") != std::string::npos);
}

TEST_CASE("week: what is confidential at a level has a mark there, and the sum has it") {
  auto files = test::sample_store();
  files.put(hamlet(1),
            khu_pho(1, "2024-05-08T10:00+07:00", "figures: {petitions-received: {denunciation: 1, complaint: 2}}\n"));
  const auto text = week(files);
  CHECK(text.find("| Đơn tiếp nhận | đơn | 2 | … | … | … | … | … | … | 3 | 1/7 |\n"
                  "| - khiếu nại | đơn | 2 | … | … | … | … | … | … | 2 | 1/7 |\n"
                  "| - tố cáo | đơn | • | • | • | • | • | … | … | 1 | 1/7 |\n") != std::string::npos);
  CHECK(text.find("*Không nêu \"Tố cáo\" ở khu phố, thôn; số tổng từ cấp phường, xã trở lên vẫn tính đủ.*") !=
        std::string::npos);
}

TEST_CASE("week: every level's texts where they are asked for") {
  auto files = test::sample_store();
  files.put(kTown, town("overview: Thị xã yên.\n"));
  files.put(hamlet(1),
            khu_pho(1, "2024-05-08T10:00+07:00",
                    "overview: Khu phố yên.\n"
                    "opinions: [{field: society, topic: waste, stance: agree, breadth: some, text: ủng hộ}]\n"
                    "activities: [{kind: propaganda, title: Nói chuyện, date: 2024-05-07, text: tại nhà văn hóa}]\n"));
  DocumentOptions options;
  CHECK(week(files, options).find("Khu phố yên") == std::string::npos);
  options.texts = TextDepth::every;
  const auto text = week(files, options);
  CHECK(between(text, "chung.** ", "\n\n**") == "Thị xã yên.\n\n- *Chi hội CCB Khu phố 1:* Khu phố yên.");
  CHECK(text.find("- *Thu gom rác thải (đồng tình, ủng hộ):* ủng hộ. *(Khu phố 1)*\n") != std::string::npos);
  CHECK(text.find("- *Tuyên truyền:* Nói chuyện: tại nhà văn hóa. *(Khu phố 1; 07/5)*\n") != std::string::npos);
}

TEST_CASE("week: each family has its letterhead") {
  auto files = test::sample_store();
  const auto settings = files.files().at("nammo.yaml");
  const auto with_family = [&](const std::string& family) {
    auto text = settings;
    return text.replace(text.find("mass-organisation"), 17, family);
  };
  files.put("nammo.yaml", with_family("state"));
  CHECK(week(files).starts_with(
      "| HỘI CỰU CHIẾN BINH TỈNH BẮC NINH<br>**HỘI CCB THỊ XÃ THUẬN THÀNH** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
      "NAM**<br>**Độc lập - Tự do - Hạnh phúc** |\n|:---:|:---:|\n"
      "| Số: …/BC-CCB | *Thuận Thành, ngày 09 tháng 5 năm 2024* |\n\n# BÁO CÁO NHANH\n"));
  files.put("nammo.yaml", with_family("party"));
  CHECK(week(files).starts_with(
      "| HỘI CỰU CHIẾN BINH TỈNH BẮC NINH<br>**HỘI CCB THỊ XÃ THUẬN THÀNH**<br>\\* | **ĐẢNG CỘNG SẢN VIỆT NAM** |\n"
      "|:---:|:---:|\n| Số …-BC-CCB | *Thuận Thành, ngày 09 tháng 5 năm 2024* |\n\n# BÁO CÁO NHANH\n"));
}
