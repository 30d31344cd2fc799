#include "render/figure_columns.h"

#include "render/code_names.h"

namespace nammo {
namespace {

FigureField text_field(std::string_view text) {
  FigureField field;
  field.text = text;
  return field;
}

FigureField number_field(const std::optional<Decimal>& number) {
  FigureField field;
  field.is_number = true;
  field.number = number;
  return field;
}

}  // namespace

FigureFields fields_of(const FigureRow& row, Language language) {
  const auto& [question, area, indicator, breakdown, total] = row;
  return {text_field(question->type->id.str()),
          text_field(to_string(question->period)),
          text_field(question->org.str()),
          text_field(area->id.str()),
          text_field(area->name),
          text_field(area->level.str()),
          text_field(indicator->id.str()),
          text_field(breakdown.str()),
          text_field(indicator->unit.in(language)),
          text_field(code_of(indicator->kind)),
          number_field(total.value),
          number_field(Decimal{total.reported, 0}),
          number_field(Decimal{total.expected, 0}),
          text_field(total.as_of ? to_string(*total.as_of) : std::string{})};
}

}  // namespace nammo
