#include <algorithm>
#include <utility>

#include "model/open_document.h"
#include "nammo/report.h"

namespace nammo {

Filing load_filing(const FileReader& files, const Store& store, const AreaId& area, const OrgId& org,
                   const Period& period, Diagnostics& diagnostics) {
  using model::Need;
  Filing filing;
  const auto errors = diagnostics.errors();
  auto bytes = model::read_bytes(files, report_path(area, org, period), Need::optional, diagnostics);
  filing.unreadable = diagnostics.errors() > errors;
  filing.exists = bytes || filing.unreadable;
  if (auto review = model::read_bytes(files, review_path(area, org, period), Need::optional, diagnostics)) {
    filing.review = read_review(std::move(*review), {area, org, period, true}, store, diagnostics);
    filing.review_unreadable = !filing.review;
    if (bytes) filing.content = content_hash(*bytes);
  }
  if (!bytes) return filing;
  auto read = read_report(std::move(*bytes), {area, org, period, false}, store, diagnostics);
  filing.unreadable = read.unreadable;
  filing.report = std::move(read.report);
  return filing;
}

bool is_blank(const Report& report) {
  const auto nothing = [](const auto&... lists) { return (lists.empty() && ...); };
  return !report.nil && report.evaluation == Evaluation{} &&
         nothing(report.overview, report.situation, report.opinions, report.activities, report.results, report.directives, report.figures,
                 report.difficulties, report.proposals, report.dialogues, report.models, report.forecast, report.next);
}

const Figure* Report::figure(const IndicatorId& id) const {
  const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.indicator == id; });
  return found == figures.end() ? nullptr : &*found;
}

}  // namespace nammo
