#include "nammo/today_views.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "render/wrap.h"
#include "support/findings.h"
#include "support/sample_store.h"

using namespace nammo;
using namespace nammo::test;

namespace {

// The sample with 18 wards of eight khu phố each, every one with an officer of its own.
void make_large(MemoryFiles& files) {
  for (int ward = 1; ward <= 18; ++ward) {
    const std::string id = "areas/thuan-thanh/phuong-" + std::to_string(ward);
    files.put(id + "/area.yaml", "name: phường Số " + std::to_string(ward) +
                                     "\nlevel: commune\nsince: 2023-04-10\npilot: {since: 2024-05-06, decision: x}\n");
    for (int hamlet = 1; hamlet <= 8; ++hamlet) {
      const std::string who = "can-bo-" + std::to_string(ward) + "-" + std::to_string(hamlet);
      files.put(id + "/khu-pho-" + std::to_string(hamlet) + "/area.yaml",
                "name: Khu phố " + std::to_string(hamlet) +
                    "\nlevel: hamlet\nsince: 2023-04-10\npilot: {since: 2024-05-06, decision: x}\nofficers:\n  - {officer: " + who +
                    ", org: ccb, role: lead, since: 2024-05-01}\n");
      files.put("officers/" + who + ".yaml", "name: Cán Bộ Số " + who.substr(7) + ";\norg: ccb\n");
    }
  }
}

struct View {
  Store store;
  Today today;
  Diagnostics findings;
  [[nodiscard]] std::string text(Language language = Language::vi) const { return today_text(store, today, findings.items(), language); }
};

View view_of(const MemoryFiles& files, const char* now) {
  Diagnostics broken;
  View view{load_settings(files, broken).value(), {}, {}};
  load_regime(files, view.store, broken);
  load_calendar(files, 2024, view.store, broken);
  load_areas(files, {}, view.store, broken);
  load_officers(files, view.store, broken);
  REQUIRE(lines_of(broken).empty());
  const TodayQuestion question{AreaId{"thuan-thanh"}, OrgId{"ccb"}};
  view.today = read_today(files, view.store, question, parse_instant(now).value(), view.findings);
  return view;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

// With one blank for every line end and what stands before the next line.
std::string on_one_line(const std::string& text) {
  std::string flat;
  for (const char c : text) {
    const bool blank = c == '\n' || c == ' ';
    if (!blank || !flat.ends_with(' ')) flat += blank ? ' ' : c;
  }
  return flat;
}

int count(const std::string& text, const std::string& what) {
  int found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("today: a town of 149 hamlets that sent nothing stays a screen, with every name in it once") {
  MemoryFiles files = sample_store();
  make_large(files);
  const View view = view_of(files, "2024-05-09T08:00+07:00");
  for (const Language language : {Language::vi, Language::en}) {
    const std::string text = view.text(language);
    const auto all = lines(text);
    CHECK(all.size() < 110);  // 149 names of 24 columns, three in a line, are fifty
    for (const auto& line : all) {
      CAPTURE(line);
      CHECK(display_width(line) <= kTextWidth);
    }
    const std::string flat = on_one_line(text);
    for (int ward = 1; ward <= 18; ++ward) {
      for (int hamlet = 1; hamlet <= 8; ++hamlet) {
        const std::string name = "Cán Bộ Số " + std::to_string(ward) + "-" + std::to_string(hamlet) + "; (Khu phố " + std::to_string(hamlet) + ")";
        CAPTURE(name);
        CHECK(count(flat, name) == 1);
      }
      CHECK(flat.find("phường Số " + std::to_string(ward) + ": Cán Bộ Số") != std::string::npos);
    }
  }
  CHECK(view.text().find("149 chi hội khu phố") != std::string::npos);
  const auto second = on_one_line(view.text()).find("phường Số 2: ");
  CHECK(second < on_one_line(view.text()).find("phường Số 10: "));  // numbers as numbers
}

TEST_CASE("today: names from the store stay on their line and mean nothing in Markdown") {
  MemoryFiles files = sample_store();
  files.put("officers/nguyen-van-a.yaml", "name: \"A *B* \\u202E<b>\"\norg: ccb\ntitle: \"[x](y)\"\n");
  for (const char* number : {"2", "3", "4", "5"}) files.remove("areas/thuan-thanh/ho/khu-pho-" + std::string(number));
  const View view = view_of(files, "2024-05-09T08:00+07:00");
  CHECK(view.text().find("Kính gửi đồng chí A *B* \xEF\xBF\xBD<b>, [x](y),") != std::string::npos);
  const std::string markdown = today_markdown(view.store, view.today, view.findings.items(), Language::vi);
  CHECK(markdown.find("> Kính gửi đồng chí A \\*B\\* \xEF\xBF\xBD&lt;b>, \\[x\\](y),\n") != std::string::npos);
}

TEST_CASE("today: many irregular debts have eight messages, and every other officer by name") {
  MemoryFiles files = sample_store();
  make_large(files);
  for (int ward = 1; ward <= 18; ++ward) {  // of each ward another khu phố sent another week
    for (int hamlet = 1; hamlet <= 8; ++hamlet) {
      const std::string area = "thuan-thanh/phuong-" + std::to_string(ward) + "/khu-pho-" + std::to_string(hamlet);
      for (int week = 19; week <= 22; ++week) {
        if ((ward * 8 + hamlet) % 16 & (1 << (week - 19))) continue;
        const std::string period = "2024-W" + std::to_string(week);
        files.put("areas/" + area + "/reports/ccb/" + period + ".yaml",
                  "report: weekly\norg: ccb\narea: " + area + "\nperiod: " + period +
                      "\nofficer: le-van-c\nnil: true\nsubmitted: 2024-05-29T08:00+07:00\n");
      }
    }
  }
  const std::string text = view_of(files, "2024-06-06T08:00+07:00").text();
  CHECK(count(text, "Kính gửi") == 8);
  CHECK(text.find("Cũng chưa nộp") != std::string::npos);
  const std::string flat = on_one_line(text);
  for (int ward = 1; ward <= 18; ++ward) {
    for (int hamlet = 1; hamlet <= 8; ++hamlet) {
      const std::string name = "Cán Bộ Số " + std::to_string(ward) + "-" + std::to_string(hamlet) + "; ";
      CAPTURE(name);
      CHECK(count(flat, name) == 1);
    }
  }
}
