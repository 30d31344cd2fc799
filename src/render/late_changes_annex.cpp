#include <algorithm>
#include <functional>
#include <utility>

#include "base/catalogue/render.h"
#include "nammo/publication.h"
#include "render/escape_markdown.h"
#include "render/figure_rows.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

class Annex {
 public:
  Annex(const Store& store, const Consolidated& report, const Published& before, const Published& now, Language language)
      : store_(store), report_(report), before_(before), now_(now), language_(language) {}

  [[nodiscard]] std::string of(const LateChanges& changes) const {
    std::string text = "### " + said(msg::late_title) + "\n\n" +
                       said(msg::late_lead, before_.key.version, weekday(before_.at), now_.key.version, weekday(now_.at)) + "\n\n";
    for (const auto& one : changes.arrived) text += item(msg::late_arrived, arrived(one));
    for (const auto& one : changes.withdrawn) text += item(msg::late_withdrawn, unit(one.org, one.area, one.period));
    for (const auto& one : changes.files) text += file(one);
    for (const auto& one : changes.facts) text += fact(one);
    if (changes.figures.empty()) return text + item(msg::late_figures, said(msg::late_no_figure));
    text += "\n" + row({said(msg::late_head_area), said(msg::late_head_figure), said(msg::late_head_version, before_.key.version),
                        said(msg::late_head_version, now_.key.version)}) + "|---|---|--:|--:|\n";
    for (const auto& one : in_reading_order(changes.figures)) text += row({area(one.to), label(one.to), figure(one.from), figure(one.to)});
    return text + "\n*" + said(msg::late_figures_key) + "*\n";
  }

 private:
  // Of each area as the catalog has its indicators.
  [[nodiscard]] std::vector<FigureChange> in_reading_order(std::vector<FigureChange> figures) const {
    const auto& known = store_.indicators.items;
    const auto place = [&](const FigureChange& one) {
      return std::find_if(known.begin(), known.end(), [&](const Indicator& indicator) { return indicator.id == one.to.indicator; }) - known.begin();
    };
    std::stable_sort(figures.begin(), figures.end(), [&](const FigureChange& a, const FigureChange& b) {
      return std::pair(std::cref(a.to.area), place(a)) < std::pair(std::cref(b.to.area), place(b));
    });
    return figures;
  }

  template <typename... Values>
  [[nodiscard]] std::string said(const Message& message, const Values&... values) const {
    return say_in(language_, message, values...);
  }
  [[nodiscard]] std::string weekday(Instant at) const { return weekday_text(at, store_.zone, language_); }
  [[nodiscard]] std::string item(const Message& what, const std::string& text) const {
    return "- **" + said(what) + ":** " + escape_markdown(text) + "\n";
  }
  static std::string row(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const auto& cell : cells) line += " " + escape_markdown(cell) + " |";
    return line + "\n";
  }

  // "Chi hội CCB Khu phố 3", with the period where it is another than the document's.
  [[nodiscard]] std::string unit(const OrgId& org, const AreaId& area, const Period& period) const {
    const std::string name = unit_name(store_, org, area, language_);
    return period == before_.key.period ? name : name + ", " + period_text(period, language_);
  }

  [[nodiscard]] const Delivery* find(const OrgId& org, const AreaId& area, const Period& period) const {
    for (const Consolidated* source : sources_of(report_)) {
      for (const auto* list : {&source->deliveries, &source->figures}) {
        const auto found = std::find_if(list->begin(), list->end(), [&](const Delivery& d) {
          return d.obligation.org == org && d.obligation.area == area && d.obligation.period == period;
        });
        if (found != list->end()) return &*found;
      }
    }
    return nullptr;
  }

  [[nodiscard]] std::string sent(const std::string& name, const Delivery* delivery) const {
    if (delivery == nullptr || !delivery->standing.submitted) return name;
    return said(msg::late_sent, name, weekday(*delivery->standing.submitted));
  }

  [[nodiscard]] std::string arrived(const PublishedDelivery& one) const {
    return sent(unit(one.org, one.area, one.period), find(one.org, one.area, one.period));
  }

  [[nodiscard]] std::string file(const FileChange& change) const {
    const auto key = parse_report_path(change.path);
    const bool gone = change.kind == FileChange::Kind::gone;
    const bool added = change.kind == FileChange::Kind::added;
    if (!key) return item(gone ? msg::late_file_gone : added ? msg::late_file_added : msg::late_file, change.path);
    const std::string name = unit(key->org, key->area, key->period);
    if (!key->review) {
      return item(gone ? msg::late_withdrawn : added ? msg::late_arrived : msg::late_edited,
                  sent(name, find(key->org, key->area, key->period)));
    }
    const Delivery* delivery = find(key->org, key->area, key->period);
    const bool known = !gone && delivery != nullptr && delivery->filing.review;
    return item(msg::late_review, known ? said(msg::late_reviewed, name, weekday(delivery->filing.review->at)) : name);
  }

  [[nodiscard]] std::string fact(const FactChange& change) const {
    const auto from_to = [&](const Message& what) {
      return item(what, said(msg::late_from_to, change.from.empty() ? "…" : change.from, change.to));
    };
    switch (change.fact) {
      case FactChange::Fact::number: return from_to(msg::late_number);
      case FactChange::Fact::date: return from_to(msg::late_date);
      case FactChange::Fact::signatory: return from_to(msg::late_signatory);
      case FactChange::Fact::signed_file: return from_to(msg::late_signed);
      case FactChange::Fact::edited: return item(msg::late_wording, said(msg::late_edited_by_hand));
    }
    return {};
  }

  [[nodiscard]] std::string area(const PublishedFigure& figure) const {
    const std::string name = area_name(store_, figure.area);
    if (figure.org == before_.key.org) return name;
    const auto* organisation = store_.settings.organisation(figure.org);
    return name + ", " + (organisation == nullptr ? figure.org.str() : organisation->label.in(language_));
  }

  [[nodiscard]] std::string label(const PublishedFigure& figure) const {
    const Indicator* indicator = store_.indicators.find(figure.indicator);
    if (indicator == nullptr) return figure.indicator.str();
    const std::string& name = indicator->label.in(language_);
    return figure.breakdown.empty() ? name : name + ": " + code_label(store_, indicator->by.str().c_str(), figure.breakdown, language_);
  }

  // "11 (3/5)": a value with how many of how many it rests on.
  [[nodiscard]] std::string figure(const PublishedFigure& figure) const {
    const Indicator* indicator = store_.indicators.find(figure.indicator);
    const bool ratio = indicator != nullptr && indicator->kind == IndicatorKind::ratio;
    if (!figure.value && figure.expected == 0) return "x";
    const std::string value = !figure.value ? "…" : number_text(ratio ? rounded(*figure.value) : *figure.value, language_);
    return value + " (" + std::to_string(figure.reported) + "/" + std::to_string(figure.expected) + ")";
  }

  const Store& store_;
  const Consolidated& report_;
  const Published& before_;
  const Published& now_;
  Language language_;
};

}  // namespace

std::string late_changes_annex(const Store& store, const Consolidated& report, const Published& before,
                               const Published& now, const LateChanges& changes, Language language) {
  return Annex(store, report, before, now, language).of(changes);
}

}  // namespace nammo
