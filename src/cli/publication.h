#pragma once

#include <optional>
#include <string>

#include "cli/call.h"
#include "nammo/consolidated.h"
#include "nammo/published.h"

namespace nammo::cli {

// What is to be frozen.
struct PublicationOrder {
  ReportKey key;
  const ReportType* type = nullptr;  // as the command found it
  Instant now{};
  std::string number;
  std::optional<Date> date;  // empty: that of `now`
  std::string signatory;
};

// The consolidated report with everything that it was made from.
struct Publication {
  Store store;
  Consolidated report;  // points into `store`
  Published facts;      // without what the order says and without the text's hash
  std::string text;     // Markdown
};

// Makes it from `files` alone and notes each file that it reads. An exit status after an
// error message: nothing is frozen that rests on a file which cannot be read.
[[nodiscard]] std::optional<int> make_publication(Call& call, const FileReader& files, const PublicationOrder& order,
                                                  std::optional<Publication>& made);

}  // namespace nammo::cli
