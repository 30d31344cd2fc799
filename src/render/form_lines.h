#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"
#include "render/form_table.h"

namespace nammo {

// A filled text form cut into headings, blocks and answers. What the answers mean is not
// looked at here.

// What somebody wrote, tidied, with the bytes of the form where it stands.
struct FormTyped {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct FormAnswer {
  const FormField* field = nullptr;
  FormTyped value;
};
struct FormBlock {
  FormTyped start;
  std::vector<FormAnswer> answers;
  [[nodiscard]] const FormTyped* find(std::string_view key) const;
};
struct FormSection {
  const FormPart* part = nullptr;  // null: below a heading that the form does not have
  FormTyped title;
  bool none = false;  // "không phát sinh"
  std::vector<FormTyped> lines;
  std::vector<FormBlock> blocks;
};
struct FormText {
  std::vector<FormTyped> title;  // what stands before the report's code
  FormBlock head;
  std::vector<FormSection> sections;
};

// The lines of the head, "code", "officer" … by their keys.
[[nodiscard]] const std::vector<FormField>& form_head();

// Where something wrong stands, and the findings about it.
class FormFinder {
 public:
  FormFinder(std::string_view text, std::string name, Diagnostics& findings);
  void error(std::string code, const FormTyped& where, Text message, Text help = {});
  void warning(std::string code, const FormTyped& where, Text message, Text help = {});
  [[nodiscard]] const std::vector<std::uint32_t>& starts() const { return starts_; }
  // Enough was said: a text that is no form at all.
  [[nodiscard]] bool full() const { return said_ >= kMost; }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  static constexpr int kMost = 60;
  [[nodiscard]] Location at(const FormTyped& where) const;

  std::string_view text_;
  std::string name_;
  std::vector<std::uint32_t> starts_;
  Diagnostics& findings_;
  int said_ = 0;
  bool failed_ = false;
};

// Blanks, soft hyphens and marks of width zero as plain text has them; NFC.
[[nodiscard]] std::string tidied(std::string_view text);
// At most a line of it, for a finding.
[[nodiscard]] std::string quoted_line(const FormTyped& typed);

// `guidance`: folded lines with # that the form itself has.
[[nodiscard]] FormText cut_form(std::string_view text, const Store& store, const std::vector<std::string>& guidance, FormFinder& finder);

// The name of the heading that a line is, with its number or without; null for none.
[[nodiscard]] const FormPart* heading_in(std::string_view line, bool& numbered);
// What stands behind "Mã báo cáo:"; empty where the line is another one.
[[nodiscard]] std::string code_in(std::string_view line);

}  // namespace nammo
