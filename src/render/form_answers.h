#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nammo/report_file.h"
#include "nammo/store.h"
#include "render/form_lines.h"

namespace nammo {

// What the answers of a form mean, as keys of the report's file.
class FormAnswers {
 public:
  FormAnswers(const Store& store, const ReportHead& head, FormFinder& finder);
  // In the order of the files. What is wrong is left out, after an error.
  [[nodiscard]] std::vector<EditPair> parts(const FormText& form) const;

 private:
  [[nodiscard]] std::vector<EditPair> head_parts(const FormText& form) const;
  [[nodiscard]] std::optional<EditValue> value_of(const FormField& field, const FormTyped& typed) const;
  [[nodiscard]] std::optional<EditValue> choices(const FormField& field, const FormTyped& typed) const;
  [[nodiscard]] std::optional<EditValue> areas(const FormTyped& typed) const;
  [[nodiscard]] std::optional<EditValue> moment(const FormTyped& typed) const;
  [[nodiscard]] std::optional<EditValue> block_value(const FormPart& part, const FormBlock& block) const;
  void take_figure(const FormTyped& line, std::vector<EditPair>& figures, std::vector<EditValue>& estimate) const;

  const Store& store_;
  FormFinder& finder_;
  Date last_{};  // the last day of the period
  std::vector<FigureLine> figures_;
};

}  // namespace nammo
