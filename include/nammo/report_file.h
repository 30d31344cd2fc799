#pragma once

#include <span>
#include <string>
#include <vector>

#include "nammo/edit.h"
#include "nammo/report.h"
#include "nammo/store.h"

namespace nammo {

// The five keys that every report has (DESIGN 4).
struct ReportHead {
  ReportTypeId type;
  OrgId org;
  AreaId area;
  Period period;
  OfficerId officer;
};

// What stands in the file for its writer alone.
struct FileRemarks {
  std::string behind_period;  // one line
  std::string at_end;         // lines, each of them a comment
};

// The text of a report that is not there yet: the schema for the editor, `head`, then
// `parts` in their order. A part is a key of the report with a text, a plain value, a
// list, a list of mappings (an entry each), or a mapping. Texts of several lines stand
// as blocks. Whoever reads it gets what `parts` say, in NFC.
[[nodiscard]] std::string report_file(const ReportHead& head, std::span<const EditPair> parts, const FileRemarks& remarks = {});

}  // namespace nammo
