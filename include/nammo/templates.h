#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "nammo/consolidated.h"
#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/render.h"
#include "nammo/store.h"

namespace nammo {

// A store's own letterheads and outlines: Mustache files in templates/, see
// nammo-templates(5).
inline constexpr const char* kTemplateFolder = "templates";

struct TemplateFile {
  std::string path;  // relative to the store
  std::string text;  // NFC, line ends LF
};

// Those of one document, by the part for which each stands: "outline" and what an
// outline may call ("letterhead", "opinion-table", "trend", "foot", "annex"). A part
// that is not here is nammo's own.
struct Templates {
  std::map<std::string, TemplateFile, std::less<>> parts;
  int refused = 0;  // files with an error, which do not count; `diagnostics` says why
};

// Lists templates/ and reads the files that this document uses, and no other. A file
// with an error stands aside for the next one in order.
[[nodiscard]] Templates load_templates(const FileReader& files, const Store& store, const Question& question,
                                       Layout layout, Language language, Diagnostics& diagnostics);

// Everything that is wrong in templates/, in the files that are `wanted` (by their
// path in the store).
void check_templates(const FileReader& files, const std::function<bool(std::string_view path)>& wanted,
                     Diagnostics& diagnostics);

}  // namespace nammo
