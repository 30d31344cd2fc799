#include "render/form_lines.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/lines.h"
#include "base/unicode.h"
#include "nammo/text.h"
#include "render/form_values.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr std::size_t kLongestLabel = 160;  // bytes

void replace_all(std::string& text, std::string_view old, std::string_view by) {
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size())) text.replace(at, old.size(), by);
}

// A line without the mark of a list before it.
std::string_view without_bullet(std::string_view line, bool& marked) {
  static constexpr std::array<std::string_view, 10> kBullets{"-", "–", "—", "+", "*", "•", "·", "●", "▪", "\xEF\x82\xB7"};
  for (const std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet) || line.size() == bullet.size()) continue;
    const bool number = bullet == "-" && line[1] >= '0' && line[1] <= '9';
    if (number) continue;
    marked = true;
    return trimmed(line.substr(bullet.size()));
  }
  return line;
}

struct Split {
  std::string_view label;
  std::string_view value;
  bool colon = false;
};
Split split_at(std::string_view line, std::string_view mark) {
  const auto at = line.find(mark);
  if (at == std::string_view::npos) return {line, {}, false};
  return {trimmed(line.substr(0, at)), trimmed(line.substr(at + mark.size())), true};
}
Split split(std::string_view line) {
  for (const std::string_view mark : {":", "："}) {
    if (const Split parts = split_at(line, mark); parts.colon) return parts;
  }
  return {line, {}, false};
}

// "Số người (khoảng)" -> "Số người"
std::string_view without_brackets(std::string_view label) {
  const auto bracket = label.find('(');
  return bracket == std::string_view::npos || bracket == 0 ? label : trimmed(label.substr(0, bracket));
}

FormNames names_of_fields(const std::vector<FormField>& fields) {
  std::vector<FormName> names;
  for (const FormField& field : fields) names.push_back({std::string(field.key), say(*field.label)});
  return FormNames(std::move(names));
}

const FormNames& part_names() {
  static const FormNames names = [] {
    std::vector<FormName> all;
    for (const FormPart& part : form_parts()) all.push_back({std::string(part.key), say(*part.title)});
    return FormNames(std::move(all));
  }();
  return names;
}

const FormNames& field_names(const FormPart* part) {
  static const FormNames head = names_of_fields(form_head());
  static const std::vector<FormNames> of_parts = [] {
    std::vector<FormNames> all;
    for (const FormPart& one : form_parts()) all.push_back(names_of_fields(one.fields));
    return all;
  }();
  return part == nullptr ? head : of_parts[static_cast<std::size_t>(part - form_parts().data())];
}

template <typename List>
std::string labels(const List& names) {
  std::vector<std::string> all;
  for (const FormName& name : names.all()) all.push_back(name.label.vi);
  return join(all, "; ");
}

bool is_number_of_heading(std::string_view line, std::string_view& rest) {
  static const RE2 number{R"((?:\d{1,2}|[IVX]{1,5})\s*[.)/:\-–]+\s*)"};
  re2::StringPiece piece(line.data(), line.size());
  if (!RE2::Consume(&piece, number) || piece.empty()) return false;
  rest = line.substr(line.size() - piece.size());
  return true;
}

bool in_capitals(std::string_view text) {
  return folded(text).size() >= 5 && text.size() < kLongestLabel && to_upper(text) == text && to_lower(text) != text;
}

const FormPart* part_of(const FormName* name) {
  return name == nullptr ? nullptr : &form_parts()[static_cast<std::size_t>(name - part_names().all().data())];
}

}  // namespace

const std::vector<FormField>& form_head() {
  static const std::vector<FormField> fields{{"code", &msg::form_code, Answer::line},
                                             {"officer", &msg::form_officer, Answer::line},
                                             {"submitted", &msg::form_submitted, Answer::line},
                                             {"nil", &msg::form_nil, Answer::yes},
                                             {"occurred", &msg::form_occurred, Answer::line},
                                             {"continues", &msg::form_continues, Answer::period}};
  return fields;
}

const FormTyped* FormBlock::find(std::string_view key) const {
  const auto found = std::find_if(answers.begin(), answers.end(), [&](const FormAnswer& one) { return one.field->key == key; });
  return found == answers.end() ? nullptr : &found->value;
}

FormFinder::FormFinder(std::string_view text, std::string name, Diagnostics& findings)
    : text_(text), name_(std::move(name)), starts_(line_starts(text)), findings_(findings) {}

Location FormFinder::at(const FormTyped& where) const { return {name_, place_in(text_, starts_, where.begin, where.end)}; }

void FormFinder::error(std::string code, const FormTyped& where, Text message, Text help) {
  failed_ = true;
  if (full()) return;
  if (++said_ == kMost) return findings_.error("schema-type", at(where), say(msg::form_too_many));
  findings_.error(std::move(code), at(where), std::move(message), std::move(help));
}

void FormFinder::warning(std::string code, const FormTyped& where, Text message, Text help) {
  if (full()) return;
  ++said_;
  findings_.warning(std::move(code), at(where), std::move(message), std::move(help));
}

std::string tidied(std::string_view text) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), '\t', ' ');
  for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x87", "\xE2\x80\x83", "\xE2\x80\x82", "\xE3\x80\x80"}) replace_all(plain, blank, " ");
  for (const std::string_view nothing : {"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xE2\x81\xA0", "\xEF\xBB\xBF", "\xC2\xAD"}) replace_all(plain, nothing, "");
  return to_nfc(trimmed(plain));
}

std::string quoted_line(const FormTyped& typed) { return printable(clipped(typed.text, 60)); }

const FormPart* heading_in(std::string_view line, bool& numbered) {
  bool marked = false;
  std::string_view title = without_bullet(line, marked);
  numbered = is_number_of_heading(title, title);
  if (marked && !numbered) return nullptr;  // an item of a list
  const Split parts = split(title);
  if (parts.label.size() > kLongestLabel) return nullptr;
  if (numbered) return part_of(part_names().find(without_brackets(parts.label)));
  if (!parts.value.empty() && !in_capitals(parts.label)) return nullptr;
  return part_of(part_names().find_whole(parts.label));
}

std::string code_in(std::string_view line) {
  bool marked = false;
  const Split parts = split(without_bullet(line, marked));
  if (!parts.colon || parts.label.size() > kLongestLabel) return {};
  const FormName* name = field_names(nullptr).find_whole(parts.label);
  return name != nullptr && name->code == "code" ? std::string(parts.value) : std::string{};
}

namespace {

class Cutter {
 public:
  Cutter(std::string_view text, const Store& store, const std::vector<std::string>& guidance, FormFinder& finder)
      : text_(text), store_(store), guidance_(guidance), finder_(finder) {}

  FormText cut() {
    const auto& starts = finder_.starts();
    for (std::size_t i = 0; i < starts.size() && !finder_.full(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : text_.size();
      take_line(starts[i], end);
    }
    return std::move(form_);
  }

 private:
  void take_line(std::size_t begin, std::size_t end) {
    const std::string_view raw = text_.substr(begin, end - begin);
    const std::string line = tidied(raw.substr(0, raw.find_last_not_of("\r\n") + 1));
    const FormTyped whole = typed(line, begin, end);
    if (line.starts_with("#")) return take_guidance(whole);
    if (is_ruled(line)) return;
    if (take_heading(whole)) return;
    if (form_.sections.empty()) return take_head(whole);
    take_answer(whole);
  }

  // Nothing to read: blank, or dots and strokes alone.
  static bool is_ruled(std::string_view line) { return is_left_blank(line) || line.find_first_not_of("-=_*./ ") == std::string_view::npos; }

  // Where `text` stands in the bytes of a line, without blanks around it.
  [[nodiscard]] FormTyped typed(std::string text, std::size_t begin, std::size_t end) const {
    while (begin < end && (text_[begin] == ' ' || text_[begin] == '\t')) ++begin;
    if (text_.substr(begin).starts_with("\xEF\xBB\xBF")) begin += 3;
    while (end > begin && std::string_view(" \t\r\n").find(text_[end - 1]) != std::string_view::npos) --end;
    return {std::move(text), begin, end};
  }
  // The part of a line behind its first colon (or other mark).
  [[nodiscard]] FormTyped value_of(const FormTyped& line, std::string_view value, std::string_view mark) const {
    const auto at = text_.substr(line.begin, line.end - line.begin).find(mark);
    return typed(std::string(value), at == std::string_view::npos ? line.begin : line.begin + at + mark.size(), line.end);
  }

  void take_guidance(const FormTyped& line) {
    if (line.text.starts_with("##")) return;
    const std::string words = folded(line.text);
    if (words.empty() || std::find(guidance_.begin(), guidance_.end(), words) != guidance_.end()) return;
    finder_.warning("schema-unknown-key", line, say(msg::form_guidance_written));
  }

  bool take_heading(const FormTyped& line) {
    bool numbered = false;
    const FormPart* part = heading_in(line.text, numbered);
    const Split parts = split(line.text);
    if (part == nullptr) {
      std::string_view title = line.text;
      if (!numbered || !is_number_of_heading(line.text, title)) return false;
      const std::string near = part_names().nearest(parts.colon ? split(title).label : title, Language::vi);
      if (near.empty() && !in_capitals(split(title).label)) return false;
      finder_.error("schema-unknown-key", line, say(msg::form_unknown_heading, quoted_line({std::string(title)})),
                    near.empty() ? say(msg::form_parts_are, labels(part_names())) : say(msg::form_perhaps, near));
      form_.sections.push_back({nullptr, line, false, {}, {}});
      return true;
    }
    form_.sections.push_back({part, line, false, {}, {}});
    if (!parts.value.empty()) take_answer(value_of(line, parts.value, ":"));
    return true;
  }

  void take_head(const FormTyped& line) {
    if (take_field(line, nullptr, form_.head)) return;
    const bool begun = form_.head.find("code") != nullptr;
    if (!begun) return form_.title.push_back(line);
    if (!form_.head.answers.empty() && is_left_blank(form_.head.answers.back().value.text) && !split(line.text).colon) {
      form_.head.answers.back().value = line;
      return;
    }
    unknown(line, field_names(nullptr));
  }

  void take_answer(const FormTyped& line) {
    FormSection& section = form_.sections.back();
    if (section.part == nullptr) return;  // said already
    const PartShape shape = section.part->shape;
    if (says_none(line.text) && is_unwritten(section)) {
      section.none = true;
      return;
    }
    if (shape != PartShape::entries && shape != PartShape::fields) return section.lines.push_back(line);
    if (section.blocks.empty()) section.blocks.push_back({line, {}});
    if (take_field(line, section.part, section.blocks.back())) return;
    go_on(line, section);
  }

  static bool is_unwritten(const FormSection& section) {
    const auto blank = [](const FormAnswer& answer) { return is_left_blank(answer.value.text); };
    return section.lines.empty() && std::all_of(section.blocks.begin(), section.blocks.end(), [&](const FormBlock& block) {
             return std::all_of(block.answers.begin(), block.answers.end(), blank);
           });
  }

  // A line without a label: the text goes on, or begins where nothing was asked for yet.
  void go_on(const FormTyped& line, FormSection& section) {
    FormBlock& block = section.blocks.back();
    if (block.answers.empty()) {
      const auto& fields = section.part->fields;
      const auto text = std::find_if(fields.begin(), fields.end(), [](const FormField& one) { return one.key == "text"; });
      if (text == fields.end()) return unknown(line, field_names(section.part));
      block.answers.push_back({&*text, line});
      return;
    }
    FormAnswer& last = block.answers.back();
    const Split parts = split(line.text);
    const std::string near = parts.colon && folded(parts.label).size() >= 5 ? field_names(section.part).nearest(parts.label, Language::vi) : std::string{};
    const bool open = last.field->answer == Answer::text || last.field->answer == Answer::line;
    if (!near.empty() || (!open && !is_left_blank(last.value.text))) return unknown(line, field_names(section.part));
    if (is_left_blank(last.value.text)) {
      last.value = line;
    } else {
      last.value.text += (last.field->answer == Answer::text ? "\n" : " ") + line.text;
      last.value.end = line.end;
    }
  }

  void unknown(const FormTyped& line, const FormNames& names) {
    const Split parts = split(line.text);
    if (!parts.colon) return finder_.error("schema-unknown-key", line, say(msg::form_unknown_line, quoted_line(line)), say(msg::form_lines_are, labels(names)));
    const std::string near = names.nearest(parts.label, Language::vi);
    finder_.error("schema-unknown-key", line, say(msg::form_mistyped_line, quoted_line({std::string(parts.label)})),
                  near.empty() ? say(msg::form_lines_are, labels(names)) : say(msg::form_perhaps, near));
  }

  // `block` is the last one of its part.
  bool take_field(const FormTyped& line, const FormPart* part, FormBlock& block) {
    bool marked = false;
    const std::string_view body = without_bullet(line.text, marked);
    if (body.size() > kLongestLabel && body.find(':') > kLongestLabel) return false;
    const FormNames& names = field_names(part);
    const auto& fields = part == nullptr ? form_head() : part->fields;
    for (const std::string_view mark : {":", "：", " - ", " – ", "="}) {
      const Split parts = split_at(body, mark);
      const FormName* name = parts.label.size() > kLongestLabel ? nullptr : names.find_whole(without_brackets(parts.label));
      if (name == nullptr || (!parts.colon && mark != "=")) continue;  // a label alone is looked at last
      const FormField& field = fields[static_cast<std::size_t>(name - names.all().data())];
      FormTyped value = parts.colon ? value_of(line, parts.value, mark) : typed("", line.end, line.end);
      if (!parts.colon && field.key == "nil") value.text = "x";
      put(line, part, block, {&field, std::move(value)}, marked);
      return true;
    }
    return take_field_without_colon(line, body, part, block, marked);
  }

  // "Lĩnh vực Kinh tế": only where what follows can be nothing but an answer.
  bool take_field_without_colon(const FormTyped& line, std::string_view body, const FormPart* part, FormBlock& block, bool marked) {
    if (part == nullptr) return false;
    const std::string words = folded(body);
    for (const FormField& field : part->fields) {
      if (field.answer != Answer::choice && field.answer != Answer::count && field.answer != Answer::date) continue;
      const std::string label = folded(field.label->vi);
      if (!words.starts_with(label + " ")) continue;
      std::string_view rest = body;
      for (auto blanks = std::count(label.begin(), label.end(), ' ') + 1; blanks > 0; --blanks) {
        rest = trimmed(rest.substr(std::min(rest.find(' '), rest.size())));
      }
      if (!could_be(field, rest)) continue;
      put(line, part, block, {&field, typed(std::string(rest), line.begin, line.end)}, marked);
      return true;
    }
    return false;
  }

  [[nodiscard]] bool could_be(const FormField& field, std::string_view value) const {
    if (field.answer == Answer::count) return !typed_number(value, 0, "").plain.empty();
    if (field.answer == Answer::date) return typed_date(value, Date{std::chrono::year{2000} / 1 / 1}).has_value();
    return field.choices != nullptr && FormNames(field.choices(store_)).find(value) != nullptr;
  }

  // A block ends where its first line comes again, marked, or one of its lines a second time.
  void put(const FormTyped& line, const FormPart* part, FormBlock& block, FormAnswer answer, bool marked) {
    const bool again = block.find(answer.field->key) != nullptr;
    const bool first = part != nullptr && marked && answer.field == part->fields.data() && !block.answers.empty();
    if (part != nullptr && part->shape == PartShape::entries && (again || first)) {
      form_.sections.back().blocks.push_back({line, {std::move(answer)}});
      return;
    }
    if (again) {
      const bool code = answer.field->key == "code";
      finder_.error("yaml-duplicate-key", line, code ? say(msg::form_two_codes) : say(msg::form_twice, *answer.field->label),
                    code ? say(msg::form_two_codes_help) : Text{});
      return;
    }
    if (block.answers.empty()) block.start = line;
    block.answers.push_back(std::move(answer));
  }

  std::string_view text_;
  const Store& store_;
  const std::vector<std::string>& guidance_;
  FormFinder& finder_;
  FormText form_;
};

}  // namespace

FormText cut_form(std::string_view text, const Store& store, const std::vector<std::string>& guidance, FormFinder& finder) {
  return Cutter(text, store, guidance, finder).cut();
}

}  // namespace nammo
