#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/made_file.h"
#include "nammo/process.h"
#include "nammo/render.h"
#include "nammo/store.h"

namespace nammo {

using RunProgram = std::function<ProgramResult(const std::vector<std::string>& words, const std::string& input)>;

// Where an office puts its own page and styles, inside the store.
inline constexpr const char* kReferencePath = "templates/reference.docx";

// document_markdown() as a Word file (DOCX), which pandoc makes: A4, Times New Roman
// 14, letterhead and block of signature without borders, the annex on a page of its
// own. What is what is told as in nammo/html.h. `reference`: the bytes of a document
// whose page and styles are taken; empty for nammo's own. The same input and the same
// pandoc give the same bytes; the file says that it was created at `report.now`.
[[nodiscard]] MadeFile document_docx(const Store& store, const Consolidated& report, const DocumentOptions& options,
                                     std::string_view reference, const RunProgram& run);

}  // namespace nammo
