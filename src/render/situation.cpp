#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/matters.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/words.h"

namespace nammo {
namespace {

// Why the asked area does not speak for itself; empty when it does.
std::string own_absence(const Document& document) {
  const auto& [type, org, area, period] = document.question();
  const Delivery* own = own_delivery(document);
  if (own == nullptr) return say_in(document.language(), msg::own_none);
  if (own->standing.counts) return {};
  const auto unit = capitalised(unit_name(document.store, org, area, document.language()));
  const auto said = [&](const Message& message) { return say_in(document.language(), message, unit); };
  if (own->standing.state == State::returned) return said(msg::own_returned);
  if (own->filing.unreadable) return said(msg::own_unreadable);
  return said(own->filing.report && !own->filing.report->submitted ? msg::own_draft : msg::own_missing);
}

std::string own_overview(const Document& document) {
  for (const Delivery* delivery : speakers(document)) {
    if (!is_own(document, *delivery)) continue;
    const Report& report = *delivery->filing.report;
    if (!report.overview.empty()) return sentence(report.overview);
    return say_in(document.language(), report.nil ? msg::no_new_matter : msg::no_overview);
  }
  return {};
}

std::vector<Tree> other_overviews(const Document& document) {
  std::vector<Tree> lines;
  for (const Delivery* delivery : speakers(document)) {
    const Report& report = *delivery->filing.report;
    if (is_own(document, *delivery)) continue;
    std::string text = sentence(report.overview);
    if (text.empty() && report.nil) text = say_in(document.language(), msg::no_new_matter);
    if (!text.empty()) lines.push_back(line_node(teller(document, *delivery), {}, text));
  }
  return lines;
}

std::string delay_text(const Document& document, const std::vector<Told<Situation>>& matters) {
  const Delay delay = delay_of(matters, document.store.zone);
  if (delay.matters == 0) return {};
  const Situation& slowest = *delay.slowest;
  const auto subject = slowest.title.empty()
                           ? subject_of(document.store, slowest.topic, slowest.field, document.language())
                           : slowest.title;
  return say_in(document.language(), msg::delay, delay.median, delay.longest, uncapitalised(subject), delay.matters);
}

// No report names one; where the author's own speaks for those below, only that much is known.
std::string none_named(const Document& document) {
  const auto all = speakers(document);
  if (all.size() != 1 || !is_own(document, *all.front())) return say_in(document.language(), msg::no_matter);
  const auto& [type, org, area, period] = document.question();
  return say_in(document.language(), msg::own_no_matter, unit_name(document.store, org, area, document.language()));
}

// "Đã nắm 3 vấn đề: mới 1, đang giải quyết 1, đã giải quyết xong 1."
std::string handled_text(const Document& document) {
  const Language language = document.language();
  const auto matters = matters_by_severity(document);
  if (matters.empty()) return rests_on_reports(document) ? none_named(document) : say_in(language, msg::no_reports);
  std::vector<std::string> parts;
  for (const auto status : {MatterStatus::fresh, MatterStatus::handling, MatterStatus::closed}) {
    const auto number = std::count_if(matters.begin(), matters.end(),
                                      [&](const Told<Situation>& told) { return told.entry->status == status; });
    if (number > 0) parts.push_back(word(status, language) + " " + std::to_string(number));
  }
  const auto all = say_in(language, msg::matters_followed, matters.size());
  return join({sentence(parts.empty() ? all : all + ": " + join(parts, ", ")), delay_text(document, matters)}, " ");
}

// Nothing stands out; said as a nil report says it when all reports are nil.
std::string no_matter(const Document& document) {
  if (!rests_on_reports(document)) return say_in(document.language(), msg::no_reports);
  const auto all = speakers(document);
  const bool nil = !all.empty() && std::all_of(all.begin(), all.end(),
                                               [](const Delivery* delivery) { return delivery->filing.report->nil; });
  return nil ? say_in(document.language(), msg::no_new_matter) : none_named(document);
}

}  // namespace

std::string weight_of(const Document& document, const Situation& matter) {
  std::vector<std::string> flags;
  for (const auto flag : matter.flags) flags.push_back(word(flag, document.language()));
  return join({word(matter.severity, document.language()), join(flags, ", ")}, "; ");
}

std::string concerned_areas(const Document& document, const std::vector<AreaId>& from, const Delivery& by) {
  if (!from.empty()) return area_names(document.store, from);
  return is_by_author(document, by) ? std::string{} : area_names(document.store, {by.obligation.area});
}

std::vector<Told<Situation>> matters_by_severity(const Document& document) {
  std::vector<Told<Situation>> all;
  for (const auto& source : document.sources) {
    all.insert(all.end(), source.texts.situation.begin(), source.texts.situation.end());
  }
  std::stable_sort(all.begin(), all.end(), [](const Told<Situation>& a, const Told<Situation>& b) {
    return a.entry->severity > b.entry->severity;
  });
  return all;
}

Tree matter_node(const Document& document, const Told<Situation>& told) {
  const Situation& matter = *told.entry;
  std::string lead = subject_of(document.store, matter.topic, matter.field, document.language());
  if (lead.empty()) lead = matter.title;
  if (lead.empty()) lead = say_in(document.language(), msg::other_matter);
  std::string areas = concerned_areas(document, matter.from, *told.by);
  if (areas.empty()) areas = matter.place_name;
  Tree node = line_node({}, lead, sentence(matter.text));
  put(node, "weight", weight_of(document, matter));
  put(node, "note", join({areas, course_text(document, told), word(matter.status, document.language())}, "; "));
  return node;
}

void put_situation(const Document& document, Tree& tree) {
  const Language language = document.language();
  const bool any = rests_on_reports(document);
  const auto own = own_overview(document);
  auto others = other_overviews(document);
  std::string general = own.empty() ? own_absence(document) : own;
  if (!any) general = say_in(language, msg::no_reports);
  if (general.empty() && others.empty()) general = say_in(language, msg::no_overview);
  put(tree, "general", general);
  put(tree, "other_overviews", std::move(others));

  std::vector<Tree> good;
  std::vector<Tree> matters;
  for (const auto& told : matters_by_severity(document)) {
    auto& list = told.entry->severity == MatterSeverity::normal ? good : matters;
    list.push_back(matter_node(document, told));
  }
  put(tree, "no_matter", matters.empty() ? no_matter(document) : std::string{});
  put(tree, "handled", handled_text(document));
  put(tree, "good_matters", std::move(good));
  put(tree, "matters", std::move(matters));
}

}  // namespace nammo
