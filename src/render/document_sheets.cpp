#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/status.h"
#include "render/figure_columns.h"
#include "render/figure_table.h"
#include "render/matters.h"
#include "render/names.h"
#include "render/opinions.h"
#include "render/proposals.h"
#include "render/withheld.h"
#include "render/wording.h"
#include "render/words.h"
#include "render/workbook.h"

namespace nammo {
namespace {

SheetCell count_cell(long long number) { return SheetNumber{{number, 0}, 0, false}; }

SheetCell cell_of(const FigureCell& cell) {
  if (!cell.number) return SheetMark{cell.text};
  return SheetNumber{*cell.number, cell.decimals, cell.estimate};
}

class Sheets {
 public:
  explicit Sheets(const Document& document) : document_(document) {}

  [[nodiscard]] std::vector<Sheet> all();

 private:
  void add(Sheet sheet) {
    if (!sheet.rows.empty()) sheets_.push_back(std::move(sheet));
  }
  [[nodiscard]] std::string said(const Message& message) const { return say_in(document_.language(), message); }
  // "Số liệu 2" of the second organisation, so that no two sheets have one name.
  [[nodiscard]] std::string name(const Message& message, std::size_t number) const {
    return said(message) + (number == 0 ? "" : " " + std::to_string(number + 1));
  }
  [[nodiscard]] Sheet figures(const FigureTable& table, const Message& first, std::string name) const;
  [[nodiscard]] Sheet comparison(const ComparisonTable& table, std::string name) const;
  [[nodiscard]] Sheet opinions(const Source& source, std::string name) const;
  [[nodiscard]] Sheet matters() const;
  [[nodiscard]] Sheet proposals() const;
  [[nodiscard]] Sheet reports() const;
  [[nodiscard]] Sheet data() const;

  const Document& document_;
  std::vector<Sheet> sheets_;
};

Sheet Sheets::figures(const FigureTable& table, const Message& first, std::string name) const {
  Sheet sheet{std::move(name), {said(first), said(msg::head_unit)}, {}, {}};
  for (const auto& head : table.heads) sheet.heads.push_back(head);
  for (const auto* head : {&msg::status_total, &msg::head_reported, &msg::head_expected}) {
    sheet.heads.push_back(said(*head));
  }
  for (const auto& row : table.rows) {
    std::vector<SheetCell> cells{row.label, row.unit};
    for (const auto& cell : row.cells) cells.push_back(cell_of(cell));
    cells.push_back(cell_of(row.total));
    for (const int Total::*part : {&Total::reported, &Total::expected}) {
      cells.push_back(row.basis ? count_cell((*row.basis).*part) : cell_of(row.total));
    }
    sheet.rows.push_back(std::move(cells));
  }
  for (const auto* note : {&table.caption, &table.key, &table.withheld}) {
    if (!note->empty()) sheet.notes.push_back(*note);
  }
  for (const auto& sentence : table.broken) sheet.notes.push_back(say_in(document_.language(), msg::broken_note, sentence));
  return sheet;
}

Sheet Sheets::comparison(const ComparisonTable& table, std::string name) const {
  const Language language = document_.language();
  Sheet sheet{std::move(name), {said(msg::head_indicator), said(msg::head_unit)}, {}, {table.caption}};
  for (const auto& head : {table.head_now, table.head_then}) {
    for (const auto& one : {head, said(msg::head_reported), said(msg::head_expected)}) sheet.heads.push_back(one);
  }
  sheet.heads.push_back(said(msg::head_difference));
  sheet.heads.push_back(said(msg::head_common));
  for (const auto& head : {table.head_now, table.head_then, said(msg::head_difference)}) {
    sheet.heads.push_back(say_in(language, msg::head_of_common, head));
  }
  sheet.heads.push_back(said(msg::head_percent));
  for (const auto& [indicator, label, figures] : table.rows) {
    const int decimals = indicator->kind == IndicatorKind::ratio ? 1 : indicator->decimals;
    const auto number = [&](const std::optional<Decimal>& value) {
      return value ? SheetCell{SheetNumber{*value, decimals, false}} : SheetCell{SheetMark{"…"}};
    };
    std::vector<SheetCell> cells{label, indicator->unit.in(language)};
    for (const Total* total : {&figures.now, &figures.then}) {
      cells.push_back(number(total->value));
      cells.push_back(count_cell(total->reported));
      cells.push_back(count_cell(total->expected));
    }
    cells.push_back(number(figures.difference));
    cells.push_back(count_cell(figures.common));
    for (const auto* value : {&figures.common_now, &figures.common_then, &figures.change}) cells.push_back(number(*value));
    cells.push_back(figures.percent ? SheetCell{SheetNumber{*figures.percent, 1, false}} : SheetCell{});
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Sheet Sheets::opinions(const Source& source, std::string name) const {
  const Language language = document_.language();
  const auto table = tally_opinions(document_.store, source.report->figure_deliveries());
  const auto breadths = breadths_of(table);
  const auto kind = kind_of_lowest(document_, source.report->figure_deliveries());
  Sheet sheet{std::move(name), {said(msg::head_matter), said(msg::head_stance)}, {}, {}};
  for (const auto breadth : breadths) sheet.heads.push_back(capitalised(word(breadth, language)));
  sheet.heads.push_back(say_in(language, msg::head_opinion_areas, kind));
  sheet.heads.push_back(say_in(language, msg::head_reporting_areas, kind));
  for (const auto& row : table.rows) {
    std::vector<SheetCell> cells{subject_of(document_.store, row.topic, row.field, language),
                                 word(row.stance, language)};
    for (const auto breadth : breadths) cells.push_back(count_cell(count_of(row, breadth)));
    cells.push_back(count_cell(row.areas));
    cells.push_back(count_cell(table.reporting_areas));
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

Sheet Sheets::matters() const {
  const Language language = document_.language();
  Sheet sheet{said(msg::sheet_matters), {}, {}, {}};
  for (const auto* head : {&msg::head_matter, &msg::head_severity, &msg::head_state, &msg::head_day, &msg::head_text,
                           &msg::head_areas, &msg::head_author, &msg::head_course}) {
    sheet.heads.push_back(said(*head));
  }
  for (const auto& told : matters_by_severity(document_)) {
    const Situation& matter = *told.entry;
    const auto& author = told.by->obligation;
    sheet.rows.push_back({subject_of(document_.store, matter.topic, matter.field, language),
                          weight_of(document_, matter), word(matter.status, language),
                          matter.date ? SheetCell{*matter.date} : SheetCell{}, matter.text,
                          concerned_areas(document_, matter.from, *told.by),
                          unit_name(document_.store, author.org, author.area, language), course_text(document_, told)});
  }
  return sheet;
}

Sheet Sheets::proposals() const {
  const Language language = document_.language();
  Sheet sheet{said(msg::sheet_proposals), {}, {}, {}};
  for (const auto* head : {&msg::head_addressee, &msg::head_text, &msg::head_areas, &msg::head_raised, &msg::head_age,
                           &msg::head_state, &msg::head_answer}) {
    sheet.heads.push_back(said(*head));
  }
  for (const auto& told : proposals_by_addressee(document_)) {
    const Proposal& proposal = *told.entry;
    const auto age = age_of(document_, proposal);
    sheet.rows.push_back({addressee_name(document_.store, proposal.to, language), proposal.text,
                          concerned_areas(document_, proposal.from, *told.by),
                          proposal.first_raised ? to_string(*proposal.first_raised) : std::string{},
                          age ? count_cell(*age) : SheetCell{}, word(proposal.status, language), proposal.answer});
  }
  return sheet;
}

Sheet Sheets::reports() const {
  const Language language = document_.language();
  Sheet sheet{said(msg::sheet_reports), {}, {}, {}};
  for (const auto* head : {&msg::status_unit, &msg::head_area_id, &msg::status_level, &msg::head_period, &msg::head_due,
                           &msg::head_submitted, &msg::head_state, &msg::head_nil}) {
    sheet.heads.push_back(said(*head));
  }
  const auto moment = [&](const std::optional<Instant>& at) {
    return at && *at != kNeverDue ? SheetCell{document_.store.zone.to_local(*at)} : SheetCell{};
  };
  const auto add = [&](const Delivery& delivery, Instant now) {
    const auto& o = delivery.obligation;
    const Area* area = document_.store.areas.find(o.area);
    const Level* level = area == nullptr ? nullptr : document_.store.settings.level(area->level);
    const bool nil = says_nil(delivery.filing, now).value_or(false);
    sheet.rows.push_back({unit_name(document_.store, o.org, o.area, language), o.area.str(),
                          level == nullptr ? std::string{} : level->label.in(language), to_string(o.period),
                          moment(o.due), moment(delivery.standing.submitted), word(delivery.standing.state, language),
                          nil ? said(msg::status_is_nil) : std::string{}});
  };
  for (const auto& source : document_.sources) {
    for (const auto* deliveries : {&source.report->deliveries, &source.report->figures}) {
      for (const auto& delivery : *deliveries) add(delivery, source.report->now);
    }
  }
  return sheet;
}

Sheet Sheets::data() const {
  Sheet sheet{said(msg::sheet_data), {}, {}, {}};
  for (const auto column : figure_columns(document_.options.figures)) sheet.heads.emplace_back(column);
  for (const auto& row : figure_rows(document_.store, document_.report, document_.options.figures)) {
    std::vector<SheetCell> cells;
    for (const auto& field : fields_of(row, document_.options.figures, document_.language())) {
      if (!field.is_number) {
        cells.emplace_back(field.text);
      } else if (field.number) {
        cells.emplace_back(SheetNumber{*field.number, field.number->scale, false});
      } else {
        cells.emplace_back(SheetMark{"…"});
      }
    }
    sheet.rows.push_back(std::move(cells));
  }
  const auto note = withheld_note(document_.store, document_.report, document_.language());
  if (!note.empty()) sheet.notes.push_back(note);
  return sheet;
}

std::vector<Sheet> Sheets::all() {
  const auto annex = annex_tables(document_);
  for (std::size_t i = 0; i < annex.size(); ++i) {
    add(figures(annex[i], msg::head_indicator, name(msg::sheet_figures, i)));
  }
  const auto comparisons = comparison_tables(document_);
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    add(comparison(comparisons[i], name(msg::sheet_comparison, i)));
  }
  add(figures(petition_table(document_), msg::head_text, said(msg::sheet_petitions)));
  for (std::size_t i = 0; i < document_.sources.size(); ++i) {
    add(opinions(document_.sources[i], name(msg::sheet_opinions, i)));
  }
  add(matters());
  add(proposals());
  add(reports());
  add(data());
  return std::move(sheets_);
}

}  // namespace

MadeFile document_xlsx(const Store& store, const Consolidated& report, const DocumentOptions& options) {
  const Document document{store, report, options, read_sources(store, report, options.texts)};
  const Workbook workbook{document_title(store, report.question, options.language), Sheets(document).all(), report.now};
  return workbook_xlsx(workbook, options.language);
}

}  // namespace nammo
