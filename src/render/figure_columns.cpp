#include "render/figure_columns.h"

#include <array>
#include <utility>

#include "model/enum_names.h"

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

FigureField count_field(int count) { return number_field(Decimal{count, 0}); }

constexpr std::array<std::string_view, 14> kColumns = {"report", "period",    "org",       "area", "area_name",
                                                       "level",  "indicator", "breakdown", "unit", "kind",
                                                       "value",  "reported",  "expected",  "as_of"};
constexpr std::array<std::string_view, 9> kComparedColumns = {
    "compared_period", "compared_value", "compared_reported", "compared_expected", "difference",
    "common_areas",    "common_value",   "common_compared",   "change"};

// Empty fields for an organisation that did not report in the earlier period.
void add_comparison(const FigureRow& row, const Period& then, std::vector<FigureField>& fields) {
  const Comparison none;
  const Comparison& c = row.comparison ? *row.comparison : none;
  for (FigureField& field : std::vector<FigureField>{
           text_field(to_string(then)), number_field(c.then.value), count_field(c.then.reported), count_field(c.then.expected),
           number_field(c.difference), count_field(c.common), number_field(c.common_now), number_field(c.common_then),
           number_field(c.change)}) {
    fields.push_back(std::move(field));
  }
}

}  // namespace

std::vector<std::string_view> figure_columns(const FigureOptions& options) {
  std::vector<std::string_view> columns(kColumns.begin(), kColumns.end());
  if (options.compared != nullptr) columns.insert(columns.end(), kComparedColumns.begin(), kComparedColumns.end());
  return columns;
}

std::vector<FigureField> fields_of(const FigureRow& row, const FigureOptions& options, Language language) {
  const Total& total = row.total;
  std::vector<FigureField> fields{text_field(row.question->type->id.str()),
                                  text_field(to_string(row.question->period)),
                                  text_field(row.question->org.str()),
                                  text_field(row.area->id.str()),
                                  text_field(row.area->name),
                                  text_field(row.area->level.str()),
                                  text_field(row.indicator->id.str()),
                                  text_field(row.breakdown.str()),
                                  text_field(row.indicator->unit.in(language)),
                                  text_field(code_of(row.indicator->kind)),
                                  number_field(total.value),
                                  count_field(total.reported),
                                  count_field(total.expected),
                                  text_field(total.as_of ? to_string(*total.as_of) : std::string{})};
  if (options.compared != nullptr) add_comparison(row, options.compared->question.period, fields);
  return fields;
}

}  // namespace nammo
