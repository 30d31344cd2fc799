#include <doctest/doctest.h>

#include <string>

#include "unit/render_case.h"

using namespace nammo;

namespace {

// The report of 2024-W19 as its reader wants it: the example store's data by hand.
constexpr const char* kWeek =
    R"md(| HỘI CỰU CHIẾN BINH TỈNH BẮC NINH<br>**HỘI CCB THỊ XÃ THUẬN THÀNH** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>**Độc lập - Tự do - Hạnh phúc** |
|:---:|:---:|
| Số: …/BC-CCB | *Thuận Thành, ngày 09 tháng 5 năm 2024* |

# BÁO CÁO NHANH
**Tình hình Nhân dân, đoàn viên, hội viên và kết quả hoạt động của Hội**
*(Tuần từ ngày 02/5/2024 đến hết ngày 08/5/2024; mô hình thí điểm tại phường Hồ)*

*Cơ sở tổng hợp: 5/6 đơn vị có báo cáo (4/5 chi hội khu phố, 1/1 Hội phường); đúng hạn 4, muộn 1, chưa nộp 1.*

## 1. Diễn biến tình hình

**1.1. Tình hình chung.** Tình hình trên địa bàn thí điểm ổn định; không có điểm nóng, khiếu kiện đông người. Cán bộ, hội viên và Nhân dân phấn khởi kỷ niệm 70 năm Chiến thắng Điện Biên Phủ.

**1.2. Vấn đề nổi lên**

- *Cấp điện (cần quan tâm, theo dõi):* điện chập chờn hai buổi tối 06 và 07/5 tại Khu phố 1 và Khu phố 2; Điện lực đã kiểm tra trạm, chưa thông báo kết quả. *(Khu phố 1, 2; mới)*
- *Thu gom rác thải (cần quan tâm, theo dõi):* thu gom rác chậm một ngày tại một số ngõ. *(Khu phố 3; đang giải quyết)*

**1.3. Ý kiến, tâm trạng của Nhân dân, hội viên**

| Vấn đề | Thái độ, tâm trạng | Đa số | Nhiều ý kiến | Một số ý kiến | Số khu phố |
|---|---|:-:|:-:|:-:|:-:|
| Kỷ niệm Chiến thắng Điện Biên Phủ | phấn khởi, tin tưởng | 2 | 1 | - | 3/4 |
| Cải tạo rãnh thoát nước | đồng tình, ủng hộ | - | 2 | - | 2/4 |
| Cải tạo rãnh thoát nước | băn khoăn, lo lắng | - | - | 1 | 1/4 |
| Cấp điện mùa nắng nóng | băn khoăn, lo lắng | - | 1 | 1 | 2/4 |
| Thu gom rác thải | bức xúc | - | - | 1 | 1/4 |

*Số khu phố có ý kiến trên số khu phố có báo cáo; không cộng dồn các dòng; "-" không có ý kiến.*

**1.4. Kết quả hoạt động của Hội**

- Tuyên truyền: 4 buổi, 265 lượt người nghe (6/7 đơn vị), nội dung Chiến thắng Điện Biên Phủ, an toàn điện.
- Dân vận khéo: Khu phố 2 đăng ký mô hình mới "Tuyến ngõ cựu chiến binh tự quản".
- Thực hiện Kế hoạch 27-KH/BDVTU: đã phân công cán bộ phụ trách 5/5 khu phố; danh sách đề nghị cấp tài khoản đã gửi cấp trên.

## 2. Nhận xét sơ bộ, dự báo

- Tư tưởng cán bộ, hội viên và Nhân dân cơ bản ổn định; ý kiến tập trung vào đời sống hằng ngày, thuộc thẩm quyền cơ sở.
- Dự báo: nếu nắng nóng kéo dài, ý kiến về cấp điện có thể tăng trong 1 - 2 tuần tới; chưa có dấu hiệu phức tạp.
- Nhiệm vụ tuần tới: nắm tình hình Khu phố 4; theo dõi việc trả lời các kiến nghị tại mục 3.

## 3. Kiến nghị, đề xuất

- *Ban Thường vụ Thị ủy:* chỉ đạo ngành điện thông báo trước lịch cắt, giảm điện. *(mới)*
- *Đảng ủy, UBND phường Hồ:* công khai tiến độ cải tạo rãnh; đưa vào nội dung đối thoại tháng 5. *(mới)*
- *Hội CCB tỉnh, Ban Dân vận Tỉnh ủy:* không có kiến nghị./.

| ***Nơi nhận:*** | **TM. BAN THƯỜNG VỤ** |
|:---|:---:|
| - Ban Thường vụ Thị ủy (qua Ban Dân vận Thị ủy, để báo cáo);<br>- Hội CCB tỉnh (báo cáo);<br>- Ban Dân vận Tỉnh ủy (báo cáo);<br>- Hội CCB phường Hồ (biết, thực hiện);<br>- Lưu: VP. | **CHỦ TỊCH**<br><br>*(ký tên, đóng dấu)*<br><br>………………… |

### PHỤ LỤC. Số liệu và những nội dung chưa có

| Chỉ tiêu | ĐVT | KP 1 | KP 2 | KP 3 | KP 4 | KP 5 | Hội phường | Hội thị xã | Cộng | Đơn vị có số liệu |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|:-:|
| Ý kiến, kiến nghị tiếp nhận | ý kiến | 3 | 2 | 1 | … | 0 | 2 | 0 | 8 | 6/7 |
| - đã chuyển cấp có thẩm quyền | ý kiến | 2 | 1 | 1 | … | 0 | 2 | 0 | 6 | 6/7 |
| - đã giải thích tại chỗ | ý kiến | 1 | 1 | 0 | … | 0 | 0 | 0 | 2 | 6/7 |
| Lượt người nghe tuyên truyền | lượt người | 62 | 48 | 0 | … | 35 | 120 | 0 | 265 | 6/7 |
| Hội viên (đến 08/5) | hội viên | 154 | 121 | 98 | … | 87 | x | x | 460 | 4/5 |

*"…" chưa có số liệu; "x" không thu thập ở cấp này.*

- **Chưa nộp:** Chi hội CCB Khu phố 4 (hạn 17h00 ngày 08/5).
- **Nộp muộn:** Chi hội CCB Khu phố 3 (hạn 17h00 ngày 08/5, nộp 07h40 ngày 09/5), đã tổng hợp.
- **Không phát sinh vấn đề mới:** Chi hội CCB Khu phố 5 (vẫn có 1 buổi tuyên truyền).
)md";

}  // namespace

TEST_CASE("week: the report of the example store is the one that the office sends") {
  const auto files = open_folder(NAMMO_SOURCE_DIR "/examples/thuan-thanh");
  const auto week = test::render_case(*files, "ccb", "thuan-thanh", "2024-W19", "2024-05-09T10:00+07:00");
  CHECK(week->markdown() == kWeek);
}
