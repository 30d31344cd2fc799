#pragma once

#include <string>
#include <string_view>

#include "nammo/consolidated.h"
#include "nammo/render.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

// A document of nammo, which is Markdown, as one HTML file that needs nothing
// else: for a phone, and printed on A4 after Decree 30/2020/ND-CP. It is well-formed
// XML too. No script, no address that is fetched by itself.
//
// What the document's form says: a table of two columns that stands first is the
// letterhead; one whose first head is bold and italic ("Nơi nhận:") is the block of
// recipients and signature; what follows that is the annex, on a page of its own;
// the paragraph after the title is its abstract, line by line. `<br>` breaks the
// line; any other tag shows as it is written, and an image as its text.
[[nodiscard]] std::string html_page(std::string_view markdown, std::string_view title, Language language);

// document_markdown() as such a page.
[[nodiscard]] std::string document_html(const Store& store, const Consolidated& report, const DocumentOptions& options);

}  // namespace nammo
