#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nammo {

// What documents give to templates: the one place for that fact. nammo-templates(5)
// says what each means.

enum class NameKind : std::uint8_t { text, flag, list };  // flag: chooses, prints nothing

// Which documents a template is for. A part that several call may use what any of
// them gives.
enum class TemplateScope : std::uint8_t { full, brief, any };

struct TemplateName {
  std::string_view name;
  NameKind kind = NameKind::text;
};
// The names of a place: "" is the document, "matters" an item of that list,
// "figure_tables.rows" a row of a table.
[[nodiscard]] std::vector<TemplateName> names_at(std::string_view place, TemplateScope scope);
// Every place, the document first.
[[nodiscard]] std::vector<std::string_view> template_places();

// The parts that an outline may call with {{> name}}.
[[nodiscard]] std::vector<std::string_view> parts_for(TemplateScope scope);

}  // namespace nammo
