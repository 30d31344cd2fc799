#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/render.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

inline constexpr std::string_view kOutline = "outline";

// What decides which templates a document takes.
struct DocumentKind {
  std::string type;  // of the report
  std::string org;
  PeriodKind period = PeriodKind::week;
  LetterheadFamily family = LetterheadFamily::mass_organisation;
  Layout layout = Layout::full;
  Language language = Language::vi;
};
[[nodiscard]] DocumentKind kind_of(const Store& store, const Question& question, Layout layout, Language language);

// The names of the files that may stand for a part of such a document, the first
// that there is counting; the last is the one that nammo ships.
[[nodiscard]] std::vector<std::string> template_names(const DocumentKind& kind, std::string_view part);

}  // namespace nammo
