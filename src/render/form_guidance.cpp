#include "render/form_guidance.h"

#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "nammo/schedule.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/words.h"
#include "render/wrap.h"

namespace nammo {
namespace {

std::string joined_labels(const std::vector<FormName>& names, Language language) {
  std::vector<std::string> labels;
  for (const FormName& name : names) labels.push_back(printable(name.label.in(language)));
  return join(labels, "; ");
}

// A label may ask for one thing in two parts: "Tình trạng" of a matter and of a model.
struct ChoiceLine {
  std::string label;
  std::string choices;
  std::vector<std::string> parts;
};
std::vector<ChoiceLine> choice_lines(const Store& store, const ReportType& type, Language language) {
  std::vector<ChoiceLine> lines;
  for (const FormPart& part : form_parts()) {
    if (!is_asked(part, type)) continue;
    for (const FormField& field : part.fields) {
      if (!field.asked || field.choices == nullptr) continue;
      const std::string label = say_in(language, *field.label);
      const std::string choices = joined_labels(field.choices(store), language);
      const auto same = std::find_if(lines.begin(), lines.end(), [&](const ChoiceLine& one) { return one.label == label && one.choices == choices; });
      if (choices.empty()) continue;
      if (same == lines.end()) lines.push_back({label, choices, {say_in(language, *part.title)}});
      if (same != lines.end()) same->parts.push_back(say_in(language, *part.title));
    }
  }
  for (ChoiceLine& line : lines) {
    const auto same = std::count_if(lines.begin(), lines.end(), [&](const ChoiceLine& one) { return one.label == line.label; });
    if (same > 1) line.choices.insert(0, "(" + join(line.parts, "; ") + ") ");
  }
  return lines;
}

std::vector<std::string> open_matters(const Report& previous, Language language) {
  std::vector<std::string> notes;
  for (const Situation& matter : previous.situation) {
    if (matter.status == MatterStatus::closed || matter.id.empty()) continue;
    const std::string title = clipped(matter.title.empty() ? matter.text : matter.title, 80);
    const std::string status = word(matter.status == MatterStatus::none ? MatterStatus::fresh : matter.status, language);
    notes.push_back(say_in(language, msg::form_open_matter, printable(title), status, matter.id));
  }
  return notes;
}

std::vector<std::string> open_proposals(const Report& previous, Language language) {
  std::vector<std::string> notes;
  for (const Proposal& proposal : previous.proposals) {
    if (proposal.status != ProposalStatus::open || proposal.id.empty()) continue;
    const Period first = proposal.first_raised.value_or(previous.period);
    const std::string ids = say_in(language, msg::form_open_first, proposal.id, to_string(first));
    notes.push_back(say_in(language, msg::form_open_proposal, printable(clipped(proposal.text, 80)), ids));
  }
  return notes;
}

std::vector<std::string> arrivals(const Store& store, const FormSubject& subject, Language language) {
  std::vector<std::string> come, missing;
  for (const Delivery* delivery : subject.came) {
    const Obligation& owed = delivery->obligation;
    (delivery->standing.counts ? come : missing).push_back(printable(unit_name(store, owed.org, owed.area, language)));
  }
  std::vector<std::string> notes;
  if (!come.empty()) notes.push_back(say_in(language, msg::form_came, join(come, "; ")));
  if (!missing.empty()) notes.push_back(say_in(language, msg::form_not_come, join(missing, "; ")));
  return notes;
}

}  // namespace

std::string form_title(const Store& store, const ReportHead& head, Language language) {
  const ReportType* type = store.regime.find(head.type);
  const std::string label = type == nullptr ? head.type.str() : type->label.in(language);
  return to_upper(say_in(language, msg::form_title, printable(label), period_text(head.period, language)));
}

std::string guidance(std::string_view text, std::string_view mark) {
  const std::string lines = wrapped(mark, static_cast<int>(mark.size()), text);
  std::string marked;
  for (std::size_t at = 0; at < lines.size();) {
    const auto end = lines.find('\n', at);
    std::string line = lines.substr(at, end - at);
    if (at > 0) line.replace(0, mark.size(), mark);
    marked += line + "\n";
    at = end + 1;
  }
  return marked;
}

std::vector<const Message*> head_notes(const ReportType& type) {
  std::vector<const Message*> notes{&msg::form_how, &msg::form_how_submitted};
  if (type.period == PeriodKind::adhoc) notes.push_back(&msg::form_how_occurred);
  return notes;
}

std::string choices_guidance(const Store& store, const ReportType& type, Language language) {
  std::string text = guidance(say_in(language, msg::form_choices_head));
  for (const ChoiceLine& line : choice_lines(store, type, language)) text += guidance(say_in(language, msg::form_choices, line.label, line.choices));
  return text;
}

std::vector<std::string> all_guidance(const Store& store, const ReportType& type) {
  std::string text;
  for (const Language language : {Language::vi, Language::en}) {
    for (const Message* note : head_notes(type)) text += guidance(say_in(language, *note));
    for (const FormPart& part : form_parts()) text += guidance(say_in(language, *part.hint));
    text += choices_guidance(store, type, language);
  }
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = text.find('\n', at);
    lines.push_back(folded(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> notes_on(const Store& store, const FormSubject& subject, std::string_view part, Language language) {
  if (part == "overview") return arrivals(store, subject, language);
  if (subject.previous == nullptr) return {};
  if (part == "situation") return open_matters(*subject.previous, language);
  return part == "proposals" ? open_proposals(*subject.previous, language) : std::vector<std::string>{};
}

bool gives_lowest(const Store& store, const ReportHead& head) {
  const ReportType* type = store.regime.find(head.type);
  if (type == nullptr || store.areas.subtree(head.area).size() < 2) return true;
  const auto owed = expand(*type, head.period, head.area, store);
  return std::none_of(owed.begin(), owed.end(), [&](const Obligation& one) {
    return one.kind == ObligationKind::report && one.org == head.org && one.area != head.area;
  });
}

}  // namespace nammo
