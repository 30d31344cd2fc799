#pragma once

#include <span>
#include <string_view>

#include "render/template_findings.h"
#include "render/template_tags.h"

namespace nammo {

// What would make markup of data, although every tag escapes what it prints: a tag of
// HTML or a backslash before it, the address of a link around it.
void check_markup(std::string_view text, std::span<const TemplateTag> tags, TemplateFindings& findings);

}  // namespace nammo
