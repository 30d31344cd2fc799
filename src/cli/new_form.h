#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/one_report.h"
#include "nammo/text_form.h"

namespace nammo::cli {

// The form of one report, with what the store tells its writer: the due, who reports, what
// goes on from the period before, what came in.
class NewForm {
 public:
  explicit NewForm(const OneReport& report) : report_(report) {}

  // After report.find(). `officer`: who reports; empty: who is assigned on the day of the
  // due. An exit status after an error message: nobody expects that report, its period
  // has not begun, nobody is assigned.
  [[nodiscard]] std::optional<int> prepare(Call& call, const std::string& officer);
  [[nodiscard]] std::string yaml(Language language) const { return yaml_form(*store_, subject_, language); }
  [[nodiscard]] std::string text(Language language) const { return text_form(*store_, subject_, language); }

 private:
  [[nodiscard]] std::optional<int> load(Call& call, const std::string& officer);
  [[nodiscard]] std::optional<int> take_obligation(Call& call);
  [[nodiscard]] std::optional<int> refuse_unexpected(Call& call) const;
  [[nodiscard]] std::optional<int> take_officer(Call& call, const std::string& officer);
  void look_around(Call& call);

  const OneReport& report_;
  std::optional<Store> store_;
  FormSubject subject_;
  Filing previous_;
  std::vector<Delivery> came_;
};

}  // namespace nammo::cli
