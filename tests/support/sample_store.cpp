#include "support/sample_store.h"

#include <map>
#include <utility>

namespace nammo::test {
namespace {

constexpr const char* kSettings = R"yaml(nammo: 1
name: Hội Cựu chiến binh thị xã Thuận Thành
language: vi
timezone: Asia/Ho_Chi_Minh
weekend: [saturday, sunday]
privacy: {confidential_from: commune, allow: ["0222 3821 330"]}
levels:
  - {id: district, label: thị xã}
  - {id: commune, label: "phường, xã"}
  - {id: hamlet, label: "khu phố, thôn"}
organisations:
  - id: ccb
    label: Hội Cựu chiến binh
    units: {district: "Hội CCB {area}", commune: "Hội CCB {area}", hamlet: "Chi hội CCB {area}"}
    letterhead:
      district:
        family: mass-organisation
        parent: HỘI CỰU CHIẾN BINH TỈNH BẮC NINH
        place: Thuận Thành
        symbol: BC-CCB
        signed: [TM. BAN THƯỜNG VỤ, CHỦ TỊCH]
        copies: ["Hội CCB phường Hồ (biết, thực hiện)", "Lưu: VP"]
  - {id: mttq, label: Ủy ban Mặt trận Tổ quốc Việt Nam}
  - {id: bdv, label: Ban Dân vận Thị ủy}
recipients:
  ccb-phuong: Hội CCB phường Hồ
  ccb-thi-xa: Hội CCB thị xã
  dang-uy-phuong: "Đảng ủy, UBND phường Hồ"
  btv-thi-uy: {name: Ban Thường vụ Thị ủy, for: "qua Ban Dân vận Thị ủy, để báo cáo"}
  ccb-tinh: {name: Hội CCB tỉnh, for: báo cáo}
  bdv-tinh-uy: {name: Ban Dân vận Tỉnh ủy, for: báo cáo}
  btv-tinh-uy: {name: Ban Thường vụ Tỉnh ủy, for: báo cáo}
  mang-luoi: Mạng lưới thông tin nội bộ
)yaml";

constexpr const char* kRegime = R"yaml(weekly:
  label: Báo cáo nhanh
  period: week
  since: 2024-05-06
  window: {closes: thursday 00:00}
  on_holiday: previous
  steps:
    - {level: hamlet,   org: ccb, due: wednesday 17:00, to: [ccb-phuong, ccb-thi-xa]}
    - {level: commune,  org: ccb, due: thursday 09:00, to: [ccb-thi-xa]}
    - {level: district, org: ccb, target: thursday 11:00, due: thursday 13:30, to: [btv-thi-uy, ccb-tinh, bdv-tinh-uy]}
    - {level: district, org: bdv, gathers: [ccb], due: thursday 16:00, to: [btv-tinh-uy]}
  posts:
    - {level: district, org: ccb, due: thursday 14:00, to: [mang-luoi]}
  areas: pilot
  remind: [{at: -24h}, {at: -2h}, {at: +0h}, {at: +24h, to: supervisor}]
  quiet: [20:00, 07:00]
  lookback: 8
monthly:
  label: Báo cáo tháng
  period: month
  since: 2024-05-06
  window: {from_day: 15}
  on_holiday: next
  areas: pilot
  holiday_limit: 3
  steps:
    - {level: hamlet,   org: ccb, due: day 15 08:00, to: [ccb-phuong]}
    - {level: commune,  org: ccb, due: day 15 11:00, to: [ccb-thi-xa]}
    - {level: district, org: ccb, due: day 15 16:30, to: [btv-thi-uy, ccb-tinh, bdv-tinh-uy]}
quarterly:
  label: Báo cáo quý
  period: quarter
  since: 2024-05-06
  window: {from_day: 15}
  on_holiday: next
  areas: pilot
  figures_from: monthly
  steps:
    - {level: district, org: ccb, due: day 15 16:30, to: [btv-thi-uy, ccb-tinh]}
half-yearly:
  label: Báo cáo 6 tháng
  period: half
  since: 2024-05-06
  window: {from_day: 15}
  on_holiday: next
  areas: pilot
  figures_from: monthly
  steps:
    - {level: district, org: ccb, due: day 15 16:30, to: [btv-thi-uy, ccb-tinh]}
yearly:
  label: Báo cáo năm
  period: year
  since: 2024-05-06
  window: {from_day: 15}
  on_holiday: next
  areas: pilot
  figures_from: monthly
  steps:
    - {level: district, org: ccb, due: day 15 16:30, to: [btv-thi-uy, ccb-tinh]}
summary:
  label: Báo cáo tổng kết
  period: once
  window: {from: 2024-05-06, to: 2024-12-31}
  areas: pilot
  figures_from: monthly
  steps:
    - {level: district, org: ccb, due: 2024-12-31 17:00, to: [btv-thi-uy]}
adhoc:
  label: Báo cáo đột xuất
  period: adhoc
  areas: pilot
  first: 2h
  written: 24h
  steps:
    - {level: hamlet,   org: ccb, to: [ccb-phuong]}
    - {level: commune,  org: ccb, to: [ccb-thi-xa]}
    - {level: district, org: ccb, to: [btv-thi-uy]}
)yaml";

constexpr const char* kCodes = R"yaml(fields:
  economy: Kinh tế
  society: "Văn hóa – xã hội, đời sống"
  defence: Quốc phòng
  security: "An ninh, trật tự"
  foreign-affairs: Đối ngoại
  political-system: "Xây dựng Đảng, hệ thống chính trị"
  people-relations: "Quan hệ Nhân dân – hệ thống chính trị"
  resolutions: "Thực hiện nghị quyết, chỉ thị"
sources:
  residents-meeting: Họp khu phố
  members-meeting: Sinh hoạt chi hội
  direct-contact: Tiếp xúc trực tiếp
topics:
  electricity: Cấp điện
  drainage: Cải tạo rãnh thoát nước
  waste: Thu gom rác thải
  dien-bien-phu: Kỷ niệm Chiến thắng Điện Biên Phủ
groups:
  members: Hội viên
  farmers: Nông dân
  workers: Công nhân
  youth: Thanh niên
activity-kinds:
  propaganda: Tuyên truyền
  mobilisation: Vận động
  social-work: Hoạt động nghĩa tình
petition-kinds:
  complaint: Khiếu nại
  denunciation: {label: Tố cáo, confidential: true}
  recommendation: "Kiến nghị, phản ánh"
)yaml";

constexpr const char* kIndicators = R"yaml(petitions-received: {label: Đơn tiếp nhận, unit: đơn, kind: flow, by: petition-kinds, areas: add, when_nil: zero, reports: [weekly, monthly]}
petitions-resolved: {label: Đơn đã giải quyết, unit: đơn, kind: flow, by: petition-kinds, areas: add, when_nil: zero, reports: [weekly, monthly]}
petitions-forwarded: {label: Đơn đã chuyển, unit: đơn, kind: flow, by: petition-kinds, areas: add, when_nil: zero, reports: [weekly, monthly]}
petitions-pending: {label: Đơn tồn, unit: đơn, kind: stock, by: petition-kinds, areas: add, reports: [weekly, monthly]}
listeners: {label: Lượt người nghe tuyên truyền, unit: lượt người, kind: flow, areas: add, when_nil: zero, from: {activities: propaganda, sum: people}}
members: {label: Hội viên, unit: hội viên, kind: stock, areas: lowest}
households: {label: Hộ gia đình, unit: hộ, kind: stock, areas: reconcile, reports: [monthly]}
tasks-done: {label: Nhiệm vụ hoàn thành, unit: nhiệm vụ, kind: flow, areas: add, reports: [monthly]}
tasks-assigned: {label: Nhiệm vụ được giao, unit: nhiệm vụ, kind: flow, areas: add, reports: [monthly]}
plan-progress: {label: Tỷ lệ hoàn thành, unit: "%", kind: ratio, numerator: tasks-done, denominator: tasks-assigned, reports: [monthly]}
fund-ytd: {label: Quỹ lũy kế, unit: nghìn đồng, kind: ytd, areas: add, decimals: 1, reports: [monthly]}
)yaml";

constexpr const char* kRules = R"yaml(- id: petitions-balance
  sum: [petitions-pending@previous, petitions-received]
  equals: [petitions-resolved, petitions-forwarded, petitions-pending]
  when_missing: skip
- id: resolved-within
  sum: [petitions-resolved]
  at_most: [petitions-pending@previous, petitions-received]
)yaml";

// The days off that the state announced for 2024.
constexpr const char* kCalendar = R"yaml(confirmed: true
days_off:
  - {from: 2024-01-01, to: 2024-01-01, name: Tết Dương lịch}
  - {from: 2024-02-08, to: 2024-02-14, name: Tết Nguyên đán}
  - {from: 2024-04-18, to: 2024-04-18, name: Giỗ Tổ Hùng Vương}
  - {from: 2024-04-29, to: 2024-04-29, name: Nghỉ hoán đổi}
  - {from: 2024-04-30, to: 2024-05-01, name: "Ngày Chiến thắng, Quốc tế Lao động"}
  - {from: 2024-08-31, to: 2024-09-03, name: Quốc khánh}
working:
  - {date: 2024-05-04, name: Làm bù}
)yaml";

constexpr const char* kTown = R"yaml(name: thị xã Thuận Thành
short: TX Thuận Thành
level: district
since: 2023-04-10
pilot: {since: 2024-05-06, decision: 27-KH/BDVTU}
officers:
  - {officer: bui-van-k, org: ccb, role: lead, since: 2024-05-01}
  - {officer: dang-thi-l, org: bdv, role: lead, since: 2024-05-01}
)yaml";

constexpr const char* kWard = R"yaml(name: phường Hồ
short: P. Hồ
level: commune
since: 2023-04-10
code: "09400"
pilot: {since: 2024-05-06, decision: 27-KH/BDVTU}
officers:
  - {officer: do-van-h, org: ccb, role: lead, since: 2024-05-01}
)yaml";

std::string khu_pho(const std::string& number, const std::string& lead) {
  return "name: Khu phố " + number + "\nshort: KP " + number +
         "\nlevel: hamlet\nsince: 2023-04-10\npilot: {since: 2024-05-06, decision: 27-KH/BDVTU}\n"
         "officers:\n  - {officer: " + lead + ", org: ccb, role: lead, since: 2024-05-01}\n";
}

std::string officer(const std::string& name, const std::string& org, const std::string& title) {
  return "name: " + name + "\norg: " + org + "\ntitle: " + title + "\naccount: requested\n";
}

}  // namespace

MemoryFiles sample_store() {
  std::map<std::string, std::string> files;
  const auto put = [&files](const std::string& path, std::string text) { files[path] = std::move(text); };
  put("nammo.yaml", kSettings);
  put("reporting.yaml", kRegime);
  put("catalog/codes.yaml", kCodes);
  put("catalog/indicators.yaml", kIndicators);
  put("catalog/rules.yaml", kRules);
  put("calendar/2024.yaml", kCalendar);
  put("areas/thuan-thanh/area.yaml", kTown);
  put("areas/thuan-thanh/ho/area.yaml", kWard);
  const std::string leads[] = {"nguyen-van-a", "tran-thi-b", "pham-van-d", "hoang-thi-e", "vu-van-g"};
  for (int i = 0; i < 5; ++i) {
    const auto number = std::to_string(i + 1);
    put("areas/thuan-thanh/ho/khu-pho-" + number + "/area.yaml", khu_pho(number, leads[i]));
  }
  put("officers/nguyen-van-a.yaml", officer("Nguyễn Văn A", "ccb", "Chi hội trưởng Khu phố 1"));
  put("officers/tran-thi-b.yaml", officer("Trần Thị B", "ccb", "Chi hội trưởng Khu phố 2"));
  put("officers/pham-van-d.yaml", officer("Phạm Văn D", "ccb", "Chi hội trưởng Khu phố 3"));
  put("officers/hoang-thi-e.yaml", officer("Hoàng Thị E", "ccb", "Chi hội trưởng Khu phố 4"));
  put("officers/vu-van-g.yaml", officer("Vũ Văn G", "ccb", "Chi hội trưởng Khu phố 5"));
  put("officers/do-van-h.yaml", officer("Đỗ Văn H", "ccb", "Chủ tịch Hội CCB phường Hồ"));
  put("officers/bui-van-k.yaml", officer("Bùi Văn K", "ccb", "Chủ tịch Hội CCB thị xã"));
  put("officers/le-van-c.yaml", officer("Lê Văn C", "ccb", "Văn phòng Hội CCB thị xã"));
  put("officers/dang-thi-l.yaml", officer("Đặng Thị L", "bdv", "Chuyên viên Ban Dân vận"));
  return MemoryFiles{std::move(files)};
}

std::string sample_report() {
  return R"yaml(report: weekly
org: ccb
area: thuan-thanh/ho/khu-pho-1
period: 2024-W19
officer: nguyen-van-a
submitted: 2024-05-08T16:40+07:00
received: {at: 2024-05-08T16:45+07:00, via: zalo, by: le-van-c}
nil: false
overview: >-
  Tình hình ổn định; Nhân dân phấn khởi
  kỷ niệm 70 năm Chiến thắng Điện Biên Phủ.
situation:
  - id: dien-toi
    title: Điện chập chờn
    field: society
    topic: electricity
    severity: watch
    status: new
    date: 2024-05-06
    place: Khu phố 1
    people: 40
    text: Điện chập chờn hai buổi tối 06 và 07/5.
    assessment: Ảnh hưởng sinh hoạt, chưa phức tạp.
    handled-by: Điện lực thị xã
    flags: [prolonged]
    case: 2024-0007
    from: [thuan-thanh/ho/khu-pho-1]
    up: true
opinions:
  - {field: society, topic: electricity, stance: concerned, breadth: many, groups: [members], source: residents-meeting,
     date: 2024-05-07, about: {kind: policy, ref: 12/NQ-HĐND}, text: Lo cắt điện kéo dài khi nắng nóng.}
activities:
  - {kind: propaganda, title: Nói chuyện truyền thống, date: 2024-05-07, count: 1, people: 62, with: [mttq], text: Nhân 70 năm Điện Biên Phủ.}
results: [{field: political-system, text: Kết nạp hai hội viên.}]
directives: [{ref: 27-KH/BDVTU, progress: doing, text: Đã phân công cán bộ phụ trách.}]
figures:
  petitions-received: {complaint: 1, recommendation: 3}
  members: 154
estimate: [members]
difficulties: [{field: economy, text: Kinh phí hoạt động còn hạn chế.}]
proposals:
  - {id: lich-cat-dien, to: btv-thi-uy, kind: resolve, status: answered, first-raised: 2024-W19, text: Thông báo trước lịch cắt điện.,
     answer: Đã giao ngành điện., from: [thuan-thanh/ho/khu-pho-1], up: true}
dialogues: [{stage: proposed, topic: Cấp điện mùa nắng nóng, level: commune, date: 2024-05-20, text: Đề xuất với UBND phường.}]
models: [{title: Tuyến ngõ cựu chiến binh tự quản, status: registered, text: Đã đăng ký với phường.}]
forecast: Ý kiến về cấp điện có thể tăng.
next: [Theo dõi việc cấp điện., Chuẩn bị sinh hoạt chi hội.]
)yaml";
}

}  // namespace nammo::test
