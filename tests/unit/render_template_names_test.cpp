#include "render/template_names.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "nammo/broken_totals.h"
#include "nammo/trend.h"
#include "render/check_template.h"
#include "render/document.h"
#include "render/shipped_files.h"
#include "support/findings.h"
#include "support/sample_store.h"
#include "unit/render_case.h"

using namespace nammo;

namespace {

// The names that an object has, and those that it lacks, by place.
struct Seen {
  std::set<std::string> places;
  std::set<std::string> lacking;
};

void look(const Tree& tree, const std::string& place, TemplateScope scope, Seen& seen) {
  seen.places.insert(place);
  for (const TemplateName& name : names_at(place, scope)) {
    const Tree* value = tree.get(std::string(name.name));
    const std::string path = place.empty() ? std::string(name.name) : place + "." + std::string(name.name);
    if (value == nullptr) {
      seen.lacking.insert(path);
    } else if (name.kind == NameKind::list) {
      CHECK_MESSAGE(value->is_list(), path);
      for (const Tree& item : value->list_value()) look(item, path, scope, seen);
    } else if (name.kind == NameKind::flag) {
      CHECK_MESSAGE(value->is_bool(), path);
    } else {
      CHECK_MESSAGE((value->is_string() || value->is_false()), path);
    }
  }
}

// The week of the ward in which everything happened that a report can tell.
void fill(test::MemoryFiles& files) {
  files.put("nammo.yaml", test::replaced(files.files().at("nammo.yaml"), "    letterhead:\n",
                                         "    letterhead:\n      commune: {signed: [TM. BAN CHẤP HÀNH, CHỦ TỊCH]}\n"));
  files.put(test::kSampleReportPath, test::sample_report());
  files.put("areas/thuan-thanh/ho/khu-pho-2/reports/ccb/2024-W19.yaml",
            "report: weekly\norg: ccb\narea: thuan-thanh/ho/khu-pho-2\nperiod: 2024-W19\nofficer: tran-thi-b\n"
            "submitted: 2024-05-08T16:40+07:00\nsituation: [{field: economy, text: Yên ổn.}]\n"
            "evaluation: {strengths: Nắm chắc., shortcomings: Còn chậm., causes: Ít người., lessons: Đi sớm.}\n"
            "proposals: [{to: btv-thi-uy, text: Chưa trả lời.}]\n");
}

Trend something(const test::RenderCase& made) {
  Trend trend;
  trend.org = OrgId{"ccb"};
  trend.fresh.push_back(NewSubject{Subject{CodeId{"electricity"}, {}}, 1, 2, 5, 8});
  CHECK(made.report.question.org == trend.org);
  return trend;
}

FigureRule two_members() {
  FigureRule rule;
  rule.id = "members-twice";
  rule.sum = {{IndicatorId{"members"}, false}};
  rule.other = {{IndicatorId{"members"}, false}, {IndicatorId{"members"}, false}};
  return rule;
}

BrokenTotal broken_by(const FigureRule& rule, const test::RenderCase& made) {
  BrokenTotal total;
  total.rule = &rule;
  total.org = made.report.question.org;
  total.area = made.report.question.area;
  total.judgement.outcome = Judgement::Outcome::violated;
  return total;
}

Seen seen_in(Layout layout) {
  auto files = test::sample_store();
  fill(files);
  const auto made = test::render_case(files, "ccb", "thuan-thanh/ho", "2024-W19", "2024-05-09T12:00+07:00");
  const std::vector<Trend> trends{something(*made)};
  DocumentOptions options;
  options.layout = layout;
  options.texts = TextDepth::every;
  options.trends = &trends;
  options.figures.compared = &made->report;
  const FigureRule rule = two_members();
  const std::vector<BrokenTotal> broken{broken_by(rule, *made)};
  options.broken = &broken;
  const Document document{made->store, made->report, options, read_sources(made->store, made->report, options.texts)};
  Seen seen;
  look(document_tree(document), "", layout == Layout::brief ? TemplateScope::brief : TemplateScope::full, seen);
  return seen;
}

std::string listed(const std::set<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += name + "\n";
  return text;
}

TemplateUse use_of(std::string_view file) {
  if (file.starts_with("week") || file.starts_with("month")) return {TemplateScope::full, true};
  if (file.starts_with("brief")) return {TemplateScope::brief, true};
  return {TemplateScope::any, false};
}

}  // namespace

TEST_CASE("template names: documents give every name of the table, at every place of it") {
  std::set<std::string> places;
  std::set<std::string> lacking;
  for (const auto layout : {Layout::full, Layout::brief}) {
    const Seen seen = seen_in(layout);
    places.insert(seen.places.begin(), seen.places.end());
    lacking.insert(seen.lacking.begin(), seen.lacking.end());
  }
  std::set<std::string> all;
  for (const auto place : template_places()) all.insert(std::string(place));
  CHECK(listed(places) == listed(all));
  CHECK(listed(lacking) == "");
}

TEST_CASE("template names: each place of the table is one of its lists, and each list a place") {
  std::set<std::string> lists{""};
  for (const auto place : template_places()) {
    for (const TemplateName& name : names_at(place, TemplateScope::any)) {
      const std::string path = (place.empty() ? "" : std::string(place) + ".") + std::string(name.name);
      if (name.kind == NameKind::list) lists.insert(path);
    }
  }
  std::set<std::string> places;
  for (const auto place : template_places()) places.insert(std::string(place));
  CHECK(listed(places) == listed(lists));
}

TEST_CASE("template names: nothing is wrong with a shipped template") {
  int templates = 0;
  for (const ShippedFile& shipped : kShippedFiles) {
    if (!shipped.name.ends_with(".mustache")) continue;
    Diagnostics findings;
    check_template(shipped.bytes, std::string(shipped.name), use_of(shipped.name), findings);
    CHECK(test::lines_of(findings) == "");
    ++templates;
  }
  CHECK(templates == 16);
}
