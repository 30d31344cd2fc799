#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/report.h"
#include "nammo/report_file.h"
#include "nammo/schedule.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

// The empty form of one report: a YAML file with all that may be written in comments, or
// plain text for whoever has neither git nor an editor, printed, or filled in in Word,
// Zalo or Notepad by writing behind colons.

// What a form is for, and what its writer should have before his eyes.
struct FormSubject {
  ReportHead head;                    // `officer` may be empty
  std::optional<Obligation> owed{};   // its due and window; empty for an ad hoc report not yet asked for
  const Report* previous = nullptr;   // of the period before; its open matters and proposals go on
  std::vector<const Delivery*> came{};  // what came in from below and beside, for whoever gathers
};

// The report's file with what it needs and nothing else, a draft: the other keys that its
// type and area use stand in comments, with indicators, codes and what goes on.
[[nodiscard]] std::string yaml_form(const Store& store, const FormSubject& subject, Language language);
// The same as plain text. read_text_form() reads it back, filled in or not.
[[nodiscard]] std::string text_form(const Store& store, const FormSubject& subject, Language language);

// True for a text that was once a text_form(): it has the line with the report's code,
// or two of the numbered headings.
[[nodiscard]] bool is_text_form(std::string_view text);

// A text form as it came back.
struct FilledForm {
  ReportHead head;
  std::string yaml;          // the bytes of the report's file
  std::vector<Text> blank;   // the headings under which nothing was written
};
// Reads a text form, kindly: capitals, marks of Vietnamese letters, forms of Unicode, line
// ends, bullets, blanks and a forgotten colon do not count; choices are labels, a part of
// one that no other has, or codes. What it cannot place is an error at its line and column
// of `name`, never dropped. Empty, after an error, for anything wrong. The store needs its
// settings, regime, codes, indicators, officers, areas, and the calendars of the period.
[[nodiscard]] std::optional<FilledForm> read_text_form(std::string text, const std::string& name, const Store& store,
                                                       Diagnostics& findings);

}  // namespace nammo
