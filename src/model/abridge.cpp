#include <utility>
#include <vector>

#include "nammo/report.h"

namespace nammo {
namespace {

// With its memory, which an assigned empty string would keep.
template <typename... T>
void drop(T&... values) {
  (static_cast<void>(std::exchange(values, T{})), ...);
}

// A list grows by doubling, and these are kept for all reports of a year.
template <typename Entry>
void abridge_all(std::vector<Entry>& entries) {
  for (Entry& entry : entries) abridge(entry);
  entries.shrink_to_fit();
}

}  // namespace

// What is dropped here is what model/archived.h leaves out.
void abridge(Situation& entry) { drop(entry.title, entry.place_name, entry.text, entry.assessment, entry.handled_by); }
void abridge(Proposal& entry) { drop(entry.text, entry.answer); }
void abridge(Opinion& entry) { drop(entry.groups, entry.source, entry.about_kind, entry.about_ref, entry.text); }
void abridge(Activity& entry) { drop(entry.with, entry.text); }

void abridge(Report& report) {
  abridge_all(report.situation);
  abridge_all(report.proposals);
  abridge_all(report.opinions);
  abridge_all(report.activities);
  report.figures.shrink_to_fit();
  drop(report.overview, report.results, report.directives, report.difficulties, report.dialogues, report.models,
       report.evaluation, report.forecast, report.next);
}

}  // namespace nammo
