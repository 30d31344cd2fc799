#pragma once

#include <string>
#include <string_view>

#include "nammo/diagnostic.h"
#include "render/template_names.h"

namespace nammo {

// What a template is written for.
struct TemplateUse {
  TemplateScope scope = TemplateScope::any;
  bool outline = true;  // may call parts
};

// What is wrong in the text of a store's template. Without an error it is sure that
// it can be filled in, and that nothing but its own words is markup.
void check_template(std::string_view text, const std::string& path, TemplateUse use, Diagnostics& diagnostics);

}  // namespace nammo
