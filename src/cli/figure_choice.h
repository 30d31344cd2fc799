#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "nammo/comparison.h"
#include "nammo/render.h"
#include "nammo/trend.h"

namespace nammo::cli {

// Which figures a report shows and beside which others: --depth, --indicator, --compare.
class FigureChoice {
 public:
  void declare(Options& options);

  // An exit status after an error message: what was typed cannot be meant.
  [[nodiscard]] std::optional<int> refuse(Call& call) const;
  // Likewise: an indicator that the report type does not have, a period with none before it.
  [[nodiscard]] std::optional<int> resolve(Call& call, const Store& store, const Question& question);
  // The period that the question is compared with; empty for none.
  [[nodiscard]] const std::optional<Period>& compared_period() const { return period_; }
  // What to show; `compared` is that period's report, null for none.
  [[nodiscard]] FigureOptions options(const Consolidated* compared) const;
  // Leaves out what rose of figures that were not chosen.
  void narrow(std::vector<Rise>& rises) const;

 private:
  std::string depth_;
  std::vector<std::string> indicators_;
  std::string compare_;
  std::optional<Period> period_;
};

}  // namespace nammo::cli
