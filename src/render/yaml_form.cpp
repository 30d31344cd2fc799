#include <algorithm>

#include "base/unicode.h"

#include "nammo/text_form.h"
#include "render/form_guidance.h"
#include "render/form_table.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

std::string codes_of(const std::vector<FormName>& names, Language language) {
  std::vector<std::string> codes;
  for (const FormName& name : names) {
    const std::string& label = name.label.in(language);
    codes.push_back(label.empty() || label == name.code ? name.code : name.code + " (" + printable(label) + ")");
  }
  return join(codes, ", ");
}

// What an answer looks like in YAML.
std::string example(const FormField& field) {
  switch (field.answer) {
    case Answer::choices:
    case Answer::areas: return "[]";
    case Answer::yes: return "false";
    default: return {};
  }
}

// Paragraphs of comments. Without their first "# " they are the keys as they are written,
// with what is said about them in comments again, so that an editor can uncomment a part.
class YamlForm {
 public:
  YamlForm(const Store& store, const FormSubject& subject, Language language)
      : store_(store), subject_(subject), language_(language), type_(*store.regime.find(subject.head.type)) {}

  std::vector<std::string> comments() {
    text_ = guidance(say_in(language_, msg::form_yaml_how), "");
    next();
    line("submitted:  " + say_in(language_, msg::form_yaml_submitted));
    line("nil: true  " + say_in(language_, msg::form_yaml_nil));
    if (type_.period == PeriodKind::adhoc) {
      line("occurred:  " + say_in(language_, msg::form_yaml_occurred));
      line("continues:  # 2024-05-20.1");
    }
    for (const FormPart& part : form_parts()) {
      if (is_asked(part, type_)) take(part);
    }
    next();
    choices();
    next();
    return std::move(paragraphs_);
  }

 private:
  void line(const std::string& text) { text_ += text + "\n"; }
  void prose(const std::string& text) { text_ += guidance(text); }
  void next() {
    if (!text_.empty()) text_.pop_back();
    paragraphs_.push_back(std::move(text_));
    text_.clear();
  }

  void take(const FormPart& part) {
    const auto figures = part.shape == PartShape::figures ? figure_lines(store_, type_, gives_lowest(store_, subject_.head)) : std::vector<FigureLine>{};
    if (part.shape == PartShape::figures && figures.empty()) return;
    const bool retells = !subject_.came.empty();
    next();
    prose(say_in(language_, *part.title) + ". " + say_in(language_, part.shape == PartShape::figures ? msg::form_yaml_figures : *part.hint));
    for (const std::string& note : notes_on(store_, subject_, part.key, language_)) prose(note);
    line(std::string(part.key) + ":");
    if (part.shape == PartShape::lines) line("  -");
    bool first = part.shape == PartShape::entries;
    for (const FormField& field : part.fields) {
      if (!field.asked && !(field.key == "from" && retells)) continue;
      const std::string value = example(field);
      line(std::string(first ? "  - " : part.shape == PartShape::entries ? "    " : "  ") + std::string(field.key) + ":" + (value.empty() ? "" : " " + value) +
           "  # " + say_in(language_, *field.label));
      first = false;
    }
    const Indicator* before = nullptr;
    for (const FigureLine& figure : figures) {
      take(figure, before);
      before = figure.indicator;
    }
  }

  void take(const FigureLine& figure, const Indicator* before) {
    const Indicator& indicator = *figure.indicator;
    const std::string said = printable(indicator.label.in(language_)) + " (" + printable(indicator.unit.in(language_)) + ")";
    if (figure.code.empty()) return line("  " + indicator.id.str() + ":  # " + said);
    if (before != figure.indicator) line("  " + indicator.id.str() + ":  # " + said);
    line("    " + figure.code.str() + ":  # " + printable(code_label(store_, indicator.by.str().c_str(), figure.code, language_)));
  }

  // The codes of every list, with their words.
  void choices() {
    prose(say_in(language_, msg::form_yaml_choices));
    std::vector<std::string> said;
    for (const FormPart& part : form_parts()) {
      if (!is_asked(part, type_)) continue;
      for (const FormField& field : part.fields) {
        if (!field.asked || field.choices == nullptr) continue;
        const std::string codes = codes_of(field.choices(store_), language_);
        const std::string list = std::string(field.key) + ": " + codes;
        if (codes.empty() || std::find(said.begin(), said.end(), list) != said.end()) continue;
        said.push_back(list);
        prose(list);
      }
    }
  }

  const Store& store_;
  const FormSubject& subject_;
  Language language_;
  const ReportType& type_;
  std::string text_;
  std::vector<std::string> paragraphs_;
};

}  // namespace

std::string yaml_form(const Store& store, const FormSubject& subject, Language language) {
  FileRemarks remarks;
  if (subject.owed && subject.owed->due != kNeverDue) {
    remarks.behind_period = uncapitalised(say_in(language, msg::form_due, weekday_text(subject.owed->due, store.zone, language)));
  }
  remarks.at_end = YamlForm(store, subject, language).comments();
  return report_file(subject.head, {}, remarks);
}

}  // namespace nammo
