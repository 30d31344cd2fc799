#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/catalogue/render.h"
#include "nammo/regime.h"
#include "nammo/store.h"
#include "render/form_names.h"

namespace nammo {

// The parts of a report as a text form asks for them. Writing and reading go by one table.

enum class Answer { line, text, choice, choices, count, date, yes, id, areas, period };

struct FormField {
  std::string_view key;  // of the entry; "about.ref" for one of a mapping in it
  const Message* label;
  Answer answer = Answer::text;
  std::vector<FormName> (*choices)(const Store&) = nullptr;
  bool asked = true;  // has a line in the empty form
};

enum class PartShape {
  text,     // what is written below the heading
  entries,  // a block of fields for each entry
  fields,   // one block of fields
  lines,    // an item on each line
  figures,  // a line for each figure
};

enum class PartUse { always, long_periods };  // a month and longer

struct FormPart {
  std::string_view key;
  const Message* title;
  const Message* hint;
  PartShape shape = PartShape::text;
  PartUse use = PartUse::always;
  int blocks = 1;  // of fields, in the empty form
  std::vector<FormField> fields{};
};

// In the order of the form, which is that of the files.
[[nodiscard]] const std::vector<FormPart>& form_parts();
// True for a part that a report of that type is asked for.
[[nodiscard]] bool is_asked(const FormPart& part, const ReportType& type);

// A line for a figure.
struct FigureLine {
  const Indicator* indicator = nullptr;
  CodeId code;  // empty for an indicator that is one number
  Text label;   // "Đơn thư tiếp nhận trong kỳ – Khiếu nại"; with the id where another has the same
};
// Those that a report of the type gives by hand, in the order of the catalogue; those that
// the lowest areas alone give only where `lowest`.
[[nodiscard]] std::vector<FigureLine> figure_lines(const Store& store, const ReportType& type, bool lowest);

// The title of a part with its number: "2. TÌNH HÌNH, VẤN ĐỀ NỔI LÊN".
[[nodiscard]] std::string heading(int number, const FormPart& part, Language language);

}  // namespace nammo
