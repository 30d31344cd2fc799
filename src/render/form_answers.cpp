#include "render/form_answers.h"

#include <algorithm>
#include <utility>

#include "nammo/schedule.h"
#include "render/form_values.h"
#include "render/wording.h"

namespace nammo {
namespace {

Date last_day_of(const Store& store, const ReportHead& head) {
  if (head.period.kind == PeriodKind::adhoc) return head.period.day;
  const ReportType* type = store.regime.find(head.type);
  const auto window = type == nullptr ? std::nullopt : window_of(*type, head.period, store);
  return window ? last_day(*window, store.zone) : Date{std::chrono::year{head.period.year} / 12 / 31};
}

std::vector<std::string_view> required_keys(std::string_view part) {
  if (part == "situation") return {"field", "text"};
  if (part == "opinions") return {"field", "stance", "text"};
  return {};
}

// What is called by name stands first in an entry, as people write it.
int rank_of(std::string_view key) { return key == "id" ? 0 : key == "title" ? 1 : 2; }

// {about.kind: a, about.ref: b} -> {about: {kind: a, ref: b}}
EditValue nested(std::vector<EditPair> pairs) {
  std::vector<EditPair> outer;
  for (EditPair& pair : pairs) {
    const auto dot = pair.key.find('.');
    if (dot == std::string::npos) {
      outer.push_back(std::move(pair));
      continue;
    }
    const std::string key = pair.key.substr(0, dot);
    if (outer.empty() || outer.back().key != key) outer.push_back({key, mapping_value({})});
    outer.back().value.keys.push_back(pair.key.substr(dot + 1));
    outer.back().value.items.push_back(std::move(pair.value));
  }
  return mapping_value(std::move(outer));
}

std::vector<std::string> split_list(const std::string& text, std::string_view marks) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find_first_of(marks, at), text.size());
    if (auto item = tidied(std::string_view(text).substr(at, end - at)); !item.empty()) items.push_back(std::move(item));
    at = end + 1;
  }
  return items;
}

std::string choice_labels(const FormNames& names, Language language) {
  std::vector<std::string> labels;
  for (const FormName& name : names.all()) labels.push_back(printable(name.label.in(language)));
  return join(labels, "; ");
}

// Words that people put behind a count of people, visits or meetings.
std::string people_unit(const std::string& typed) {
  static const std::vector<std::string> units{"luot nguoi", "hoi vien", "ho dan", "nguoi", "ho", "luot", "buoi", "cuoc", "lan"};
  const std::string words = folded(typed);
  for (const std::string& unit : units) {
    if (words.ends_with(" " + unit) || (words.size() > unit.size() && words.ends_with(unit) && words[words.size() - unit.size() - 1] <= '9')) return unit;
  }
  return {};
}

std::string all_lines(const std::vector<FormTyped>& lines) {
  std::vector<std::string> texts;
  for (const FormTyped& line : lines) texts.push_back(line.text);
  return join(texts, "\n");
}

std::string without_mark(const std::string& line) {
  for (const std::string_view mark : {"- ", "– ", "+ ", "* ", "• "}) {
    if (line.starts_with(mark)) return line.substr(mark.size());
  }
  return line;
}

void put(std::vector<EditPair>& pairs, std::string_view key, std::optional<EditValue> value) {
  if (value) pairs.push_back({std::string(key), std::move(*value)});
}

}  // namespace

FormAnswers::FormAnswers(const Store& store, const ReportHead& head, FormFinder& finder)
    : store_(store), finder_(finder), last_(last_day_of(store, head)) {
  if (const ReportType* type = store.regime.find(head.type)) figures_ = figure_lines(store, *type, true);
}

std::optional<EditValue> FormAnswers::moment(const FormTyped& typed) const {
  if (is_left_blank(typed.text)) return std::nullopt;
  const auto at = typed_instant(typed.text, last_, store_.zone);
  if (at) return plain_value(format_instant(*at, store_.zone));
  finder_.error("schema-pattern", typed, say(msg::form_bad_moment, quoted_line(typed)), say(msg::form_bad_moment_help));
  return std::nullopt;
}

std::optional<EditValue> FormAnswers::choices(const FormField& field, const FormTyped& typed) const {
  const FormNames names(field.choices(store_));
  std::vector<EditValue> chosen;
  // A label may have commas of its own.
  std::vector<std::string> items = field.answer == Answer::choice || names.find(typed.text) != nullptr ? std::vector{typed.text} : split_list(typed.text, ";");
  if (items.size() == 1 && field.answer == Answer::choices && names.find(items.front()) == nullptr) items = split_list(typed.text, ",;");
  for (const std::string& item : items) {
    const FormName* name = names.find(item);
    if (name == nullptr) {
      const std::string near = names.nearest(item, Language::vi);
      Text help = say(msg::form_bad_choice_help, Text{choice_labels(names, Language::vi), choice_labels(names, Language::en)});
      if (!near.empty()) help = {say(msg::form_perhaps, near).vi + " " + help.vi, say(msg::form_perhaps, near).en + " " + help.en};
      const bool code = field.key == "field" || field.key == "topic" || field.key == "source" || field.key == "groups" || field.key == "kind";
      finder_.error(code ? "ref-code" : "schema-enum", typed, say(msg::form_bad_choice, quoted_line({item}), say(*field.label)), std::move(help));
      return std::nullopt;
    }
    if (field.answer == Answer::choice) return text_value(name->code);
    chosen.push_back(text_value(name->code));
  }
  return list_value(std::move(chosen));
}

std::optional<EditValue> FormAnswers::areas(const FormTyped& typed) const {
  std::vector<EditValue> found;
  std::vector<FormName> names;
  for (const Area* area : store_.areas.subtree(AreaId{})) names.push_back({area->id.str(), {area->name, area->name}});
  const FormNames known(std::move(names));
  for (const std::string& item : split_list(typed.text, ",;")) {
    const auto tails = store_.areas.by_tail(item);
    const FormName* name = known.find_whole(item);
    if (tails.size() != 1 && name == nullptr) {
      finder_.error("ref-area", typed, say(msg::form_bad_area, quoted_line({item})), say(msg::form_bad_area_help));
      return std::nullopt;
    }
    found.push_back(text_value(tails.size() == 1 ? tails.front()->id.str() : name->code));
  }
  return list_value(std::move(found));
}

std::optional<EditValue> FormAnswers::value_of(const FormField& field, const FormTyped& typed) const {
  const auto bad = [&](const char* code, const Message& message, const Message& help) {
    finder_.error(code, typed, say(message, quoted_line(typed)), say(help));
    return std::nullopt;
  };
  switch (field.answer) {
    case Answer::line:
    case Answer::text: return text_value(typed.text);
    case Answer::choice:
    case Answer::choices: return choices(field, typed);
    case Answer::areas: return areas(typed);
    case Answer::count: {
      const auto number = typed_number(typed.text, 0, people_unit(typed.text));
      if (number.plain.empty() || number.plain.front() == '-') return bad("schema-type", msg::form_bad_number, msg::form_bad_number_help);
      return plain_value(number.plain);
    }
    case Answer::date: {
      const auto date = typed_date(typed.text, last_);
      if (!date) return bad("schema-pattern", msg::form_bad_date, msg::form_bad_date_help);
      return plain_value(format_date(*date));
    }
    case Answer::yes: {
      const auto yes = typed_yes(typed.text);
      if (!yes) return bad("schema-type", msg::form_bad_yes, msg::form_bad_yes_help);
      return *yes ? std::optional(plain_value("true")) : std::nullopt;
    }
    case Answer::id: {
      if (!is_id(typed.text)) return bad("schema-pattern", msg::form_bad_id, msg::form_bad_id_help);
      return text_value(typed.text);
    }
    case Answer::period: {
      const auto period = parse_period(typed.text);
      if (!period) return bad("schema-pattern", msg::form_bad_period, msg::form_bad_period_help);
      return period->kind == PeriodKind::year ? text_value(typed.text) : plain_value(typed.text);
    }
  }
  return std::nullopt;
}

std::optional<EditValue> FormAnswers::block_value(const FormPart& part, const FormBlock& block) const {
  std::vector<const FormAnswer*> answers;
  for (const FormAnswer& answer : block.answers) {
    if (!is_left_blank(answer.value.text)) answers.push_back(&answer);
  }
  if (std::all_of(answers.begin(), answers.end(), [](const FormAnswer* answer) { return says_none(answer->value.text); })) return std::nullopt;
  for (const std::string_view key : required_keys(part.key)) {
    if (std::any_of(answers.begin(), answers.end(), [&](const FormAnswer* one) { return one->field->key == key; })) continue;
    const auto field = std::find_if(part.fields.begin(), part.fields.end(), [&](const FormField& one) { return one.key == key; });
    finder_.error("schema-required", block.start, say(msg::form_entry_lacks, say(*field->label)));
  }
  std::stable_sort(answers.begin(), answers.end(), [](const FormAnswer* a, const FormAnswer* b) {
    const int ranks[] = {rank_of(a->field->key), rank_of(b->field->key)};
    return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : a->field < b->field;
  });
  std::vector<EditPair> pairs;
  for (const FormAnswer* answer : answers) put(pairs, answer->field->key, value_of(*answer->field, answer->value));
  return nested(std::move(pairs));
}

void FormAnswers::take_figure(const FormTyped& line, std::vector<EditPair>& figures, std::vector<EditValue>& estimate) const {
  std::vector<FormName> names;
  for (std::size_t i = 0; i < figures_.size(); ++i) names.push_back({std::to_string(i), figures_[i].label});
  const FormNames known(std::move(names));
  const auto colon = line.text.rfind(':');
  std::string label = without_mark(line.text.substr(0, colon));
  const FormName* name = known.find_whole(label);
  const auto bracket = label.rfind('(');
  if (name == nullptr && bracket != std::string::npos) name = known.find_whole(label.substr(0, bracket));
  const FormTyped value{colon == std::string::npos ? std::string{} : tidied(std::string_view(line.text).substr(colon + 1)), line.begin, line.end};
  if (name == nullptr || colon == std::string::npos) {
    const std::string near = known.nearest(label.substr(0, bracket), Language::vi);
    return finder_.error("schema-unknown-key", line, say(msg::form_mistyped_line, quoted_line({label})),
                         near.empty() ? Text{} : say(msg::form_perhaps, near));
  }
  if (is_left_blank(value.text)) return;
  const FigureLine& figure = figures_[static_cast<std::size_t>(name - known.all().data())];
  const int decimals = figure.indicator->decimals;
  const TypedNumber number = typed_number(value.text, decimals, figure.indicator->unit.vi);
  if (number.plain.empty()) {
    return finder_.error("schema-type", value, say(msg::form_bad_number, quoted_line(value)),
                         decimals == 0 ? say(msg::form_bad_number_help) : say(msg::form_bad_number_decimals, decimals));
  }
  const std::string id = figure.indicator->id.str();
  auto held = std::find_if(figures.begin(), figures.end(), [&](const EditPair& one) { return one.key == id; });
  const bool twice = held != figures.end() && (figure.code.empty() || std::find(held->value.keys.begin(), held->value.keys.end(), figure.code.str()) != held->value.keys.end());
  if (twice) return finder_.error("yaml-duplicate-key", line, say(msg::form_twice, figure.label));
  if (number.estimate && std::find(estimate.begin(), estimate.end(), text_value(id)) == estimate.end()) estimate.push_back(text_value(id));
  if (figure.code.empty()) return figures.push_back({id, plain_value(number.plain)});
  if (held == figures.end()) held = figures.insert(figures.end(), {id, mapping_value({})});
  held->value.keys.push_back(figure.code.str());
  held->value.items.push_back(plain_value(number.plain));
}

std::vector<EditPair> FormAnswers::head_parts(const FormText& form) const {
  std::vector<EditPair> pairs;
  if (const FormTyped* submitted = form.head.find("submitted")) put(pairs, "submitted", moment(*submitted));
  const auto none_in = [&](std::string_view key) {
    return std::any_of(form.sections.begin(), form.sections.end(), [&](const FormSection& one) { return one.none && one.part != nullptr && one.part->key == key; });
  };
  bool nil = none_in("situation") && none_in("opinions");
  if (const FormTyped* typed = form.head.find("nil"); typed != nullptr && !is_left_blank(typed->text)) {
    const auto yes = says_none(typed->text) && folded(typed->text) != "khong" ? std::optional(true) : typed_yes(typed->text);
    if (!yes) finder_.error("schema-type", *typed, say(msg::form_bad_yes, quoted_line(*typed)), say(msg::form_bad_yes_help));
    nil = yes.value_or(false);
  }
  if (nil) pairs.push_back({"nil", plain_value("true")});
  return pairs;
}

std::vector<EditPair> FormAnswers::parts(const FormText& form) const {
  std::vector<EditPair> pairs = head_parts(form);
  const bool nil = std::any_of(pairs.begin(), pairs.end(), [](const EditPair& one) { return one.key == "nil"; });
  for (const FormPart& part : form_parts()) {
    std::vector<FormTyped> lines;
    std::vector<EditValue> values;
    FormTyped title;
    for (const FormSection& section : form.sections) {
      if (section.part != &part) continue;
      title = section.title;
      lines.insert(lines.end(), section.lines.begin(), section.lines.end());
      for (const FormBlock& block : section.blocks) {
        if (finder_.full()) break;
        if (auto value = block_value(part, block)) values.push_back(std::move(*value));
      }
    }
    if (nil && !values.empty() && (part.key == "situation" || part.key == "opinions")) {
      finder_.error("nil-with-entries", title, say(msg::form_nil_with_entries, say(*part.title)), say(msg::form_nil_with_entries_help));
    }
    if (part.shape == PartShape::figures) {
      std::vector<EditPair> figures;
      std::vector<EditValue> estimate;
      for (const FormTyped& line : lines) take_figure(line, figures, estimate);
      if (!figures.empty()) pairs.push_back({std::string(part.key), mapping_value(std::move(figures))});
      if (!estimate.empty()) pairs.push_back({"estimate", list_value(std::move(estimate))});
    } else if (part.shape == PartShape::text && !lines.empty()) {
      pairs.push_back({std::string(part.key), text_value(all_lines(lines))});
    } else if (part.shape == PartShape::lines && !lines.empty()) {
      for (const FormTyped& line : lines) values.push_back(text_value(without_mark(line.text)));
      pairs.push_back({std::string(part.key), list_value(std::move(values))});
    } else if (part.shape == PartShape::fields && !values.empty()) {
      pairs.push_back({std::string(part.key), std::move(values.front())});
    } else if (part.shape == PartShape::entries && !values.empty()) {
      pairs.push_back({std::string(part.key), list_value(std::move(values))});
    }
  }
  if (const FormTyped* occurred = form.head.find("occurred")) put(pairs, "occurred", moment(*occurred));
  if (const FormTyped* continues = form.head.find("continues"); continues != nullptr && !is_left_blank(continues->text)) {
    put(pairs, "continues", value_of(form_head().back(), *continues));
  }
  return pairs;
}

}  // namespace nammo
