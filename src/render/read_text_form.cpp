#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/unicode.h"
#include "nammo/text_form.h"
#include "render/form_answers.h"
#include "render/form_guidance.h"
#include "render/form_lines.h"
#include "render/form_values.h"
#include "render/wording.h"

namespace nammo {
namespace {

// Lines end where Word ends them, too: a line break within a paragraph is VT there.
std::string with_line_ends(std::string text) {
  std::replace(text.begin(), text.end(), '\v', '\n');
  std::replace(text.begin(), text.end(), '\f', '\n');
  return text;
}

std::string_view line_at(std::string_view text, std::size_t& at) {
  const auto end = std::min(text.find_first_of("\r\n\v\f", at), text.size());
  const std::string_view line = text.substr(at, end - at);
  at = end + 1;
  return line;
}

bool refuse_bytes(std::string_view text, FormFinder& finder) {
  auto at = find_invalid_utf8(text);
  if (!at) at = find_control_character(text);
  if (at) finder.error("text-encoding", {{}, *at, *at + 1}, say(msg::form_not_text), say(msg::form_not_text_help));
  return at.has_value();
}

std::string_view first_word(std::string_view& text) {
  const auto begin = std::min(text.find_first_not_of(' '), text.size());
  const auto end = std::min(text.find(' ', begin), text.size());
  const std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return word;
}

// The digits of a title: the period that it names.
std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : folded(text)) {
    if ((c >= '0' && c <= '9') || (c == ' ' && !digits.empty() && digits.back() != ' ')) digits += c;
  }
  while (!digits.empty() && digits.back() == ' ') digits.pop_back();
  return digits;
}

class FormReader {
 public:
  FormReader(const Store& store, FormFinder& finder) : store_(store), finder_(finder) {}

  std::optional<FilledForm> read(std::string_view text) {
    if (!read_code(text)) return std::nullopt;
    const FormText form = cut_form(text, store_, all_guidance(store_, *type_), finder_);
    refuse_other_title(form);
    read_officer(form);
    const FormAnswers answers(store_, filled_.head, finder_);
    const auto parts = answers.parts(form);
    filled_.yaml = report_file(filled_.head, parts);
    note_blank(form, parts);
    if (finder_.failed()) return std::nullopt;
    return std::move(filled_);
  }

 private:
  // The report's code comes first of all: the rest is read by what it says.
  bool read_code(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const std::string line = tidied(line_at(text, at));
      const std::string code = code_in(line);
      if (!code.empty()) return take_code({code, begin, at - 1});
    }
    finder_.error("schema-required", {}, say(msg::form_no_code), say(msg::form_no_code_help));
    return false;
  }

  bool take_code(const FormTyped& typed) {
    std::string_view rest = typed.text;
    ReportHead& head = filled_.head;
    head.type = ReportTypeId{to_lower(first_word(rest))};
    head.org = OrgId{to_lower(first_word(rest))};
    head.area = AreaId{to_lower(first_word(rest))};
    const std::string period(first_word(rest));
    const auto read = parse_period(period);
    type_ = store_.regime.find(head.type);
    if (period.empty() || !rest.empty() || !read || type_ == nullptr || !is_period_of(*type_, *read)) {
      finder_.error("schema-pattern", typed, say(msg::form_bad_code, quoted_line(typed)), say(msg::form_no_code_help));
      return false;
    }
    head.period = *read;
    if (store_.settings.organisation(head.org) == nullptr) {
      finder_.error("ref-org", typed, say(msg::form_bad_code, quoted_line(typed)), say(msg::form_no_code_help));
      return false;
    }
    if (store_.areas.find(head.area) == nullptr) {
      finder_.error("ref-area", typed, say(msg::form_bad_area, printable(head.area.str())), say(msg::form_no_code_help));
      return false;
    }
    return true;
  }

  // Last week's form with this week's title, or the reverse (trap T17).
  void refuse_other_title(const FormText& form) {
    for (const FormTyped& line : form.title) {
      const std::string words = folded(line.text);
      const bool title = words.starts_with(folded(type_->label.vi)) || words.starts_with(folded(type_->label.en));
      if (!title || digits_of(line.text).empty()) continue;
      const auto expected = [&](Language language) { return form_title(store_, filled_.head, language); };
      const Text known{expected(Language::vi), expected(Language::en)};
      if (digits_of(line.text) == digits_of(known.vi) || digits_of(line.text) == digits_of(known.en)) return;
      return finder_.error("path-mismatch", line, say(msg::form_other_title, known), say(msg::form_other_title_help));
    }
  }

  void read_officer(const FormText& form) {
    const FormTyped* typed = form.head.find("officer");
    if (typed == nullptr || is_left_blank(typed->text)) {
      return finder_.error("schema-required", typed == nullptr ? form.head.start : *typed, say(msg::form_no_officer), say(msg::form_officer_help));
    }
    filled_.head.officer = officer_called(typed->text);
    if (filled_.head.officer.empty()) {
      finder_.error("ref-officer", *typed, say(msg::form_bad_officer, quoted_line(*typed)), say(msg::form_officer_help));
    }
  }

  [[nodiscard]] OfficerId officer_called(const std::string& typed) const {
    const auto open = typed.rfind('('), close = typed.rfind(')');
    if (open != std::string::npos && close != std::string::npos && close > open) {
      const OfficerId id{typed.substr(open + 1, close - open - 1)};
      if (store_.officers.contains(id) || store_.known_officers.contains(id)) return id;
    }
    if (store_.known_officers.contains(OfficerId{typed})) return OfficerId{typed};
    std::vector<FormName> names;
    for (const bool own : {true, false}) {
      for (const auto& [id, officer] : store_.officers) {
        if (own == (officer.org == filled_.head.org)) names.push_back({id.str(), {officer.name, officer.name}});
      }
      const FormNames known(names);
      if (const FormName* name = known.find_whole(typed)) return OfficerId{name->code};
    }
    return {};
  }

  void note_blank(const FormText& form, const std::vector<EditPair>& parts) {
    std::set<std::string> given;
    for (const EditPair& part : parts) given.insert(part.key);
    std::vector<std::string> vi, en;
    for (const FormPart& part : form_parts()) {
      if (!is_asked(part, *type_) || given.contains(std::string(part.key))) continue;
      filled_.blank.push_back(say(*part.title));
      vi.push_back(filled_.blank.back().vi);
      en.push_back(filled_.blank.back().en);
    }
    const auto written = std::any_of(form_parts().begin(), form_parts().end(), [&](const FormPart& part) { return given.contains(std::string(part.key)); });
    if (written || given.contains("nil") || finder_.failed()) return;
    finder_.warning("schema-required", form.head.start, say(msg::form_all_blank, Text{join(vi, "; "), join(en, "; ")}), say(msg::form_all_blank_help));
  }

  const Store& store_;
  FormFinder& finder_;
  FilledForm filled_;
  const ReportType* type_ = nullptr;
};

}  // namespace

bool is_text_form(std::string_view text) {
  int headings = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view line = line_at(text, at);
    if (line.size() > 400 || find_invalid_utf8(line)) continue;
    bool numbered = false;
    const std::string plain = tidied(line);
    if (!code_in(plain).empty()) return true;
    if (heading_in(plain, numbered) != nullptr && numbered && ++headings == 2) return true;
  }
  return false;
}

std::optional<FilledForm> read_text_form(std::string text, const std::string& name, const Store& store, Diagnostics& findings) {
  text = with_line_ends(std::move(text));
  FormFinder finder(text, name, findings);
  if (refuse_bytes(text, finder)) return std::nullopt;
  return FormReader(store, finder).read(text);
}

}  // namespace nammo
