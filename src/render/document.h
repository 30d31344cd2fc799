#pragma once

#include <span>
#include <string>
#include <vector>

#include "nammo/render.h"
#include "render/sources.h"
#include "render/template.h"

namespace nammo {

// What every part of a document is written from. Each part puts what it has to
// say into the tree; the templates decide where and how it stands.
struct Document {
  const Store& store;
  const Consolidated& report;
  const DocumentOptions& options;
  std::vector<Source> sources;

  [[nodiscard]] Language language() const { return options.language; }
  [[nodiscard]] const Question& question() const { return report.question; }
};

// The asked area's own delivery for the period: that of the document's author.
// Null where none is expected.
[[nodiscard]] const Delivery* own_delivery(const Document& document);
// True for a delivery of the author's: for that period, and for shorter ones too.
[[nodiscard]] bool is_own(const Document& document, const Delivery& delivery);
[[nodiscard]] bool is_by_author(const Document& document, const Delivery& delivery);
// The organisation of a source, where the document has several; else empty.
[[nodiscard]] std::string source_caption(const Document& document, const Source& source);
// The unit that told something, at the head of a line, with the period where it is not
// that of the document; empty for the author's own report.
[[nodiscard]] std::string teller(const Document& document, const Delivery& delivery);
// True when at least one report counts; when the author's own does.
[[nodiscard]] bool rests_on_reports(const Document& document);
[[nodiscard]] bool speaks_itself(const Document& document);
// The speakers of all sources, in their order.
[[nodiscard]] std::vector<const Delivery*> speakers(const Document& document);
// The last day that the document is about: its own day for what has no window.
[[nodiscard]] Date last_day_of(const Document& document);
// To whom the document goes and who is still there on its day, in the order of
// the regime.
[[nodiscard]] std::vector<const Recipient*> recipients_of(const Document& document);
// "Báo cáo nhanh – Hội CCB phường Hồ – Tuần 19/2024": the document as a file.
[[nodiscard]] std::string document_title(const Store& store, const Question& question, Language language);
// A line of a list: who told it (absent for the author), what it is about, and the text.
[[nodiscard]] Tree line_node(const std::string& who, const std::string& lead, const std::string& text);

// All that a document of its layout has to say. Which names it puts where is told in
// render/template_names.h.
[[nodiscard]] Tree document_tree(const Document& document);

// ---- the parts --------------------------------------------------------------

void put_letterhead(const Document& document, Tree& tree);
// The head: title, window, what the document rests on.
void put_head(const Document& document, Tree& tree);
void put_situation(const Document& document, Tree& tree);
void put_opinions(const Document& document, Tree& tree);
// "khu phố": what the lowest areas of the deliveries are called.
[[nodiscard]] std::string kind_of_lowest(const Document& document, std::span<const Delivery> deliveries);
void put_results(const Document& document, Tree& tree);
void put_outlook(const Document& document, Tree& tree);
// What stands out against the periods before, where that was asked.
void put_trend(const Document& document, Tree& tree);
void put_proposals(const Document& document, Tree& tree);
void put_petitions(const Document& document, Tree& tree);
void put_annex(const Document& document, Tree& tree);
// What is not in the document, or came late.
void put_absences(const Document& document, Tree& tree);
// One page, worst first.
void put_brief(const Document& document, Tree& tree);

}  // namespace nammo
