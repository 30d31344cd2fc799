#include "tally/shed_texts.h"

#include <doctest/doctest.h>

#include <string>

#include "nammo/charts.h"
#include "nammo/consolidated.h"
#include "nammo/render.h"
#include "support/findings.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

const std::string kTown = "thuan-thanh";
const std::string kWard = "thuan-thanh/ho";
const std::string kHamlet = "thuan-thanh/ho/khu-pho-1";

std::string replaced_everywhere(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

// The sample report, which has every key, as the monthly one of `area`. Its matter and
// its proposal rise unless `rising` is empty.
std::string monthly(const std::string& area, const std::string& period, const std::string& rising = "up: true") {
  std::string text = replaced_everywhere(sample_report(), "area: " + kHamlet, "area: " + area);
  text = replaced_everywhere(text, "report: weekly", "report: monthly");
  text = replaced_everywhere(text, "period: 2024-W19", "period: " + period);
  text = replaced_everywhere(text, "submitted: 2024-05-08T16:40+07:00", "submitted: " + period + "-13T16:40+07:00");
  text = replaced_everywhere(text, "received: {at: 2024-05-08T16:45+07:00, via: zalo, by: le-van-c}\n", "");
  text = replaced_everywhere(text, "from: [" + kHamlet + "]", "from: []");
  return rising.empty() ? replaced_everywhere(text, "up: true", "up: false") : text;
}

// A quarter of two months: in May the ward speaks for its hamlets, in June nobody does,
// and the town, whose quarter is asked for, in neither.
MemoryFiles quarter() {
  auto files = sample_store().files();
  const auto put = [&](const std::string& area, const std::string& period, const std::string& text) {
    files["areas/" + area + "/reports/ccb/" + period + ".yaml"] = text;
  };
  put(kWard, "2024-05", monthly(kWard, "2024-05", ""));
  for (const char* hamlet : {"1", "2", "4"}) {
    const std::string area = kWard + "/khu-pho-" + hamlet;
    put(area, "2024-05", monthly(area, "2024-05", area == kHamlet ? "up: true" : ""));
    put(area, "2024-06", monthly(area, "2024-06"));
  }
  put(kWard + "/khu-pho-3", "2024-05", monthly(kWard + "/khu-pho-3", "2024-05-13") + "#");  // another period than its path
  files["areas/" + kWard + "/khu-pho-2/reports/ccb/2024-06.review.yaml"] =
      "state: returned\nby: le-van-c\nat: 2024-06-14T10:00+07:00\ncontent: " +
      content_hash(monthly(kWard + "/khu-pho-2", "2024-06")) + "\nbecause: Thiếu số liệu.\n";
  return MemoryFiles{std::move(files)};
}

Store load(const FileReader& files) {
  Diagnostics findings;
  Store store = load_settings(files, findings).value();
  load_regime(files, store, findings);
  load_catalog(files, store, findings);
  load_calendar(files, 2024, store, findings);
  list_officers(files, store);
  load_areas(files, {}, store, findings);
  REQUIRE(lines_of(findings).empty());
  return store;
}

Consolidated read(const FileReader& files, const Store& store, TextDepth texts) {
  Diagnostics findings;
  const Question question{store.regime.find(ReportTypeId{"quarterly"}), OrgId{"ccb"}, AreaId{kTown}, parse_period("2024-Q2").value()};
  return consolidate(files, store, question, parse_instant("2024-06-20T08:00+07:00").value(), {texts}, findings);
}

const Report& of(const Consolidated& report, const std::string& area, const std::string& period) {
  for (const Delivery& delivery : report.figures) {
    const Obligation& owed = delivery.obligation;
    if (owed.area.str() == area && to_string(owed.period) == period) return delivery.filing.report.value();
  }
  throw std::runtime_error("no report of " + area);
}

// Everything that is printed of a report.
std::string shown(const Store& store, const Consolidated& report) {
  DocumentOptions options;
  std::string all;
  for (const Layout layout : {Layout::full, Layout::brief}) {
    options.layout = layout;
    all += document_markdown(store, report, options);
  }
  all += document_json(store, report, options) + figures_csv(store, report, CsvDialect::standard, Language::vi);
  for (const Chart& chart : make_charts(store, report, {}, Language::vi).drawn) all += chart.svg + chart.description;
  return all;
}

}  // namespace

TEST_CASE("shed texts: of a report for which another speaks what is reckoned from stays, and what rises") {
  const MemoryFiles files = quarter();
  const Store store = load(files);
  const Consolidated all = read(files, store, TextDepth::every);
  const Consolidated kept = read(files, store, TextDepth::speaking);

  const Report& silent = of(kept, kWard + "/khu-pho-2", "2024-05");
  CHECK(of(all, kWard + "/khu-pho-2", "2024-05").overview == "Tình hình ổn định; Nhân dân phấn khởi kỷ niệm 70 năm Chiến thắng Điện Biên Phủ.");
  CHECK(silent.overview.empty());
  CHECK(silent.results.empty());
  CHECK(silent.directives.empty());
  CHECK(silent.difficulties.empty());
  CHECK(silent.dialogues.empty());
  CHECK(silent.models.empty());
  CHECK(silent.proposals.empty());
  CHECK(silent.next.empty());
  CHECK(silent.forecast.empty());
  REQUIRE(silent.situation.size() == 1);
  CHECK(silent.situation[0].text.empty());
  CHECK(silent.situation[0].id == "dien-toi");
  CHECK(silent.situation[0].severity == MatterSeverity::watch);
  REQUIRE(silent.opinions.size() == 1);
  CHECK(silent.opinions[0].text.empty());
  CHECK(silent.opinions[0].topic == CodeId{"electricity"});
  CHECK(silent.opinions[0].breadth == Breadth::many);
  REQUIRE(silent.activities.size() == 1);
  CHECK(silent.activities[0].title == "Nói chuyện truyền thống");
  CHECK(silent.activities[0].people == 62);
  CHECK(silent.figures.size() == 2);
  CHECK(silent.submitted);

  const Report& rising = of(kept, kHamlet, "2024-05");
  CHECK(rising.overview.empty());
  CHECK(rising.situation[0].text == "Điện chập chờn hai buổi tối 06 và 07/5.");
  REQUIRE(rising.proposals.size() == 1);
  CHECK(rising.proposals[0].text == "Thông báo trước lịch cắt điện.");
}

TEST_CASE("shed texts: who speaks, alone or for others, keeps every text") {
  const MemoryFiles files = quarter();
  const Store store = load(files);
  const Consolidated kept = read(files, store, TextDepth::speaking);
  for (const auto& one : {std::pair{kWard, "2024-05"}, std::pair{kHamlet, "2024-06"}}) {
    const auto& [area, period] = one;
    CAPTURE(one.first);
    const Report& speaker = of(kept, area, period);
    CHECK(speaker.overview == "Tình hình ổn định; Nhân dân phấn khởi kỷ niệm 70 năm Chiến thắng Điện Biên Phủ.");
    CHECK(speaker.opinions[0].text == "Lo cắt điện kéo dài khi nắng nóng.");
    CHECK(speaker.activities[0].text == "Nhân 70 năm Điện Biên Phủ.");
    CHECK(speaker.models[0].text == "Đã đăng ký với phường.");
    CHECK(speaker.next.size() == 2);
  }
  // Sent back: it gives neither figures nor texts.
  CHECK(of(kept, kWard + "/khu-pho-2", "2024-06").overview.empty());
}

TEST_CASE("shed texts: every document is the same with them as without") {
  const MemoryFiles files = quarter();
  const Store store = load(files);
  const Consolidated all = read(files, store, TextDepth::every);
  const Consolidated kept = read(files, store, TextDepth::speaking);
  CHECK(shown(store, kept) == shown(store, all));
  CHECK(count_unreadable(kept) == count_unreadable(all));
  for (const char* period : {"2024-05", "2024-06"}) {
    CAPTURE(period);
    const auto texts_in = [&](const Consolidated& report) {
      std::string told;
      std::vector<Delivery> part;
      for (const Delivery& d : report.figures) {
        if (to_string(d.obligation.period) == period) part.push_back(d);
      }
      const Texts texts = select_texts(part, AreaId{kTown}, TextDepth::speaking);
      for (const Delivery* speaker : texts.speakers) told += speaker->obligation.area.str() + ": " + speaker->filing.report->overview + "\n";
      for (const auto& one : texts.situation) told += one.by->obligation.area.str() + ": " + one.entry->title + ", " + one.entry->text + "\n";
      for (const auto& one : texts.proposals) told += one.by->obligation.area.str() + ": " + one.entry->text + "\n";
      return told;
    };
    CHECK(!texts_in(kept).empty());
    CHECK(texts_in(kept) == texts_in(all));
  }
}

TEST_CASE("shed texts: what a middle level retells does not rise again without it (the quarter of the example)") {
  const auto files = open_folder(NAMMO_SOURCE_DIR "/examples/thuan-thanh");
  const Store store = load(*files);
  DocumentOptions options;
  options.date = std::chrono::year{2024} / 6 / 20;
  const auto document = [&](TextDepth texts) { return document_markdown(store, read(*files, store, texts), options); };
  const std::string whole = document(TextDepth::every);
  CHECK(document(TextDepth::speaking) == whole);
  CHECK(whole.find("Thu gom rác thải") == std::string::npos);  // the ward tells of it, and did not ask to carry it on
}
