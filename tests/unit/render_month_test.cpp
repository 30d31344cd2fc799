#include <doctest/doctest.h>

#include <string>

#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

// Two of seven reports, with figures small enough to be added up by hand.
void put_reports(test::MemoryFiles& files) {
  files.put("catalog/indicators.yaml",
            "petitions: {label: Đơn tiếp nhận, unit: đơn, kind: flow, by: petition-kinds, areas: add}\n"
            "done: {label: Việc xong, unit: việc, kind: flow, areas: add}\n"
            "given: {label: Việc giao, unit: việc, kind: flow, areas: add}\n"
            "rate: {label: Tỷ lệ, unit: \"%\", kind: ratio, numerator: done, denominator: given}\n"
            "fund: {label: Quỹ, unit: nghìn đồng, kind: ytd, areas: add, decimals: 1}\n");
  files.put("catalog/rules.yaml", "[]\n");
  files.put("areas/thuan-thanh/reports/ccb/2024-05.yaml",
            "report: monthly\norg: ccb\narea: thuan-thanh\nperiod: 2024-05\nofficer: bui-van-k\n"
            "submitted: 2024-05-15T10:00+07:00\noverview: Địa bàn ổn định.\n"
            "situation:\n"
            "  - {field: society, topic: waste, severity: watch, status: new, text: rác chậm, from: "
            "[thuan-thanh/ho/khu-pho-1]}\n"
            "  - {field: society, topic: drainage, severity: complex, status: closed, text: đã thông cống.}\n"
            "directives: [{ref: 27-KH/BDVTU, progress: done, text: đã tập huấn}, {ref: Nghị quyết 5, progress: "
            "not-started}]\n"
            "results: [{field: political-system, text: Kết nạp 02 hội viên.}]\n"
            "difficulties: [{field: economy, text: thiếu kinh phí}]\n"
            "models: [{title: Tuyến ngõ tự quản, status: effective, text: nhân ra hai khu phố}]\n"
            "dialogues: [{stage: held, topic: Cấp điện, date: 2024-05-10}]\n"
            "evaluation: {strengths: nền nếp, shortcomings: còn muộn, causes: mới làm, lessons: nhắc sớm}\n"
            "forecast: ổn định\nnext: [kiểm tra các chi hội, họp giao ban.]\n"
            "proposals: [{to: btv-thi-uy, first-raised: 2024-04, text: hỗ trợ kinh phí}]\n"
            "figures: {petitions: {complaint: 1, denunciation: 1}, done: 1, given: 90, fund: 1000.5}\n");
  files.put("areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-05.yaml",
            "report: monthly\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: 2024-05\nofficer: nguyen-van-a\n"
            "submitted: 2024-05-15T07:00+07:00\noverview: Yên.\n"
            "opinions: [{field: society, topic: waste, stance: frustrated, breadth: majority, text: bức xúc}]\n"
            "activities: [{kind: propaganda, title: phân loại rác, count: 2, people: 1062}]\n"
            "figures: {petitions: {complaint: 2}, done: 9, given: 10, fund: 300}\n");
}

constexpr const char* kMonth =
    R"md(| HỘI CỰU CHIẾN BINH TỈNH BẮC NINH<br>**HỘI CCB THỊ XÃ THUẬN THÀNH** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|:---:|:---:|
| Số: …/BC-CCB | *Thuận Thành, ngày 15 tháng 5 năm 2024* |

# BÁO CÁO THÁNG
**Tình hình đoàn viên, hội viên, Nhân dân và kết quả hoạt động của Hội**
*(Tháng 5/2024, từ ngày 15/4/2024 đến hết ngày 14/5/2024; mô hình thí điểm tại phường Hồ)*

*Cơ sở tổng hợp: 1/6 đơn vị có báo cáo (1/5 chi hội khu phố, 0/1 Hội phường); đúng hạn 1, muộn 0, chưa nộp 5.*

## I. TÌNH HÌNH ĐOÀN VIÊN, HỘI VIÊN, NHÂN DÂN

### 1. Tình hình chung

Địa bàn ổn định.

### 2. Tâm trạng, tư tưởng, dư luận xã hội

| Vấn đề | Thái độ, tâm trạng | Đa số | Số khu phố |
|---|---|:-:|:-:|
| Thu gom rác thải | bức xúc | 1 | 1/1 |

*Số khu phố có ý kiến trên số khu phố có báo cáo; không cộng dồn các dòng.*

### 3. Những vấn đề nổi lên, vụ việc phức tạp

- *Cải tạo rãnh thoát nước (phức tạp, nổi cộm):* đã thông cống. *(đã giải quyết xong)*
- *Thu gom rác thải (cần quan tâm, theo dõi):* rác chậm. *(Khu phố 1; mới)*

### 4. Đơn thư, tiếp công dân, đối thoại

| Nội dung | ĐVT | Khiếu nại | Tố cáo | Kiến nghị, phản ánh | Cộng | Đơn vị có số liệu |
|---|---|--:|--:|--:|--:|:-:|
| Đơn tiếp nhận | đơn | 3 | 1 | … | 4 | 2/7 |

*"…" chưa có số liệu.*

- Đối thoại (đã tổ chức, ngày 10/5/2024): Cấp điện.

## II. KẾT QUẢ HOẠT ĐỘNG CỦA HỘI

### 1. Tuyên truyền, vận động

- Tuyên truyền: 2 lần, 1.062 lượt người (2/7 đơn vị), nội dung phân loại rác.

### 2. Nắm tình hình, tham gia giải quyết

Đã nắm 2 vấn đề: mới 1, đã giải quyết xong 1.

- Thực hiện Kế hoạch 27-KH/BDVTU: đã tập huấn. *(hoàn thành)*
- Thực hiện Nghị quyết 5: chưa triển khai.

### 3. Phong trào thi đua, Dân vận khéo

- Dân vận khéo: mô hình "Tuyến ngõ tự quản" (hiệu quả): nhân ra hai khu phố.

### 4. Thực hiện nhiệm vụ, xây dựng tổ chức Hội

- Xây dựng Đảng, hệ thống chính trị: Kết nạp 02 hội viên.

## III. ĐÁNH GIÁ CHUNG

- Ưu điểm: nền nếp.
- Hạn chế: còn muộn.
- Nguyên nhân: mới làm.
- Bài học kinh nghiệm: nhắc sớm.
- Khó khăn, vướng mắc (Kinh tế): thiếu kinh phí.
- Dự báo: ổn định.

## IV. NHIỆM VỤ TRỌNG TÂM THÁNG TỚI

- Kiểm tra các chi hội.
- Họp giao ban.

## V. KIẾN NGHỊ, ĐỀ XUẤT

- *Ban Thường vụ Thị ủy:* hỗ trợ kinh phí. *(kỳ thứ 2; chưa trả lời)*
- *Hội CCB tỉnh, Ban Dân vận Tỉnh ủy:* không có kiến nghị./.

| ***Nơi nhận:*** | **TM. BAN THƯỜNG VỤ** |
|:---|:---:|
| - Ban Thường vụ Thị ủy (qua Ban Dân vận Thị ủy, để báo cáo);<br>- Hội CCB tỉnh (báo cáo);<br>- Ban Dân vận Tỉnh ủy (báo cáo);<br>- Hội CCB phường Hồ (biết, thực hiện);<br>- Lưu: VP. | **CHỦ TỊCH**<br><br>*(ký tên, đóng dấu)*<br><br>………………… |

### PHỤ LỤC. Số liệu và những nội dung chưa có

| Chỉ tiêu | ĐVT | KP 1 | KP 2 | KP 3 | KP 4 | KP 5 | P. Hồ | TX Thuận Thành | Cộng | Đơn vị có số liệu |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|:-:|
| Đơn tiếp nhận | đơn | 2 | … | … | … | … | … | 2 | 4 | 2/7 |
| - khiếu nại | đơn | 2 | … | … | … | … | … | 1 | 3 | 2/7 |
| - tố cáo | đơn | • | • | • | • | • | … | 1 | 1 | 1/7 |
| - kiến nghị, phản ánh | đơn | … | … | … | … | … | … | … | … | 0/7 |
| Việc xong | việc | 9 | … | … | … | … | … | 1 | 10 | 2/7 |
| Việc giao | việc | 10 | … | … | … | … | … | 90 | 100 | 2/7 |
| Tỷ lệ | % | 90 | … | … | … | … | … | 1,1 | 10 | 2/7 |
| Quỹ (đến 14/5) | nghìn đồng | 300 | … | … | … | … | … | 1.000,5 | 1.300,5 | 2/7 |

*"…" chưa có số liệu; "•" không nêu ở cấp này.*

*Không nêu "Tố cáo" ở khu phố, thôn; số tổng từ cấp phường, xã trở lên vẫn tính đủ.*

- **Chưa nộp:** Hội CCB phường Hồ (hạn 11h00 ngày 15/5); Chi hội CCB Khu phố 2 (hạn 08h00 ngày 15/5); Chi hội CCB Khu phố 3 (hạn 08h00 ngày 15/5); Chi hội CCB Khu phố 4 (hạn 08h00 ngày 15/5); Chi hội CCB Khu phố 5 (hạn 08h00 ngày 15/5).
)md";

constexpr const char* kBrief = R"md(# BÁO CÁO THÁNG (tóm tắt)
**Hội CCB thị xã Thuận Thành, ngày 15 tháng 5 năm 2024**
*(Tháng 5/2024, từ ngày 15/4/2024 đến hết ngày 14/5/2024; mô hình thí điểm tại phường Hồ)*

*Cơ sở tổng hợp: 1/6 đơn vị có báo cáo (1/5 chi hội khu phố, 0/1 Hội phường); đúng hạn 1, muộn 0, chưa nộp 5.*

**1. Vấn đề cần quan tâm**

- *Thu gom rác thải (cần quan tâm, theo dõi):* rác chậm. *(Khu phố 1; mới)*

**2. Ý kiến băn khoăn, bức xúc**

- *Thu gom rác thải:* bức xúc (1/1 khu phố)

**3. Kiến nghị chờ trả lời**

- *Ban Thường vụ Thị ủy:* hỗ trợ kinh phí. *(kỳ thứ 2; chưa trả lời)*

**4. Báo cáo của các đơn vị**

- *Chưa nộp:* Hội CCB phường Hồ (hạn 11h00 ngày 15/5); Chi hội CCB Khu phố 2 (hạn 08h00 ngày 15/5); Chi hội CCB Khu phố 3 (hạn 08h00 ngày 15/5); Chi hội CCB Khu phố 4 (hạn 08h00 ngày 15/5); Chi hội CCB Khu phố 5 (hạn 08h00 ngày 15/5).

**5. Số liệu chính**

- Đơn tiếp nhận: 4 đơn (2/7)
- Việc xong: 10 việc (2/7)
- Việc giao: 100 việc (2/7)
- Tỷ lệ: 10 % (2/7)
- Quỹ (đến 14/5): 1.300,5 nghìn đồng (2/7)
)md";

}  // namespace

TEST_CASE("month: the five parts and the annex") {
  auto files = test::sample_store();
  put_reports(files);
  const auto month = test::render_case(files, "ccb", "thuan-thanh", "2024-05", "2024-05-15T17:00+07:00");
  DocumentOptions options;
  options.date = *parse_date("2024-05-15");
  CHECK(month->markdown(options) == kMonth);
}

TEST_CASE("brief: one page, the worst first") {
  auto files = test::sample_store();
  put_reports(files);
  const auto month = test::render_case(files, "ccb", "thuan-thanh", "2024-05", "2024-05-15T17:00+07:00");
  DocumentOptions options;
  options.date = *parse_date("2024-05-15");
  options.layout = Layout::brief;
  CHECK(month->markdown(options) == kBrief);
}

TEST_CASE("month: in English the same, with English words and numbers") {
  auto files = test::sample_store();
  put_reports(files);
  const auto month = test::render_case(files, "ccb", "thuan-thanh", "2024-05", "2024-05-15T17:00+07:00");
  DocumentOptions options;
  options.date = *parse_date("2024-05-15");
  options.language = Language::en;
  const auto text = month->markdown(options);
  for (const char* part : {"| No.: …/BC-CCB | *Thuận Thành, 15 May 2024* |\n",
                           "*(Month 5/2024, from 15 April 2024 to the end of 14 May 2024; pilot at phường Hồ)*\n",
                           "on time 1, late 0, missing 5.*\n", "## I. THE SITUATION OF MEMBERS AND THE PEOPLE\n",
                           "- *Thu gom rác thải (to be watched):* rác chậm. *(Khu phố 1; new)*\n",
                           "| Quỹ (as of 14 May) | nghìn đồng | 300 | … | … | … | … | … | 1,000.5 | 1,300.5 | 2/7 |\n",
                           "- **Missing:** Hội CCB phường Hồ (due 11:00 on 15 May);"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("ratio: of nothing it is none, not a missing figure") {
  auto files = test::sample_store();
  put_reports(files);
  files.put("areas/thuan-thanh/ho/khu-pho-2/reports/ccb/2024-05.yaml",
            "report: monthly\norg: ccb\narea: thuan-thanh/ho/khu-pho-2\nperiod: 2024-05\nofficer: tran-thi-b\n"
            "submitted: 2024-05-15T07:00+07:00\nfigures: {done: 0, given: 0}\n");
  const auto month = test::render_case(files, "ccb", "thuan-thanh", "2024-05", "2024-05-15T17:00+07:00");
  const auto text = month->markdown();
  CHECK(text.find("| Tỷ lệ | % | 90 | - | … | … | … | … | 1,1 | 10 | 3/7 |\n") != std::string::npos);
  CHECK(text.find("\"-\" không phát sinh") != std::string::npos);
}
