#include <doctest/doctest.h>

#include <string>

#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

std::string month_of(const std::string& area, const std::string& period, const std::string& officer, int members) {
  return "report: monthly\norg: ccb\narea: " + area + "\nperiod: " + period + "\nofficer: " + officer +
         "\nsubmitted: 2024-06-14T10:00+07:00\nfigures: {members: " + std::to_string(members) + "}\n";
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("gathered: another organisation's texts go up only where it asks, its figures stand apart") {
  auto files = test::sample_store();
  files.put("areas/thuan-thanh/reports/bdv/2024-W19.yaml",
            "report: weekly\norg: bdv\narea: thuan-thanh\nperiod: 2024-W19\nofficer: dang-thi-l\n"
            "submitted: 2024-05-09T15:00+07:00\noverview: Qua các đoàn thể, tình hình yên.\n");
  files.put("areas/thuan-thanh/reports/ccb/2024-W19.yaml",
            "report: weekly\norg: ccb\narea: thuan-thanh\nperiod: 2024-W19\nofficer: bui-van-k\n"
            "submitted: 2024-05-09T11:00+07:00\noverview: Hội yên.\nsituation:\n"
            "  - {field: society, topic: waste, severity: watch, text: chuyện nhỏ}\n"
            "  - {field: security, severity: complex, text: chuyện lớn, up: true}\n"
            "activities: [{kind: propaganda, count: 2, people: 70}]\n");
  const auto text = test::render_case(files, "bdv", "thuan-thanh", "2024-W19", "2024-05-09T16:30+07:00")->markdown();
  CHECK(holds(text, "kết quả hoạt động của Ban**\n"));
  CHECK(holds(text, "mô hình thí điểm tại phường Hồ)*\n"));
  CHECK(holds(text, "*Cơ sở tổng hợp: 1/7 đơn vị có báo cáo (0/5 chi hội khu phố, 0/1 Hội phường, 1/1 Hội thị xã);"));
  CHECK(holds(text, "**1.1. Tình hình chung.** Qua các đoàn thể, tình hình yên.\n\n**1.2"));
  CHECK(holds(text, "- *An ninh, trật tự (phức tạp, nổi cộm):* chuyện lớn. *(thị xã Thuận Thành)*\n\n**1.3"));
  CHECK_FALSE(holds(text, "chuyện nhỏ"));
  CHECK(holds(text, "- *Hội Cựu chiến binh:* Tuyên truyền: 2 lần, 70 lượt người (1/7 đơn vị).\n"));
  CHECK(holds(text, "*Ban Dân vận Thị ủy*\n\n| Chỉ tiêu | ĐVT | TX Thuận Thành | Cộng | Đơn vị có số liệu |\n"));
  CHECK(holds(text, "*Hội Cựu chiến binh*\n\n| Chỉ tiêu | ĐVT | KP 1 | KP 2 |"));
}

TEST_CASE("quarter: its own texts, the months' figures, and each month that is missing by name") {
  auto files = test::sample_store();
  const std::string hamlet = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/";
  files.put(hamlet + "2024-05.yaml", month_of("thuan-thanh/ho/khu-pho-1", "2024-05", "nguyen-van-a", 120));
  files.put(hamlet + "2024-06.yaml", month_of("thuan-thanh/ho/khu-pho-1", "2024-06", "nguyen-van-a", 121));
  files.put("areas/thuan-thanh/ho/khu-pho-2/reports/ccb/2024-05.yaml",
            month_of("thuan-thanh/ho/khu-pho-2", "2024-05", "tran-thi-b", 80));
  files.put("areas/thuan-thanh/reports/ccb/2024-Q2.yaml",
            "report: quarterly\norg: ccb\narea: thuan-thanh\nperiod: 2024-Q2\nofficer: bui-van-k\n"
            "submitted: 2024-06-17T10:00+07:00\noverview: Quý II yên.\n");
  const auto text = test::render_case(files, "ccb", "thuan-thanh", "2024-Q2", "2024-06-17T17:00+07:00")->markdown();
  CHECK(holds(text, "*(Quý II/2024, từ ngày 15/3/2024 đến hết ngày 14/6/2024; mô hình thí điểm tại phường Hồ)*\n"));
  // May and June, five khu phố and the ward, without the town's own: 12. Two of 2024-05 came after 15/5.
  CHECK(holds(text,
              "*Cơ sở tổng hợp: 3/12 kỳ \"Báo cáo tháng\" của các đơn vị (3/10 của 5 chi hội khu phố, "
              "0/2 của 1 Hội phường); đúng hạn 1, muộn 2, chưa nộp 9.*\n"));
  CHECK(holds(text, "### 1. Tình hình chung\n\nQuý II yên.\n"));
  // 121 of June; khu phố 2 gave none since May: 80 of May.
  CHECK(holds(text, "| Hội viên (đến 14/6; có số từ tháng 5/2024) | hội viên | 201 | 201 | 2/5 |\n"));
  CHECK(holds(text, "cột cuối gồm cả số của Hội CCB thị xã Thuận Thành; số phát sinh "
                    "dựa trên từng báo cáo trong kỳ, số cuối kỳ dựa trên từng đơn vị.*\n"));
  CHECK(holds(text, "Chi hội CCB Khu phố 2 (tháng 6/2024, hạn 08h00 ngày 17/6)"));
  CHECK(holds(text, "NHIỆM VỤ TRỌNG TÂM QUÝ TỚI\n"));
}

TEST_CASE("quarter: a figure that its own report gives otherwise than the months stands beside theirs, with the difference") {
  auto files = test::sample_store();
  const std::string hamlet = "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/";
  for (const char* month : {"2024-05", "2024-06"}) {
    files.put(hamlet + month + ".yaml", month_of("thuan-thanh/ho/khu-pho-1", month, "nguyen-van-a", 120));
  }
  const auto quarter = [&](const char* figures) {
    files.put("areas/thuan-thanh/reports/ccb/2024-Q2.yaml",
              std::string("report: quarterly\norg: ccb\narea: thuan-thanh\nperiod: 2024-Q2\nofficer: bui-van-k\n"
                          "submitted: 2024-06-17T10:00+07:00\noverview: Quý II yên.\n") + figures);
    return test::render_case(files, "ccb", "thuan-thanh", "2024-Q2", "2024-06-17T17:00+07:00")->markdown();
  };
  CHECK(holds(quarter("figures: {members: 150}\n"),
              "Hội viên: cộng từ báo cáo tháng là 120 (1/5), báo cáo quý lại ghi 150 (1/1), chênh lệch +30\n"));
  CHECK_FALSE(holds(quarter("figures: {members: 120}\n"), "Số liệu chưa khớp"));
  CHECK_FALSE(holds(quarter("activities: [{kind: propaganda, people: 9}]\n"), "Số liệu chưa khớp"));
}
