#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/progress.h"
#include "nammo/text.h"

namespace nammo {

struct CheckRequest {
  std::vector<std::string> paths;  // files and folders relative to the store; none: all of it
  unsigned threads = 1;
  Progress* progress = nullptr;  // told of the reading of reports; null: nobody is
};

// True for a file or folder that the request asks about.
[[nodiscard]] bool is_selected(const CheckRequest& request, std::string_view path);

struct Settings;

enum class CheckOutcome { done, unusable };  // unusable: no nammo.yaml, or one of a newer format

// Everything that is wrong in the store, in one run, in the order in which it is
// shown (DESIGN 7). Never depends on the present time. With paths, only findings
// in those files and folders, although others may be read to judge them. The
// templates of documents are left to nammo/templates.h.
[[nodiscard]] CheckOutcome check_store(const FileReader& files, const CheckRequest& request,
                                       Diagnostics& diagnostics);

// What no file of a store may hold, in a text that lies in none: personal data, markings of
// secrecy (DESIGN 9). `file` names it in findings.
void check_text(std::string_view text, const std::string& file, const Settings& settings, Diagnostics& diagnostics);

// A finding that `check` can make, for the manual: one line on what it means.
struct RuleSummary {
  std::string code;
  Severity severity = Severity::error;
  Text description;
};
// All of them, errors before warnings.
[[nodiscard]] std::vector<RuleSummary> list_rules();

}  // namespace nammo
