#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "nammo/consolidated.h"
#include "nammo/render.h"
#include "nammo/schedule.h"
#include "support/store_loading.h"

namespace nammo::test {

// A store in memory or on disk with the deliveries of one question.
struct RenderCase {
  Store store;
  Consolidated report;

  [[nodiscard]] std::string markdown(DocumentOptions options = {}) const {
    if (options.date == Date{}) options.date = *parse_date("2024-05-09");
    return document_markdown(store, report, options);
  }
};

inline Store whole_store(const FileReader& files) {
  Diagnostics diagnostics;
  auto store = load_settings(files, diagnostics);
  load_regime(files, *store, diagnostics);
  load_catalog(files, *store, diagnostics);
  load_calendar(files, 2024, *store, diagnostics);
  load_officers(files, *store, diagnostics);
  load_areas(files, {}, *store, diagnostics);
  return std::move(*store);
}

// The report of `org` on `area` for `period` at `now`; the type is the one with
// that kind of period.
inline std::unique_ptr<RenderCase> render_case(const FileReader& files, const std::string& org, const std::string& area,
                                               const std::string& period, const std::string& now) {
  auto made = std::make_unique<RenderCase>(RenderCase{whole_store(files), {}});
  const Period asked = *parse_period(period);
  const auto& types = made->store.regime.types;
  const auto type =
      std::find_if(types.begin(), types.end(), [&](const ReportType& t) { return t.period == asked.kind; });
  const Question question{&*type, OrgId{org}, AreaId{area}, asked};
  Diagnostics diagnostics;
  made->report = consolidate(files, made->store, question, *parse_instant(now), diagnostics);
  return made;
}

}  // namespace nammo::test
