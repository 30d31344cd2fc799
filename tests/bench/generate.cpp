#include "bench/generate.h"

#include <fmt/core.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <string_view>

#include "nammo/period.h"
#include "nammo/time.h"

namespace nammo::bench {
namespace {

constexpr std::string_view kSettings = R"(nammo: 1
name: Hội Cựu chiến binh thị xã mẫu
timezone: Asia/Ho_Chi_Minh
levels:
  - {id: district, label: thị xã}
  - {id: commune, label: "phường, xã"}
  - {id: hamlet, label: "khu phố, thôn"}
organisations:
  - id: ccb
    label: Hội Cựu chiến binh
    units: {district: "Hội CCB {area}", commune: "Hội CCB {area}", hamlet: "Chi hội CCB {area}"}
recipients:
  cap-tren: Hội cấp trên
)";
constexpr std::string_view kRegime = R"(weekly:
  label: Báo cáo nhanh
  period: week
  window: {closes: thursday 00:00}
  remind: [{at: -24h}, {at: -2h}, {at: +0h}, {at: +24h, to: supervisor}]
  steps:
    - {level: hamlet, org: ccb, due: wednesday 17:00, to: [cap-tren]}
    - {level: commune, org: ccb, due: thursday 09:00, to: [cap-tren]}
    - {level: district, org: ccb, due: thursday 13:30, to: [cap-tren]}
)";
constexpr std::string_view kYear = R"(yearly:
  label: Báo cáo năm
  period: year
  since: 2024-01-01
  window: {calendar: true}
  figures_from: weekly
  steps:
    - {level: district, org: ccb, due: day 10 16:30, to: [cap-tren]}
)";
constexpr std::string_view kCodes = R"(fields: {economy: Kinh tế, society: "Văn hóa – xã hội, đời sống", security: "An ninh, trật tự"}
topics: {electricity: Cấp điện, water: Nước sạch, roads: Đường giao thông, waste: Rác thải}
groups: {members: Hội viên, farmers: Nông dân}
sources: {residents-meeting: Họp dân, visit: Đi cơ sở}
activity-kinds: {propaganda: {label: Tuyên truyền, unit: buổi, people-unit: lượt người nghe}}
petition-kinds: {complaint: Khiếu nại, recommendation: Kiến nghị}
)";
constexpr std::string_view kIndicators = R"(petitions-received: {label: Đơn tiếp nhận, unit: đơn, kind: flow, by: petition-kinds, areas: add, when_nil: zero}
petitions-resolved: {label: Đơn đã giải quyết, unit: đơn, kind: flow, areas: add, when_nil: zero}
listeners: {label: Lượt người nghe, unit: lượt người, kind: flow, areas: add, from: {activities: propaganda, sum: people}}
members: {label: Hội viên, unit: hội viên, kind: stock, areas: lowest}
)";
constexpr std::array<std::string_view, 64> kWords{
    "nhân",  "dân",   "khu",   "phố",  "phản", "ánh",  "điện",  "nước",  "chập",  "chờn",  "buổi",  "tối",   "đề",    "nghị",   "sớm",   "khắc",
    "phục",  "tuyến", "đường", "liên", "thôn", "xuống", "cấp",  "rãnh",  "thoát", "ngập",  "khi",   "mưa",   "lớn",   "thu",    "gom",   "rác",
    "chậm",  "hội",   "viên",  "phấn", "khởi", "tin",  "tưởng", "chủ",   "trương", "mới",  "giá",   "phân",  "bón",   "tăng",   "lúa",   "xuân",
    "được",  "mùa",   "bảo",   "đảm",  "an",   "ninh", "trật",  "tự",    "tuyên", "truyền", "vận",  "động",  "xây",   "dựng",   "văn",   "minh"};

class Writer {
 public:
  Writer(std::string root, std::uint32_t seed) : root_(std::move(root)), random_(seed) {}

  void file(const std::string& path, std::string_view text) const {
    const auto full = std::filesystem::path(root_) / path;
    std::filesystem::create_directories(full.parent_path());
    std::ofstream(full, std::ios::binary) << text;
  }
  // Words without a meaning, `count` of them.
  std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + std::string(kWords[random_() % kWords.size()]);
    return text;
  }
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

 private:
  std::string root_;
  std::mt19937 random_;
};

std::string report_text(Writer& writer, const std::string& area, const Period& period, Date thursday, int level) {
  const auto day = [&](int before) { return format_date(plus_days(thursday, -before)); };
  std::string text = fmt::format("report: weekly\norg: ccb\narea: {}\nperiod: {}\nofficer: can-bo\nsubmitted: {}T16:{:02}+07:00\n", area,
                                 to_string(period), day(level == 0 ? 1 : 2), writer.number(60));
  text += fmt::format("overview: >-\n  {}\n  {}\nsituation:\n", writer.words(22), writer.words(20));
  for (int i = 0; i < 2; ++i) {
    text += fmt::format("  - id: viec-{}-{}\n    title: {}\n    field: society\n    topic: {}\n    severity: {}\n    status: new\n    date: {}\n    people: {}\n    text: >-\n      {}\n      {}\n    assessment: {}\n",
                        writer.number(900), i, writer.words(5), i == 0 ? "electricity" : "roads", i == 0 ? "watch" : "normal",
                        day(2 + i), 5 + writer.number(60), writer.words(22), writer.words(22), writer.words(12));
  }
  text += "opinions:\n";
  for (const auto* stance : {"concerned", "pleased", "agree"}) {
    text += fmt::format("  - {{field: society, topic: waste, stance: {}, breadth: many, groups: [members], source: residents-meeting, date: {}, text: \"{}\"}}\n",
                        stance, day(3), writer.words(16));
  }
  text += fmt::format("activities:\n  - {{kind: propaganda, title: {}, date: {}, count: 1, people: {}, text: {}}}\n", writer.words(6), day(4), 20 + writer.number(80), writer.words(14));
  text += fmt::format("results:\n  - {{field: economy, text: \"{}\"}}\nfigures:\n  petitions-received: {{complaint: {}, recommendation: {}}}\n  petitions-resolved: {}\n", writer.words(18), writer.number(3), writer.number(5), writer.number(3));
  if (level == 2) text += fmt::format("  members: {}\n", 80 + writer.number(90));
  text += fmt::format("proposals:\n  - {{id: kien-nghi, to: cap-tren, kind: resolve, status: open, first-raised: {}, text: \"{}\"}}\n", to_string(period), writer.words(20));
  text += fmt::format("forecast: {}\nnext:\n  - {}\n  - {}\n", writer.words(24), writer.words(12), writer.words(12));
  return text;
}

void write_area(const Writer& writer, const std::string& id, const std::string& name, std::string_view level) {
  writer.file("areas/" + id + "/area.yaml",
              fmt::format("name: {}\nlevel: {}\nsince: 2020-01-01\nofficers:\n  - {{officer: can-bo, org: ccb, role: lead, since: 2020-01-01}}\n", name, level));
}

}  // namespace

std::vector<std::string> write_town(const std::string& root, const TownSize& size, std::uint32_t seed) {
  Writer writer(root, seed);
  writer.file("nammo.yaml", kSettings);
  writer.file("reporting.yaml", std::string(kRegime) + std::string(size.year ? kYear : ""));
  writer.file("catalog/codes.yaml", kCodes);
  writer.file("catalog/indicators.yaml", kIndicators);
  writer.file("officers/can-bo.yaml", "name: Cán bộ Mẫu\norg: ccb\n");
  std::vector<std::pair<std::string, int>> areas{{"thi-xa", 0}};
  write_area(writer, "thi-xa", "thị xã mẫu", "district");
  for (int c = 1; c <= size.communes; ++c) {
    const auto commune = fmt::format("thi-xa/phuong-{}", c);
    write_area(writer, commune, fmt::format("phường {}", c), "commune");
    areas.emplace_back(commune, 1);
    for (int h = 1; h <= size.hamlets; ++h) {
      areas.emplace_back(fmt::format("{}/khu-pho-{}", commune, h), 2);
      write_area(writer, areas.back().first, fmt::format("Khu phố {}", h), "hamlet");
    }
  }
  std::vector<std::string> reports;
  const Period first = week_period({2024, size.first_week});
  for (int year = 2024; year <= 2024 + size.weeks / 50 + 1; ++year) {
    writer.file(fmt::format("calendar/{}.yaml", year), "confirmed: true\ndays_off: []\nworking: []\n");
  }
  for (int week = 0; week < size.weeks; ++week) {
    const Period period = advance(first, week);
    const Date thursday = day_in_iso_week({period.year, period.number}, std::chrono::Thursday);
    for (const auto& [area, level] : areas) {
      reports.push_back(fmt::format("areas/{}/reports/ccb/{}.yaml", area, to_string(period)));
      writer.file(reports.back(), report_text(writer, area, period, thursday, level));
    }
  }
  return reports;
}

}  // namespace nammo::bench
