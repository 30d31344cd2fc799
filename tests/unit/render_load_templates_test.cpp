#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "nammo/html.h"
#include "nammo/templates.h"
#include "render/template_files.h"
#include "support/findings.h"
#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

using Names = std::vector<std::string>;
using Files = std::set<std::string>;

DocumentKind document(const std::string& type, const std::string& org, PeriodKind period) {
  DocumentKind kind;
  kind.type = type;
  kind.org = org;
  kind.period = period;
  return kind;
}

// A document of the town's week, with the templates of `files`.
struct Written {
  std::string markdown;
  std::string findings;
  int refused = 0;
  Files read;  // in templates/
};
Written write(const test::MemoryFiles& files, Layout layout = Layout::full, Language language = Language::vi) {
  const auto made = test::render_case(files, "ccb", "thuan-thanh", "2024-W19", "2024-05-09T12:00+07:00");
  Diagnostics findings;
  const Templates templates = load_templates(files, made->store, made->report.question, layout, language, findings);
  DocumentOptions options;
  options.layout = layout;
  options.language = language;
  options.templates = &templates;
  Written written{made->markdown(options), test::lines_of(findings), templates.refused, {}};
  for (const auto& path : files.read_files()) {
    if (path.starts_with("templates/")) written.read.insert(path);
  }
  return written;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// The findings of `nammo check` in templates/, in English.
std::string checked(const test::MemoryFiles& files, const std::string& below = "") {
  Diagnostics findings;
  check_templates(files, [&](std::string_view path) { return path.starts_with(below); }, findings);
  findings.sort();
  return test::lines_of(findings);
}

}  // namespace

TEST_CASE("template order: the organisation's before the others, the type's before those of its kind of period") {
  const auto weekly = document("weekly", "ccb", PeriodKind::week);
  CHECK(template_names(weekly, kOutline) == Names{"weekly-ccb.vi", "weekly.vi", "week-ccb.vi", "week.vi"});
  CHECK(template_names(weekly, "letterhead") == Names{"letterhead-ccb", "letterhead-mass-organisation"});
  CHECK(template_names(weekly, "foot") == Names{"foot-ccb", "foot"});
  CHECK(template_names(weekly, "annex") == Names{"annex-ccb.vi", "annex.vi"});
  CHECK(template_names(document("urgent", "bdv", PeriodKind::adhoc), kOutline) ==
        Names{"urgent-bdv.vi", "urgent.vi", "week-bdv.vi", "week.vi"});
  for (const auto kind : {PeriodKind::month, PeriodKind::quarter, PeriodKind::half, PeriodKind::year, PeriodKind::once}) {
    CHECK(template_names(document("summary", "ccb", kind), kOutline) ==
          Names{"summary-ccb.vi", "summary.vi", "month-ccb.vi", "month.vi"});
  }
  auto brief = weekly;
  brief.layout = Layout::brief;
  brief.language = Language::en;
  CHECK(template_names(brief, kOutline) == Names{"brief-ccb.en", "brief.en"});
}

TEST_CASE("template order: a type or organisation with the name of a part has no file of its own") {
  CHECK(template_names(document("annex", "ccb", PeriodKind::week), kOutline) == Names{"week-ccb.vi", "week.vi"});
  auto state = document("weekly", "party", PeriodKind::week);
  state.family = LetterheadFamily::state;
  CHECK(template_names(state, "letterhead") == Names{"letterhead-state"});
  CHECK(template_names(state, "foot") == Names{"foot"});
}

TEST_CASE("templates: a store without a folder gives what nammo ships, and reads nothing") {
  const auto files = test::sample_store();
  const auto plain = test::render_case(files, "ccb", "thuan-thanh", "2024-W19", "2024-05-09T12:00+07:00")->markdown();
  const Written written = write(files);
  CHECK(written.markdown == plain);
  CHECK(written.findings == "");
  CHECK(written.read == Files{});
}

TEST_CASE("templates: a letterhead of the store's own stands in the shipped outline") {
  auto files = test::sample_store();
  const auto plain = write(files).markdown;
  files.put("templates/letterhead-mass-organisation.mustache", "| **{{issuer}}** | {{place}} |\r\n|---|---|\r\n\r\n");
  const Written written = write(files);
  CHECK(written.findings == "");
  CHECK(written.markdown ==
        "| **HỘI CCB THỊ XÃ THUẬN THÀNH** | Thuận Thành |\n|---|---|\n" + plain.substr(plain.find("\n# BÁO CÁO NHANH")));
  files.put("templates/letterhead-ccb.mustache", "| {{symbol}} | x |\n|---|---|\n");
  CHECK(first_line(write(files).markdown) == "| BC-CCB | x |");
  files.put("templates/letterhead-bdv.mustache", "another's");
  CHECK(first_line(write(files).markdown) == "| BC-CCB | x |");
}

TEST_CASE("templates: an outline is taken by type, and only what it calls is read") {
  auto files = test::sample_store();
  files.put("templates/week.vi.mustache", "W {{title}}\n");
  files.put("templates/weekly.vi.mustache", "T {{title}}\n{{> foot}}\n");
  files.put("templates/foot.mustache", "F {{signed_head}}\n");
  files.put("templates/annex.vi.mustache", "A\n");
  files.put("templates/monthly.vi.mustache", "M\n");
  files.put("templates/brief.vi.mustache", "B {{date}}\n{{> letterhead}}\n");
  files.put("templates/weekly.en.mustache", "E {{title}}");
  files.put("templates/letterhead-ccb.mustache", "L");
  const Written written = write(files);
  CHECK(written.markdown == "T BÁO CÁO NHANH\nF TM. BAN THƯỜNG VỤ\n");
  CHECK(written.read == Files{"templates/weekly.vi.mustache", "templates/foot.mustache"});
  CHECK(write(files, Layout::brief).markdown == "B ngày 09 tháng 5 năm 2024\nL\n");
  CHECK(write(files, Layout::full, Language::en).markdown == "E BÁO CÁO NHANH\n");
}

TEST_CASE("templates: what reports say is text at every place where a template puts it") {
  auto files = test::sample_store();
  files.put("areas/thuan-thanh/reports/ccb/2024-W19.yaml",
            "report: weekly\norg: ccb\narea: thuan-thanh\nperiod: 2024-W19\nofficer: bui-van-k\n"
            "submitted: 2024-05-09T11:00+07:00\noverview: \"# <b> {{title}} {{{self}}} *a* | `c`\"\n");
  files.put("templates/weekly.vi.mustache",
            "{{general}}\n- {{general}}\n* {{general}}\n+ {{general}}\n12. {{general}}\n3) {{general}}\n> {{general}}\n"
            "> - {{general}}\n## {{general}}\n| {{general}} |\n`{{general}}`\n");
  const std::string inner = "# &lt;b> {{title}} {{{self}}} \\*a\\* \\| \\`c\\`.";
  CHECK(write(files).markdown == "\\" + inner + "\n- \\" + inner + "\n* \\" + inner + "\n+ \\" + inner + "\n12. \\" + inner +
                                     "\n3) \\" + inner + "\n> \\" + inner + "\n> - \\" + inner + "\n## " + inner + "\n| " + inner +
                                     " |\n`" + inner + "`\n");
}

TEST_CASE("templates: an HTML page of one has no more tags than the template has") {
  auto files = test::sample_store();
  files.put("areas/thuan-thanh/reports/ccb/2024-W19.yaml",
            "report: weekly\norg: ccb\narea: thuan-thanh\nperiod: 2024-W19\nofficer: bui-van-k\n"
            "submitted: 2024-05-09T11:00+07:00\noverview: \"<script>x</script> [a](javascript:b) **c**\"\n");
  files.put("templates/weekly.vi.mustache", "**a** {{general}}\n");
  const auto page = html_page(write(files).markdown, "t", Language::vi);
  CHECK(page.find("<main>\n<p><strong>a</strong> &lt;script&gt;x&lt;/script&gt; [a](javascript:b) **c**.</p>\n</main>") !=
        std::string::npos);
}

TEST_CASE("templates: one with an error stands aside for the next, and is counted") {
  auto files = test::sample_store();
  files.put("templates/weekly-ccb.vi.mustache", "{{#matters}}");
  files.put("templates/weekly.vi.mustache", "T{{titel}}\n");
  files.put("templates/letterhead-ccb.mustache", "{{{issuer}}}");
  const Written written = write(files);
  CHECK(written.markdown == "T\n");
  CHECK(written.refused == 1);  // the outline calls no letterhead
  CHECK(written.findings ==
        "templates/weekly-ccb.vi.mustache:1:1-1:13: template-syntax: the section {{#matters}} that begins here is not closed\n"
        "templates/weekly.vi.mustache:1:2-1:11: (warning) template-name: no document has anything by the name of \"titel\" here, so "
        "nothing will stand in this place\n");
}

TEST_CASE("templates: links, folders and files that are too large are not read as templates") {
  auto files = test::sample_store();
  const auto plain = write(files).markdown;
  files.put_kind("templates/letterhead-ccb.mustache", FileKind::link);
  files.put("templates/foot.mustache/x", "");
  files.put("templates/annex.vi.mustache", std::string((1U << 20U) + 1, ' '));
  const Written written = write(files);
  CHECK(written.markdown == plain);
  CHECK(written.refused == 3);
  CHECK(checked(files) ==
        "templates/annex.vi.mustache:0:0-0:0: file-size: the file is larger than 1 MiB, so it is not read\n"
        "templates/foot.mustache:0:0-0:0: file-kind: not a regular file (a link, a folder, a FIFO or a device), so it is not read\n"
        "templates/letterhead-ccb.mustache:0:0-0:0: file-kind: not a regular file (a link, a folder, a FIFO or a device), so it is not read\n");
  auto linked = test::sample_store();
  linked.put_kind("templates", FileKind::link);
  CHECK(write(linked).refused == 1);
}

TEST_CASE("check of templates: every file is looked at, also those that no report of this week takes") {
  auto files = test::sample_store();
  files.put("templates/monthly-bdv.en.mustache", "{{worst}}\n");
  files.put("templates/opinion-table.vi.mustache", "{{> foot}}\n");
  files.put("templates/brief.vi.mustache", "{{> annex}}\n");
  files.put("templates/summary.vi.mustache", "Tie\xCC\x82u\n");
  files.put("templates/notes.txt", "{{{");
  files.put("templates/.week.vi.mustache.swp", "{{{");
  files.put("templates/week.vi.mustache~", "{{{");
  CHECK(checked(files) ==
        "templates/brief.vi.mustache:1:1-1:12: template-part: there is no part annex here\n"
        "templates/monthly-bdv.en.mustache:1:1-1:10: (warning) template-name: no document has anything by the name of \"worst\" here, "
        "so nothing will stand in this place\n"
        "templates/opinion-table.vi.mustache:1:1-1:11: template-part: a part of a document cannot call another part\n"
        "templates/summary.vi.mustache:1:3-1:4: (warning) text-nfd: the accented letters here are decomposed (NFD), not composed "
        "(NFC)\n");
  CHECK(checked(files, "templates/brief") ==
        "templates/brief.vi.mustache:1:1-1:12: template-part: there is no part annex here\n");
  CHECK(checked(files, "areas") == "");
}

TEST_CASE("check of templates: a name that no document takes is a warning, unless the regime itself is broken") {
  auto files = test::sample_store();
  files.put("templates/letterhead-partyy.mustache", "x");
  files.put("templates/weekly.mustache", "x");
  files.put("templates/foot.mustache.txt", "x");
  const std::string unused = ": (warning) template-unused: no document of this store uses a template of that name\n";
  CHECK(checked(files) == "templates/foot.mustache.txt:0:0-0:0" + unused + "templates/letterhead-partyy.mustache:0:0-0:0" + unused +
                              "templates/weekly.mustache:0:0-0:0" + unused);
  Diagnostics findings;
  check_templates(files, [](std::string_view) { return true; }, findings);
  CHECK(findings.items()[0].help.en == "did you mean \"foot.mustache\"?");
  CHECK(findings.items()[1].help.en == "did you mean \"letterhead-party.mustache\"?");
  files.put("reporting.yaml", "weekly: {");
  CHECK(checked(files) == "");
}
