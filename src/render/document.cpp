#include "render/document.h"

#include <algorithm>

#include "base/unicode.h"
#include "render/figure_rows.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {

const Delivery* own_delivery(const Document& document) { return document.report.find(document.question().area); }

bool is_own(const Document& document, const Delivery& delivery) {
  const auto& [type, org, area, period] = document.question();
  return delivery.obligation.area == area && delivery.obligation.org == org && delivery.obligation.report == type->id;
}

bool is_by_author(const Document& document, const Delivery& delivery) {
  return delivery.obligation.area == document.question().area && delivery.obligation.org == document.question().org;
}

std::string source_caption(const Document& document, const Source& source) {
  const auto* organisation = document.store.settings.organisation(source.report->question.org);
  return document.sources.size() > 1 && organisation != nullptr ? organisation->label.in(document.language()) : std::string{};
}

std::string teller(const Document& document, const Delivery& delivery) {
  if (is_own(document, delivery)) return {};
  const Obligation& by = delivery.obligation;
  const auto unit = is_by_author(document, delivery) ? std::string{}
                                                     : unit_name(document.store, by.org, by.area, document.language());
  const bool other = by.period != document.question().period;
  const auto period = other ? period_text(by.period, document.language()) : std::string{};
  return join({unit, unit.empty() ? period : uncapitalised(period)}, ", ");
}

bool rests_on_reports(const Document& document) {
  for (const auto& source : document.sources) {
    const auto& all = source.report->figure_deliveries();
    if (std::any_of(all.begin(), all.end(), [](const Delivery& d) { return d.standing.counts; })) return true;
  }
  return false;
}

bool speaks_itself(const Document& document) {
  const Delivery* own = own_delivery(document);
  return own != nullptr && own->standing.counts;
}

std::vector<const Delivery*> speakers(const Document& document) {
  std::vector<const Delivery*> all;
  for (const auto& source : document.sources) {
    for (const Delivery* delivery : source.texts.speakers) {
      if (delivery->filing.report) all.push_back(delivery);
    }
  }
  return all;
}

Date last_day_of(const Document& document) {
  const Window& window = document.report.window;
  return window.start < window.end ? last_day(window, document.store.zone) : document.options.date;
}

std::vector<const Recipient*> recipients_of(const Document& document) {
  std::vector<const Recipient*> all;
  const Delivery* own = own_delivery(document);
  if (own == nullptr || own->obligation.step == nullptr) return all;
  for (const auto& id : own->obligation.step->to) {
    const Recipient* recipient = document.store.settings.recipient(id);
    if (recipient == nullptr || (recipient->since && document.options.date < *recipient->since)) continue;
    if (!recipient->until || document.options.date <= *recipient->until) all.push_back(recipient);
  }
  return all;
}

std::string document_title(const Store& store, const Question& question, Language language) {
  const auto& [type, org, area, period] = question;
  return join({type->label.in(language), unit_name(store, org, area, language), period_text(period, language)}, " – ");
}

Tree line_node(const std::string& who, const std::string& lead, const std::string& text) {
  Tree node;
  put(node, "who", who);
  put(node, "lead", lead);
  put(node, "text", text);
  return node;
}

}  // namespace nammo
