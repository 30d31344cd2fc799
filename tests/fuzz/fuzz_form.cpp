// Text forms: an input is one as it came back.
#include <algorithm>
#include <functional>

#include "base/unicode.h"
#include "fuzz/must.h"
#include "fuzz/report_laws.h"
#include "fuzz/sample.h"
#include "nammo/text.h"
#include "nammo/text_form.h"

using namespace nammo;
using fuzz::must;

namespace {

struct Outcome {
  std::string yaml;  // empty: refused
  std::optional<ReportKey> key{};
};

Outcome outcome_of(const std::string& text) {
  Diagnostics findings;
  const auto form = read_text_form(text, "form.txt", fuzz::sample(), findings);
  must(form.has_value() != findings.has_errors(), "read, or said why not");
  for (const auto& finding : findings.items()) must(finding.where.file == "form.txt" && finding.where.place.line >= 0, "findings stand in the form");
  if (!form) return {};
  return {form->yaml, ReportKey{form->head.area, form->head.org, form->head.period, false}};
}

// A word more at the end of a line below the first heading, one line of each input, is in the report, or the form
// is refused: nothing is dropped. Lines of guidance are not the writer's.
void check_nothing_dropped(const std::string& text) {
  const auto headings = text.find("\n1.");
  if (headings == std::string::npos) return;
  const auto lines = std::count(text.begin() + static_cast<std::ptrdiff_t>(headings), text.end(), '\n');
  auto end = headings;
  for (auto skip = static_cast<long>(std::hash<std::string>{}(text) % static_cast<std::size_t>(lines)); skip >= 0; --skip) end = std::min(text.find('\n', end + 1), text.size());
  const auto begin = text.rfind('\n', end - 1) + 1;
  const auto line = trimmed(std::string_view(text).substr(begin, end - begin), " \t\r\v\f");
  if (line.starts_with('#')) return;
  const auto marked = outcome_of(text.substr(0, begin) + std::string(line) + " " + fuzz::kMark + text.substr(end));
  must(marked.yaml.empty() || marked.yaml.find(fuzz::kMark) != std::string::npos, "no word is dropped");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  (void)is_text_form(text);
  const auto outcome = outcome_of(text);
  if (outcome.yaml.empty()) return 0;
  must(is_text_form(text), "what is read as a form is known for one");
  fuzz::check_written_report(outcome.yaml, *outcome.key);
  must(outcome_of(to_nfc(text)).yaml == outcome.yaml, "the form of Unicode does not count");
  if (text.find('\r') == std::string::npos) must(outcome_of(fuzz::with_all(text, "\n", "\r\n")).yaml == outcome.yaml, "CRLF is LF");
  check_nothing_dropped(text);
  return 0;
}
