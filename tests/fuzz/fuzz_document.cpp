// Documents: an input is the text that stands everywhere in a report; the consolidated report has the
// structure that it has with a harmless one.
#include <algorithm>
#include <memory>

#include "base/unicode.h"
#include "fuzz/markdown.h"
#include "fuzz/must.h"
#include "fuzz/sample.h"
#include "nammo/consolidated.h"
#include "nammo/render.h"
#include "nammo/text.h"
#include "support/sample_store.h"
#include "yaml/quote.h"

using namespace nammo;
using fuzz::must;

namespace {

const Instant kNow = *parse_instant("2024-05-09T14:00+07:00");
constexpr const char* kReport = R"yaml(report: weekly
org: ccb
area: thuan-thanh/ho/khu-pho-1
period: 2024-W19
officer: nguyen-van-a
submitted: 2024-05-08T16:40+07:00
nil: false
overview: @
situation:
  - {title: @, field: society, severity: watch, status: new, place: @, text: @, assessment: @, handled-by: @, up: true}
opinions:
  - {field: society, topic: electricity, stance: concerned, breadth: many, about: {kind: policy, ref: @}, text: @}
activities: [{kind: propaganda, title: @, text: @}]
results: [{field: political-system, text: @}]
directives: [{ref: @, progress: doing, text: @}]
difficulties: [{field: economy, text: @}]
proposals: [{to: btv-thi-uy, status: answered, text: @, answer: @, up: true}]
dialogues: [{stage: proposed, topic: @, level: commune, text: @}]
models: [{title: @, status: registered, text: @}]
forecast: @
next: [@]
)yaml";

// Empty where no report may hold the text.
std::string document_with(std::string_view text, Layout layout) {
  auto files = test::sample_store();
  files.put(test::kSampleReportPath, fuzz::with_all(kReport, "@", yaml::quoted(text, yaml::Around::flow)));
  const Store& store = fuzz::sample();
  Diagnostics findings;
  const Question question{store.regime.find(ReportTypeId{"weekly"}), OrgId{"ccb"}, AreaId{"thuan-thanh/ho"}, week_period({2024, 19})};
  const auto report = consolidate(files, store, question, kNow, findings);
  if (findings.has_errors()) return {};
  DocumentOptions options;
  options.layout = layout;
  options.texts = TextDepth::every;
  options.date = Date{std::chrono::year{2024} / 5 / 9};
  return document_markdown(store, report, options);
}

bool is_link_of_address(cmark_node* node) {
  if (cmark_node_get_type(node) != CMARK_NODE_LINK) return false;
  const std::string_view url = cmark_node_get_url(node);
  return std::any_of(fuzz::kAddressSchemes.begin(), fuzz::kAddressSchemes.end(), [&](std::string_view scheme) { return url.starts_with(scheme); });
}

// The kinds of the nodes, in order; what is text inside a line is one, wherever it is cut.
std::string structure_of(const std::string& markdown) {
  const fuzz::Markdown read(markdown, CMARK_OPT_DEFAULT);
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(read.root.get()), cmark_iter_free);
  std::string kinds;
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (is_link_of_address(node)) continue;
    const std::string kind = cmark_node_get_type_string(node);
    if (kind == "text" && kinds.ends_with(" text")) continue;
    kinds += (event == CMARK_EVENT_EXIT ? " /" : " ") + kind;
  }
  return kinds;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(trimmed(fuzz::text_of(data, size), " \t\r\n"));
  if (text.empty() || find_invalid_utf8(text) || find_control_character(text)) return 0;
  for (const Layout layout : {Layout::full, Layout::brief}) {
    static const std::string harmless[] = {structure_of(document_with("chữ", Layout::full)), structure_of(document_with("chữ", Layout::brief))};
    const std::string document = document_with(text, layout);
    if (!document.empty()) must(structure_of(document) == harmless[layout == Layout::full ? 0 : 1], "a text makes no markup");
  }
  return 0;
}
