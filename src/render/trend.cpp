#include "nammo/trend.h"

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/matters.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

constexpr std::size_t kLongest = 160;  // characters of a proposal

std::string range_text(const UsualRange& usual, Language language) {
  const auto low = number_text(usual.low, language);
  const auto high = number_text(usual.high, language);
  return low == high ? high : say_in(language, msg::usual_range, low, high);
}

// "Đơn thư tiếp nhận: đã có kết quả giải quyết": a part of a figure says of which.
std::string figure_name(const Document& document, const Indicator& indicator) {
  const Language language = document.language();
  std::string whole;
  for (const Indicator& one : document.store.indicators.items) {
    const std::string& label = one.label.in(language);
    const bool part = label.starts_with("- ");
    if (!part) whole = label;
    if (&one != &indicator) continue;
    return part && !whole.empty() ? whole + ": " + label.substr(2) : label;
  }
  return indicator.label.in(language);
}

// The lines of one organisation.
class Lines {
 public:
  Lines(const Document& document, std::string areas) : document_(document), areas_(std::move(areas)) {}

  void add(const Worsened& worsened) {
    const Situation& matter = *worsened.now.entry;
    const auto lead = matter.title.empty() ? name_of({matter.topic, matter.field}) : matter.title;
    add(lead.empty() ? say_in(language(), msg::other_matter) : lead,
        say_in(language(), msg::trend_worsened, word(worsened.before, language()), word(matter.severity, language())),
        concerned_areas(document_, matter.from, *worsened.now.by));
  }

  void add(const Rise& rise) {
    const auto value = number_text(rise.value, language());
    const auto usual = range_text(rise.usual, language());
    if (rise.of == Rise::Of::figure) {
      add(figure_name(document_, *rise.indicator),
          say_in(language(), msg::trend_figure, value, rise.indicator->unit.in(language()), rise.reported, rise.expected,
                 usual, rise.usual.periods));
      return;
    }
    const auto& message = rise.of == Rise::Of::subject ? msg::trend_subject : msg::trend_unease;
    add(name_of(rise.subject), say_in(language(), message, value, rise.reported, areas_, usual, rise.usual.periods));
  }

  void add(const NewSubject& fresh) {
    add(name_of(fresh.subject),
        fresh.areas == 0 ? say_in(language(), msg::trend_new_above, fresh.periods)
                         : say_in(language(), msg::trend_new, fresh.areas, fresh.reporting, areas_, fresh.periods));
  }

  void add(const Unanswered& unanswered) {
    const Proposal& proposal = *unanswered.now.entry;
    const auto since = uncapitalised(period_text(unanswered.since, language()));
    add(say_in(language(), msg::trend_proposal, addressee_name(document_.store, proposal.to, language())),
        say_in(language(), msg::trend_unanswered, unanswered.times, since, clipped(sentence(proposal.text), kLongest)),
        concerned_areas(document_, proposal.from, *unanswered.now.by));
  }

  [[nodiscard]] std::vector<Tree> take() { return std::move(lines_); }

 private:
  [[nodiscard]] Language language() const { return document_.language(); }

  [[nodiscard]] std::string name_of(const Subject& subject) const {
    return subject_of(document_.store, subject.topic, subject.field, language());
  }

  void add(const std::string& lead, const std::string& text, const std::string& note = {}) {
    Tree node = line_node({}, lead, text);
    put(node, "note", note);
    lines_.push_back(std::move(node));
  }

  const Document& document_;
  std::string areas_;  // "khu phố"
  std::vector<Tree> lines_;
};

std::string nothing_text(const Trend& trend, Language language) {
  if (!trend.empty()) return {};
  if (trend.periods == 0) return say_in(language, msg::trend_no_past);
  if (trend.periods < kFewestEarlier) return say_in(language, msg::trend_too_few, trend.periods, kFewestEarlier);
  return say_in(language, msg::trend_nothing, trend.periods);
}

Tree trend_node(const Document& document, const Source& source, const Trend& trend) {
  Lines lines(document, kind_of_lowest(document, source.report->deliveries));
  for (const auto& one : trend.worsened) lines.add(one);
  for (const auto& one : trend.rises) lines.add(one);
  for (const auto& one : trend.fresh) lines.add(one);
  for (const auto& one : trend.unanswered) lines.add(one);
  Tree node;
  put(node, "caption", source_caption(document, source));
  put(node, "nothing", nothing_text(trend, document.language()));
  put(node, "lines", lines.take());
  return node;
}

const Source* source_of(const Document& document, const OrgId& org) {
  for (const Source& source : document.sources) {
    if (source.report->question.org == org) return &source;
  }
  return nullptr;
}

}  // namespace

void put_trend(const Document& document, Tree& tree) {
  std::vector<Tree> nodes;
  if (document.options.trends != nullptr) {
    for (const Trend& trend : *document.options.trends) {
      const Source* source = source_of(document, trend.org);
      if (source == nullptr || (trend.empty() && document.options.nothing == NothingFound::silent)) continue;
      nodes.push_back(trend_node(document, *source, trend));
    }
  }
  put(tree, "trends", std::move(nodes));
}

}  // namespace nammo
