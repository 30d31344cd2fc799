#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "base/without_marks.h"
#include "nammo/text_form.h"
#include "render/form_values.h"
#include "support/store_loading.h"

namespace nammo {
namespace {

using test::said;

const Date kLast{std::chrono::year{2024} / 5 / 8};

Store sample() {
  auto loaded = test::load_all(test::sample_store());
  REQUIRE(loaded.findings.empty());
  return std::move(*loaded.store);
}

// The form of khu phố 1 for week 19, or of another period of that area.
std::string form_of(const Store& store, const std::string& type = "weekly", const std::string& period = "2024-W19") {
  const AreaId area{"thuan-thanh/ho/khu-pho-1"};
  FormSubject subject{{ReportTypeId{type}, OrgId{"ccb"}, area, *parse_period(period), OfficerId{"nguyen-van-a"}}};
  for (const Obligation& one : expand(*store.regime.find(subject.head.type), subject.head.period, area, store)) {
    if (one.kind == ObligationKind::report) subject.owed = one;
  }
  return text_form(store, subject, Language::vi);
}

struct Outcome {
  std::string yaml;
  std::string findings;
};
Outcome outcome_of(const Store& store, const std::string& text) {
  Diagnostics findings;
  const auto form = read_text_form(text, "bieu.txt", store, findings);
  CHECK(form.has_value() == !findings.has_errors());
  return {form ? form->yaml : "", said(findings)};
}

const std::string kCode = "Mã báo cáo: weekly ccb thuan-thanh/ho/khu-pho-1 2024-W19\n";
const std::string kHead = kCode + "Cán bộ: Nguyễn Văn A\n";
const std::string kYamlHead =
    "# yaml-language-server: $schema=../../../../../../schemas/report.schema.json\n"
    "report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-1\nperiod: 2024-W19\nofficer: nguyen-van-a\n";

const std::string kFilled =
    "BÁO CÁO NHANH – TUẦN 19/2024\n" + kHead +
    "Nộp lúc: 16h40 ngày 08/5/2024\n"
    "Không phát sinh:\n"
    "1. NHẬN ĐỊNH CHUNG\n"
    "Tình hình ổn định.\n"
    "Nhân dân phấn khởi.\n"
    "2. TÌNH HÌNH, VẤN ĐỀ NỔI LÊN\n"
    "- Lĩnh vực: Văn hóa – xã hội, đời sống\n"
    "  Chủ đề: Cấp điện\n"
    "  Mức độ: cần quan tâm, theo dõi\n"
    "  Ngày: 06/5\n"
    "  Số người: khoảng 40 người\n"
    "  Nội dung: Điện chập chờn: hai buổi tối.\n"
    "  Lý do: trạm quá tải.\n"
    "  Mã vấn đề: dien-toi\n"
    "  Chuyển lên cấp trên: x\n"
    "- Lĩnh vực: ....\n"
    "  Nội dung: …\n"
    "3. Ý KIẾN, DƯ LUẬN\n"
    "- Lĩnh vực: đời sống\n"
    "  Thái độ: băn khoăn\n"
    "  Mức độ phổ biến: nhiều ý kiến\n"
    "  Đối tượng: Hội viên; Nông dân\n"
    "  Về việc: 12/NQ-HĐND\n"
    "  Nội dung: Lo cắt điện.\n"
    "5. SỐ LIỆU\n"
    "Đơn tiếp nhận – Khiếu nại (đơn): 02\n"
    "Đơn tiếp nhận – Kiến nghị, phản ánh (đơn): 0\n"
    "Đơn đã chuyển – Khiếu nại (đơn):\n"
    "Hội viên (hội viên): ước 1.154\n"
    "6. KIẾN NGHỊ, ĐỀ XUẤT\n"
    "- Gửi: phường, xã\n"
    "  Loại kiến nghị: giải quyết\n"
    "  Nội dung: Báo trước lịch cắt điện.\n"
    "8. NHIỆM VỤ KỲ TỚI\n"
    "- Theo dõi việc cấp điện\n"
    "Chuẩn bị sinh hoạt chi hội\n";

const std::string kRead = kYamlHead +
    "submitted: 2024-05-08T16:40:00+07:00\n"
    "overview: |\n"
    "  Tình hình ổn định.\n"
    "  Nhân dân phấn khởi.\n"
    "situation:\n"
    "  - id: dien-toi\n"
    "    field: society\n"
    "    topic: electricity\n"
    "    severity: watch\n"
    "    date: 2024-05-06\n"
    "    people: 40\n"
    "    text: |\n"
    "      Điện chập chờn: hai buổi tối.\n"
    "      Lý do: trạm quá tải.\n"
    "    up: true\n"
    "opinions:\n"
    "  - field: society\n"
    "    stance: concerned\n"
    "    breadth: many\n"
    "    groups: [members, farmers]\n"
    "    about: {ref: \"12/NQ-HĐND\"}\n"
    "    text: Lo cắt điện.\n"
    "figures:\n"
    "  petitions-received: {complaint: 2, recommendation: 0}\n"
    "  members: 1154\n"
    "estimate:\n"
    "  - members\n"
    "proposals:\n"
    "  - to: commune\n"
    "    kind: resolve\n"
    "    text: Báo trước lịch cắt điện.\n"
    "next:\n"
    "  - Theo dõi việc cấp điện\n"
    "  - Chuẩn bị sinh hoạt chi hội\n";

std::string with_all(std::string text, const std::string& old, const std::string& by) {
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size())) text.replace(at, old.size(), by);
  return text;
}

}  // namespace

TEST_CASE("form values: numbers as Vietnamese people write them, and nothing that could be two") {
  struct Case {
    const char* typed;
    int decimals;
    const char* plain;
    bool estimate = false;
  };
  for (const Case& one : std::vector<Case>{{"0", 0, "0"}, {"02", 0, "2"}, {"154", 0, "154"}, {"1.234", 0, "1234"}, {"1.234.567", 0, "1234567"},
                                           {"1 234", 0, "1234"}, {"1.234,5", 1, "1234.5"}, {"12,5", 1, "12.5"}, {"12.5", 1, "12.5"}, {"1.234", 1, "1234"},
                                           {"3 đơn", 0, "3"}, {"ước 150", 0, "150", true}, {"150 (ước)", 0, "150", true}, {"Khoảng 40", 0, "40", true},
                                           {"không", 0, "0"}, {"-5", 0, "-5"}, {"1,5", 0, ""}, {"1,234", 0, ""}, {"1.5", 0, ""}, {"12.34.5", 0, ""},
                                           {"1.234", 3, ""}, {"3 hộ", 0, ""}, {"3-4", 0, ""}, {"x", 0, ""}, {"1234567890123", 0, ""}, {"", 0, ""}}) {
    CAPTURE(one.typed);
    const auto number = typed_number(one.typed, one.decimals, "đơn");
    CHECK(number.plain == one.plain);
    CHECK(number.estimate == one.estimate);
  }
}

TEST_CASE("form values: days and moments; a day without a year is the last one") {
  const auto day = [](const char* typed, Date last = kLast) {
    const auto date = typed_date(typed, last);
    return date ? format_date(*date) : std::string{};
  };
  CHECK(day("06/5/2024") == "2024-05-06");
  CHECK(day("6-5-2024") == "2024-05-06");
  CHECK(day("06.5.2024") == "2024-05-06");
  CHECK(day("ngày 06 tháng 5 năm 2024") == "2024-05-06");
  CHECK(day("Thứ Hai, ngày 6/5") == "2024-05-06");
  CHECK(day("2024-05-06") == "2024-05-06");
  CHECK(day("28/12", Date{std::chrono::year{2025} / 1 / 8}) == "2024-12-28");
  CHECK(day("31/02/2024") == "");
  CHECK(day("13/13") == "");
  CHECK(day("hôm qua") == "");
  const Zone zone = *Zone::find("Asia/Ho_Chi_Minh");
  const auto moment = [&](const char* typed) {
    const auto at = typed_instant(typed, kLast, zone);
    return at ? format_instant(*at, zone) : std::string{};
  };
  CHECK(moment("16h40 ngày 08/5/2024") == "2024-05-08T16:40:00+07:00");
  CHECK(moment("16 giờ 40 phút, ngày 8/5") == "2024-05-08T16:40:00+07:00");
  CHECK(moment("08/5/2024 16:40") == "2024-05-08T16:40:00+07:00");
  CHECK(moment("16h ngày 08/5") == "2024-05-08T16:00:00+07:00");
  CHECK(moment("2024-05-08T16:40+07:00") == "2024-05-08T16:40:00+07:00");
  CHECK(moment("24h00 ngày 08/5") == "");
  CHECK(moment("08/5/2024") == "");
  CHECK(moment("16h40") == "");
}

TEST_CASE("text form: one that nobody has touched is a draft without entries, and says so") {
  const Store store = sample();
  for (const auto& one : {std::pair{"weekly", "2024-W19"}, {"monthly", "2024-05"}, {"adhoc", "2024-05-20.1"}}) {
    CAPTURE(one.first);
    const auto& [type, period] = one;
    const std::string form = form_of(store, type, period);
    CHECK(is_text_form(form));
    const auto out = outcome_of(store, form);
    CHECK(out.yaml == test::replaced(test::replaced(kYamlHead, "weekly", type), "2024-W19", period));
    CHECK(out.findings.find("schema-required: biểu chưa ghi gì: Nhận định chung; Tình hình, vấn đề nổi lên; ") != std::string::npos);
    CHECK(std::count(out.findings.begin(), out.findings.end(), '\n') == 1);
  }
}

TEST_CASE("text form: filled in as people do, it is the report") {
  const Store store = sample();
  const auto out = outcome_of(store, kFilled);
  CHECK(out.findings == "");
  CHECK(out.yaml == kRead);
}

TEST_CASE("text form: what Word, Zalo and Notepad do to a text changes nothing") {
  const Store store = sample();
  const std::vector<std::pair<const char*, std::string>> texts{
      {"CRLF", with_all(kFilled, "\n", "\r\n")},
      {"CR", with_all(kFilled, "\n", "\r")},
      {"BOM", "\xEF\xBB\xBF" + kFilled},
      {"blank lines", with_all(kFilled, "\n", "\n\n")},
      {"trailing blanks", with_all(kFilled, "\n", " \t\n")},
      {"no-break blanks", with_all(kFilled, ": ", ":\xC2\xA0")},
      {"line breaks of Word", with_all(kFilled, "\n  ", "\v  ")},
      {"bullets of Word", with_all(kFilled, "\n- ", "\n\xE2\x80\xA2 ")},
      {"dashes of Word", with_all(kFilled, "\n- ", "\n\xE2\x80\x93 ")},
      {"blanks before colons", with_all(with_all(kFilled, "vực:", "vực :"), "độ:", "độ :")},
      {"wide colons", with_all(kFilled, "Lĩnh vực:", "Lĩnh vực：")},
      {"capitals", with_all(with_all(kFilled, "Lĩnh vực", "LĨNH VỰC"), "Nội dung", "NỘI DUNG")},
      {"headings in small letters", with_all(kFilled, "Ý KIẾN, DƯ LUẬN", "Ý kiến dư luận:")},
      {"part of a heading", with_all(kFilled, "KIẾN NGHỊ, ĐỀ XUẤT", "Kiến nghị")},
      {"labels without marks", with_all(with_all(with_all(kFilled, "Lĩnh vực", "Linh vuc"), "Mức độ:", "Muc do:"), "nhiều ý kiến", "nhieu y kien")},
      {"a forgotten colon", with_all(kFilled, "Chủ đề: Cấp điện", "Chủ đề Cấp điện")},
      {"codes", with_all(with_all(kFilled, "Chủ đề: Cấp điện", "topic: electricity"), "băn khoăn", "concerned")},
  };
  for (const auto& one : texts) {
    CAPTURE(one.first);
    const auto out = outcome_of(store, one.second);
    CHECK(out.findings == "");
    CHECK(out.yaml == kRead);
  }
}

TEST_CASE("text form: in NFD it is the same report in NFC") {
  const Store store = sample();
  std::string apart = kFilled;
  for (const auto& [whole, parts] : {std::pair{"ế", "e\xCC\x82\xCC\x81"}, {"ị", "i\xCC\xA3"}, {"ộ", "o\xCC\xA3\xCC\x82"}, {"ĩ", "i\xCC\x83"}}) apart = with_all(apart, whole, parts);
  REQUIRE(apart != kFilled);
  const auto out = outcome_of(store, apart);
  CHECK(out.findings == "");
  CHECK(out.yaml == kRead);
}

TEST_CASE("text form: nothing arose, said in its line or under both headings") {
  const Store store = sample();
  const std::string nil = kYamlHead + "nil: true\n";
  CHECK(outcome_of(store, kHead + "Không phát sinh: x\n").yaml == nil);
  CHECK(outcome_of(store, kHead + "Không phát sinh\n").yaml == nil);
  CHECK(outcome_of(store, kHead + "1. Tình hình\nKhông phát sinh\n2. Ý kiến: k phát sinh\n").yaml == nil);
  CHECK(outcome_of(store, kHead + "Không phát sinh:\n1. Tình hình: không phát sinh\n").yaml == kYamlHead);
  CHECK(outcome_of(store, kHead + "Không phát sinh: x\n2. Tình hình\n- Lĩnh vực: Kinh tế\n  Nội dung: a\n").findings ==
        "bieu.txt:4:1: nil-with-entries: biểu ghi không phát sinh nhưng lại có nội dung ở mục \"Tình hình, vấn đề nổi lên\""
        " (bỏ dấu x ở dòng Không phát sinh, hoặc xóa nội dung của mục đó)\n");
}

TEST_CASE("text form: what cannot be placed or read is an error where it stands, with what is meant or allowed") {
  const Store store = sample();
  struct Case {
    std::string text;
    std::string findings;
  };
  const std::string matter = "1. Tình hình\n- Lĩnh vực: Kinh tế\n  Nội dung: a\n";
  for (const Case& one : std::vector<Case>{
           {kHead + "1. Tình hình\n- Lĩnh vực: Kinh té hộ\n  Nội dung: a\n",
            "bieu.txt:4:13: ref-code: \"Kinh té hộ\" không phải là lựa chọn của Lĩnh vực (Chọn một trong: Kinh tế; Văn hóa – xã hội, đời sống; Quốc phòng; "
            "An ninh, trật tự; Đối ngoại; Xây dựng Đảng, hệ thống chính trị; Quan hệ Nhân dân – hệ thống chính trị; Thực hiện nghị quyết, chỉ thị)\n"},
           {kHead + matter + "  Mức độ: dien nong\n",
            "bieu.txt:6:11: schema-enum: \"dien nong\" không phải là lựa chọn của Mức độ (có phải \"điểm nóng\"? Chọn một trong: ổn định; cần quan tâm, theo dõi; "
            "phức tạp, nổi cộm; điểm nóng)\n"},
           {kHead + "2. Tình hinhf\nabc\n", "bieu.txt:3:1: schema-unknown-key: biểu không có mục \"Tình hinhf\" (có phải \"Tình hình, vấn đề nổi lên\"?)\n"},
           {kHead + "7. NHỮNG VIỆC KHÁC\nabc\n",
            "bieu.txt:3:1: schema-unknown-key: biểu không có mục \"NHỮNG VIỆC KHÁC\" (Các mục: Nhận định chung; Tình hình, vấn đề nổi lên; Ý kiến, dư luận; Hoạt động "
            "của tổ chức; Kết quả thực hiện nhiệm vụ; Thực hiện văn bản chỉ đạo; Số liệu; Khó khăn, vướng mắc; Kiến nghị, đề xuất; Đối thoại; Mô hình; Đánh giá kết quả; "
            "Dự báo; Nhiệm vụ kỳ tới)\n"},
           {kHead + matter + "  Ngày: hôm qua\n", "bieu.txt:6:9: schema-pattern: không đọc được ngày \"hôm qua\" (ghi ngày/tháng/năm, ví dụ 06/5/2024)\n"},
           {kHead + "1. Tình hình\n- Lĩnh vực: Kinh tế\n", "bieu.txt:4:1: schema-required: khung này thiếu Nội dung\n"},
           {kHead + "1. Tình hình\nĐường hỏng.\n", "bieu.txt:4:1: schema-required: khung này thiếu Lĩnh vực\n"},
           {kHead + "1. Số liệu\nHội viên (hội viên): 1,5\n",
            "bieu.txt:4:1: schema-type: không đọc chắc được số \"1,5\" (chỉ ghi số, hàng nghìn ngăn bằng dấu chấm (1.234); không có thì ghi 0, chưa có số thì để trống)\n"},
           {kHead + "1. Số liệu\nHội vien moi: 15\n", "bieu.txt:4:1: schema-unknown-key: biểu không có dòng \"Hội vien moi\"\n"},
           {kHead + "1. Số liệu\nHội viên: 15\nHội viên: 16\n", "bieu.txt:5:1: yaml-duplicate-key: Hội viên được ghi hai lần\n"},
           {kHead + "abc\n", "bieu.txt:3:1: schema-unknown-key: không rõ dòng này thuộc mục nào: \"abc\" (Các dòng: Mã báo cáo; Cán bộ; Nộp lúc; Không phát sinh; "
                             "Xảy ra lúc; Tiếp theo báo cáo)\n"},
           {kHead + kCode, "bieu.txt:3:1: yaml-duplicate-key: một tệp có hai biểu: gặp dòng \"Mã báo cáo\" lần thứ hai (tách mỗi biểu thành một tệp)\n"},
           {"BÁO CÁO NHANH – TUẦN 20/2024\n" + kHead + matter,
            "bieu.txt:1:1: path-mismatch: tiêu đề của biểu không khớp mã báo cáo: mã này là của \"BÁO CÁO NHANH – TUẦN 19/2024\" (dùng biểu của đúng kỳ (nammo new report "
            "--text), hoặc sửa lại một trong hai dòng)\n"},
           {kCode + "Cán bộ:\n" + matter, "bieu.txt:2:8: schema-required: biểu không ghi cán bộ báo cáo (ghi họ tên hoặc mã của một cán bộ trong thư mục officers)\n"},
           {kCode + "Cán bộ: Ông Ba\n" + matter, "bieu.txt:2:9: ref-officer: không rõ cán bộ \"Ông Ba\" là ai (ghi họ tên hoặc mã của một cán bộ trong thư mục officers)\n"},
           {matter, "bieu.txt:1:1: schema-required: biểu không có dòng \"Mã báo cáo\" (chép lại dòng đó từ biểu gốc, ví dụ: Mã báo cáo: weekly ccb "
                    "thuan-thanh/ho/khu-pho-1 2024-W19)\n"},
           {kHead + matter + "# ghi thêm\n",
            "bieu.txt:6:1: schema-unknown-key: dòng bắt đầu bằng dấu # được coi là hướng dẫn nên không đưa vào báo cáo\n"},
           {kHead + "\xD4\xC5\n", "bieu.txt:3:1: text-encoding: tệp không phải là văn bản Unicode (UTF-8) nên không đọc được (lưu lại bằng phông Unicode, bảng mã UTF-8; "
                                  "văn bản gõ bằng TCVN3 (ABC) hoặc VNI phải chuyển mã trước)\n"}}) {
    CAPTURE(one.text);
    CHECK(outcome_of(store, one.text).findings == one.findings);
  }
}

TEST_CASE("text form: chat and prose are none") {
  CHECK_FALSE(is_text_form("KP1 08/5\nTình hình: ổn định\nÝ kiến: k phát sinh\nKiến nghị:\n"));
  CHECK_FALSE(is_text_form("report: weekly\norg: ccb\n"));
  CHECK_FALSE(is_text_form("Mã báo cáo:\n"));
  CHECK_FALSE(is_text_form(""));
  CHECK(is_text_form(kCode));
  CHECK(is_text_form("1. Tình hình\na\n2. Ý kiến\nb\n"));
}

TEST_CASE("text form: forms filled in at random are read back as what was meant") {
  const Store store = sample();
  std::mt19937 random(20240519);
  const auto any = [&](const auto& list) { return list[random() % list.size()]; };
  const std::string form = form_of(store);
  const auto& fields = store.codes.at(CodeListId{"fields"}).codes;
  const std::vector<std::pair<std::string, Stance>> stances{{"phấn khởi, tin tưởng", Stance::pleased}, {"Ủng hộ", Stance::agree}, {"bức xúc", Stance::frustrated}, {"unclear", Stance::unclear}};
  const std::vector<std::string> texts{"Đường hỏng.", "Giá: tăng 10 %; \"cao\"", "- không phải dấu mục", "a # b", "no", "12", "Tình hình chung thì ổn"};
  for (int round = 0; round < 300; ++round) {
    std::string text = form.substr(0, form.find("2. TÌNH HÌNH"));
    std::string situation = "2. TÌNH HÌNH, VẤN ĐỀ NỔI LÊN\n", opinions = "3. Ý KIẾN, DƯ LUẬN\n";
    std::vector<std::pair<std::string, std::string>> matters;
    for (auto n = random() % 4; n > 0; --n) {
      const Code& field = any(fields);
      const std::string typed = random() % 2 == 0 ? field.label.vi : without_marks(to_upper(field.label.vi));
      matters.emplace_back(field.id.str(), any(texts));
      situation += "- Lĩnh vực: " + typed + "\n  Mức độ:\n  Nội dung: " + matters.back().second + "\n";
    }
    std::vector<std::pair<Stance, std::string>> told;
    for (auto n = random() % 4; n > 0; --n) {
      const auto& stance = any(stances);
      told.emplace_back(stance.second, any(texts));
      opinions += "- Lĩnh vực: Kinh tế\n  Thái độ: " + stance.first + "\n  Nội dung: " + told.back().second + "\n";
    }
    const int members = static_cast<int>(random() % 3000);
    text += random() % 2 == 0 ? situation + opinions : opinions + situation;  // headings in any order
    text += "5. SỐ LIỆU\nHội viên (hội viên): " + std::to_string(members) + "\n";
    CAPTURE(text);
    const auto out = outcome_of(store, text);
    REQUIRE(out.findings == "");
    Diagnostics findings;
    const auto read = read_report(out.yaml, {AreaId{"thuan-thanh/ho/khu-pho-1"}, OrgId{"ccb"}, *parse_period("2024-W19"), false}, store, findings);
    REQUIRE(said(findings) == "");
    const Report& report = *read.report;
    REQUIRE(report.situation.size() == matters.size());
    for (std::size_t i = 0; i < matters.size(); ++i) {
      CHECK(report.situation[i].field.str() == matters[i].first);
      CHECK(report.situation[i].text == matters[i].second);
    }
    REQUIRE(report.opinions.size() == told.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
      CHECK(report.opinions[i].stance == told[i].first);
      CHECK(report.opinions[i].text == told[i].second);
    }
    CHECK(to_string(*report.figure(IndicatorId{"members"})->value) == std::to_string(members));
  }
}

TEST_CASE("text form: a damaged form is read or refused, and what is read is a report") {
  const Store store = sample();
  std::mt19937 random(7);
  for (int round = 0; round < 600; ++round) {
    std::string text = kFilled;
    for (auto n = 1 + random() % 6; n > 0; --n) {
      const std::size_t at = random() % text.size();
      switch (random() % 4) {
        case 0: text[at] = static_cast<char>(random() % 256); break;
        case 1: text.erase(at, 1 + random() % 40); break;
        case 2: text.insert(at, text.substr(random() % text.size(), random() % 60)); break;
        default: text.insert(at, std::vector<std::string>{"\n", ":", "#", "- ", "1. ", "\xEF\xBB\xBF", "…", "\"", "{", "\xE2\x80\xA8"}[random() % 10]); break;
      }
      if (text.empty()) text = "a";
    }
    CAPTURE(text);
    const auto out = outcome_of(store, text);
    if (out.yaml.empty()) continue;
    Diagnostics findings;
    const auto read = read_report(out.yaml, {AreaId{"thuan-thanh/ho/khu-pho-1"}, OrgId{"ccb"}, *parse_period("2024-W19"), false}, store, findings);
    CHECK_FALSE(read.unreadable);
  }
}

TEST_CASE("text form: a great text that is no form ends soon") {
  const Store store = sample();
  std::string text = kHead + "1. Tình hình\n";
  for (int i = 0; i < 20000; ++i) text += "- Lĩnh vực: a" + std::to_string(i) + "\n";
  Diagnostics findings;
  CHECK_FALSE(read_text_form(text, "bieu.txt", store, findings));
  CHECK(findings.items().size() == 60);
}

}  // namespace nammo
