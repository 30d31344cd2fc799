#include "nammo/text_form.h"

#include <algorithm>

#include "render/form_guidance.h"
#include "render/form_table.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

class FormWriter {
 public:
  FormWriter(const Store& store, const FormSubject& subject, Language language)
      : store_(store), subject_(subject), head_(subject.head), language_(language), type_(*store.regime.find(head_.type)) {}

  std::string written() {
    title();
    head();
    int number = 0;
    for (const FormPart& part : form_parts()) {
      if (!is_asked(part, type_) || (part.shape == PartShape::figures && figures().empty())) continue;
      line("");
      line(heading(++number, part, language_));
      text_ += guidance(say_in(language_, *part.hint));
      reminders(part);
      body(part);
    }
    line("");
    text_ += choices_guidance(store_, type_, language_);
    return std::move(text_);
  }

 private:
  void line(const std::string& text) { text_ += text + "\n"; }
  void question(const std::string& before, const Message& label, const std::string& answer = {}) {
    line(before + say_in(language_, label) + ":" + (answer.empty() ? "" : " " + answer));
  }

  void title() {
    line(form_title(store_, head_, language_));
    const std::string unit = printable(unit_name(store_, head_.org, head_.area, language_));
    if (subject_.owed && head_.period.kind != PeriodKind::adhoc) {
      const Window& window = subject_.owed->window;
      const Date first = day_of(store_.zone.to_local(window.start));
      line(say_in(language_, msg::form_unit, unit, day_text(first, language_), day_text(last_day(window, store_.zone), language_)));
    } else {
      line(unit);
    }
    if (subject_.owed && subject_.owed->due != kNeverDue) line(say_in(language_, msg::form_due, weekday_text(subject_.owed->due, store_.zone, language_)));
  }

  void head() {
    question("", msg::form_code, head_.type.str() + " " + head_.org.str() + " " + head_.area.str() + " " + to_string(head_.period));
    const auto officer = store_.officers.find(head_.officer);
    const std::string id = head_.officer.str();
    question("", msg::form_officer, officer == store_.officers.end() ? id : printable(officer->second.name) + " (" + id + ")");
    question("", msg::form_submitted);
    question("", msg::form_nil);
    if (type_.period == PeriodKind::adhoc) {
      question("", msg::form_occurred);
      question("", msg::form_continues);
    }
    line("");
    for (const Message* note : head_notes(type_)) text_ += guidance(say_in(language_, *note));
  }

  void body(const FormPart& part) {
    if (part.shape == PartShape::figures) {
      for (const FigureLine& figure : figures()) {
        const bool below = figure.indicator->label.vi.starts_with("- ");
        line((below ? "- " : "") + figure.label.in(language_) + " (" + figure.indicator->unit.in(language_) + "):");
      }
      return;
    }
    for (int block = 0; block < part.blocks && !part.fields.empty(); ++block) {
      for (const FormField& field : part.fields) {
        if (!field.asked) continue;
        const bool first = &field == part.fields.data() && part.shape == PartShape::entries;
        question(part.shape == PartShape::fields ? "" : first ? "- " : "  ", *field.label);
      }
    }
    if (part.fields.empty()) line("");
  }

  // What goes on from the period before, and what came in from below.
  void reminders(const FormPart& part) {
    for (const std::string& note : notes_on(store_, subject_, part.key, language_)) text_ += guidance(note, "## ");
  }

  [[nodiscard]] std::vector<FigureLine> figures() const { return figure_lines(store_, type_, gives_lowest(store_, head_)); }

  const Store& store_;
  const FormSubject& subject_;
  const ReportHead& head_;
  Language language_;
  const ReportType& type_;
  std::string text_;
};

}  // namespace

std::string text_form(const Store& store, const FormSubject& subject, Language language) {
  return FormWriter(store, subject, language).written();
}

}  // namespace nammo
