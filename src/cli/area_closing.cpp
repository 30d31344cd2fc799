#include "cli/area_closing.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "cli/listed.h"
#include "nammo/check.h"
#include "nammo/store_files.h"

namespace nammo::cli {
namespace {

constexpr std::size_t kNamed = 5;

// The reports of these areas that are due when their area is not valid, as the store
// stands in `files`.
std::set<std::string> orphans(const FileReader& files, const std::vector<const Area*>& areas, unsigned threads) {
  CheckRequest request;
  request.threads = threads;
  for (const Area* area : areas) request.paths.push_back("areas/" + area->id.str() + "/reports");
  Diagnostics findings;
  std::set<std::string> reports;
  if (check_store(files, request, findings) != CheckOutcome::done) return reports;
  for (const Diagnostic& one : findings.items()) {
    if (one.code == "area-closed") reports.insert(one.where.file);
  }
  return reports;
}

}  // namespace

std::vector<const Area*> open_after(const Store& store, const AreaId& root, Date last) {
  std::vector<const Area*> list;
  for (const Area* area : store.areas.subtree(root)) {
    if (!area->until || last < *area->until) list.push_back(area);
  }
  return list;
}

std::vector<const Area*> areas_below(const Area& area, const std::vector<const Area*>& areas) {
  std::vector<const Area*> below;
  std::copy_if(areas.begin(), areas.end(), std::back_inserter(below), [&](const Area* one) { return one != &area; });
  return below;
}

std::string named(const std::vector<const Area*>& areas) {
  return listed(areas, [](const Area* one) { return named(*one); });
}

bool close_area(Change& change, const Area& area, Date last, Later later) {
  const EditValue day = plain_value(format_date(last));
  if (last < area.since) {
    change.call.complain(say(msg::cli_close_before_since, named(area), format_date(area.since), format_date(last)));
    return false;
  }
  std::vector<Edit> edits{{Edit::Kind::set, {"until"}, day, "since"}};
  for (std::size_t i = area.officers.size(); i-- > 0;) {  // from the end: what is removed moves what is behind it
    const Assignment& one = area.officers[i];
    if (one.until && *one.until <= last) continue;
    if (last < one.since && later == Later::remove) {
      edits.push_back({Edit::Kind::remove, {"officers", i}, {}, {}});
      continue;
    }
    if (last < one.since) {
      change.call.complain(say(msg::cli_close_before_assignment, named(change.store, one.officer), named(area), format_date(one.since)),
                           say(msg::cli_close_before_assignment_help, area_path(area.id)));
      return false;
    }
    edits.push_back({Edit::Kind::set, {"officers", i, "until"}, day, "since"});
  }
  return change.writer.edit(area_path(area.id), edits);
}

std::optional<int> refuse_reports_after(Change& change, const std::vector<const Area*>& closed, Date last) {
  const unsigned threads = change.call.world().processors;
  const auto before = orphans(change.call.files(), closed, threads);
  const auto after = orphans(*change.writer.files(), closed, threads);
  std::vector<std::string> reports;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(reports));
  if (reports.empty()) return std::nullopt;
  const auto count = reports.size();
  reports.resize(std::min(count, kNamed));
  const auto names = listed(reports, [](const std::string& one) { return printable(one); }) + (count > kNamed ? ", …" : "");
  return change.refuse(say(msg::cli_reports_after_close, count, format_date(last), names), say(msg::cli_reports_after_close_help));
}

}  // namespace nammo::cli
