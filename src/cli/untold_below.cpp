#include "cli/untold_below.h"

#include "cli/command.h"
#include "cli/listed.h"
#include "nammo/texts.h"

namespace nammo::cli {

void remark_untold(Call& call, const Consolidated& report) {
  const Untold untold = find_untold(report);
  const std::string areas = listed(untold.areas, [](const AreaId& area) { return area.str(); });
  const auto remark = [&](const Text& what) { call.remark(say(msg::cli_untold, report.question.area.str(), what, areas)); };
  if (untold.matters > 0) remark(say(msg::cli_untold_matters, untold.matters));
  if (untold.proposals > 0) remark(say(msg::cli_untold_proposals, untold.proposals));
}

}  // namespace nammo::cli
