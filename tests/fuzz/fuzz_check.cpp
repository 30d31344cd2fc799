// The whole check: the first line of an input is the path of a file of the sample store, the rest its bytes.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/unicode.h"
#include "fuzz/must.h"
#include "nammo/check.h"
#include "nammo/render.h"
#include "support/sample_store.h"

using namespace nammo;
using fuzz::must;

namespace {

const test::MemoryFiles& sound_store() {
  static const auto files = [] {
    auto all = test::sample_store().files();
    all[test::kSampleReportPath] = test::sample_report();
    return std::map<std::string, std::string>(all);
  }();
  static const test::MemoryFiles store(files);
  return store;
}

bool is_of_store(const std::string& path) {
  return path == "areas/thuan-thanh/ho/khu-pho-1/reports/ccb/2024-W19.review.yaml" || sound_store().kind(path) == FileKind::regular;
}

std::string json_of(const Diagnostics& findings) { return findings_json(findings.items(), Language::vi); }

Diagnostics checked(const FileReader& files, std::vector<std::string> paths, unsigned threads) {
  Diagnostics findings;
  (void)check_store(files, {std::move(paths), threads}, findings);
  return findings;
}

void check_place(const Diagnostic& finding, const FileReader& files) {
  const Place& place = finding.where.place;
  if (place.line == 0) return must(place == Place{}, "a place is in the file, or the file");
  const std::string text = files.read(finding.where.file).text;
  const auto lines = std::count(text.begin(), text.end(), '\n') + std::count(text.begin(), text.end(), '\r') + 1;
  must(place.column >= 1 && std::pair(place.line, place.column) <= std::pair(place.end_line, place.end_column), "a place begins before it ends");
  must(place.end_line <= lines + 1, "it lies in the file");
}

void check_finding(const Diagnostic& finding, const FileReader& files) {
  must(!finding.code.empty() && !finding.message.vi.empty() && !finding.message.en.empty(), "a finding says what is wrong");
  for (const Text* text : {&finding.message, &finding.help}) {
    for (const std::string& said : {text->vi, text->en}) must(!find_invalid_utf8(said) && !find_control_character(said), "in sound text");
  }
  check_place(finding, files);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto rest = fuzz::text_of(data, size);
  const std::string path(fuzz::take_line(rest));
  if (!is_of_store(path)) return 0;
  const auto files = overlay(sound_store(), {{path, std::string(rest)}});
  const Diagnostics all = checked(*files, {}, 1);
  for (const Diagnostic& finding : all.items()) check_finding(finding, *files);
  const std::string json = json_of(all);
  must(json_of(checked(*files, {}, 2)) == json, "two threads find the same, in the same order");
  const auto read = nlohmann::json::parse(json, nullptr, false);
  must(read.is_array() && read.size() == all.items().size(), "findings are JSON");
  must(!nlohmann::json::parse(findings_sarif(all.items(), "", Language::vi), nullptr, false).is_discarded(), "and SARIF");
  const auto of_file = std::count_if(all.items().begin(), all.items().end(), [&](const Diagnostic& one) { return one.where.file == path; });
  must(static_cast<long>(checked(*files, {path}, 1).items().size()) == of_file, "asked for the file alone, its findings are the same");
  const std::string shown = findings_text(all.items(), *files, Language::vi, Colour::off);
  must(!find_control_character(fuzz::with_all(shown, "\n", " ")), "a terminal obeys nothing in them");
  return 0;
}
