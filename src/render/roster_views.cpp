#include <algorithm>

#include "base/catalogue/render.h"
#include "model/enum_names.h"
#include "render/csv.h"
#include "render/escape_markdown.h"
#include "render/names.h"
#include "render/roster.h"
#include "render/wording.h"
#include "render/workbook.h"

namespace nammo {
namespace {

constexpr const Message* kHeads[] = {&msg::roster_number, &msg::roster_name,  &msg::roster_title, &msg::roster_unit,    &msg::roster_lead,
                                     &msg::roster_deputy, &msg::roster_since, &msg::roster_phone, &msg::roster_email, &msg::roster_account};
constexpr const char* kColumns[] = {"number", "officer", "name",  "title", "org",   "unit",
                                    "lead",   "deputy",  "since", "phone", "email", "account"};

// What is under the heads for people, the number first.
std::vector<std::string> cells_of(const Store& store, const RosterRow& row, std::size_t number, Language language) {
  const Officer& officer = row.officer;
  return {std::to_string(number),
          officer.name,
          officer.title,
          unit_name(store, row.org, row.top, language),
          area_names(store, row.leads),
          area_names(store, row.deputies),
          day_text(row.since, language),
          officer.phone,
          officer.email,
          word(officer.account, language)};
}

std::string heading(const Store& store, const OfficerView& view, Language language) {
  return view.root.empty() ? say_in(language, msg::roster_heading, store.settings.name.in(language))
                           : say_in(language, msg::roster_heading, area_name(store, view.root));
}

std::string as_of(const OfficerView& view, Language language) { return say_in(language, msg::roster_as_of, day_text(view.day, language)); }

// How many there are and how their accounts stand; which areas have nobody.
std::vector<std::string> notes_of(const Store& store, const OfficerView& view, const std::vector<RosterRow>& rows, Language language) {
  const auto with = [&](AccountState state) {
    return std::count_if(rows.begin(), rows.end(), [&](const RosterRow& row) { return row.officer.account == state; });
  };
  std::vector<std::string> notes{say_in(language, msg::roster_count, rows.size(), with(AccountState::issued),
                                        with(AccountState::requested), with(AccountState::none))};
  const auto empty = areas_without_officer(store, view);
  if (!empty.empty()) notes.push_back(say_in(language, msg::roster_nobody, area_names(store, empty)));
  return notes;
}

std::string ids_of(const std::vector<AreaId>& areas) {
  std::string text;
  for (const AreaId& area : areas) text += (text.empty() ? "" : " ") + area.str();
  return text;
}

}  // namespace

std::string roster_markdown(const Store& store, const OfficerView& view, Language language) {
  const auto rows = roster_rows(store, view);
  std::string text = "# " + escape_markdown(heading(store, view, language)) + "\n\n" + as_of(view, language) + "\n\n|";
  std::string rule = "|";
  for (const Message* head : kHeads) {
    text += " " + say_in(language, *head) + " |";
    rule += head == &msg::roster_number ? "--:|" : "---|";
  }
  text += "\n" + rule + "\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text += "|";
    for (const auto& cell : cells_of(store, rows[i], i + 1, language)) text += " " + escape_markdown(cell) + (cell.empty() ? "|" : " |");
    text += "\n";
  }
  for (const auto& note : notes_of(store, view, rows, language)) text += "\n" + markdown_line(note) + "\n";
  return text;
}

std::string roster_csv(const Store& store, const OfficerView& view, Language language) {
  CsvWriter csv(CsvDialect::standard);
  for (const char* column : kColumns) csv.cell(column);
  csv.end_row();
  std::int64_t number = 0;
  for (const RosterRow& row : roster_rows(store, view)) {
    csv.number(Decimal{++number, 0});
    csv.cell(row.officer.id.str());
    csv.cell(row.officer.name);
    csv.cell(row.officer.title);
    csv.cell(row.org.str());
    csv.cell(unit_name(store, row.org, row.top, language));
    csv.cell(ids_of(row.leads));
    csv.cell(ids_of(row.deputies));
    csv.cell(format_date(row.since));
    csv.cell(row.officer.phone);
    csv.cell(row.officer.email);
    csv.cell(code_of(row.officer.account));
    csv.end_row();
  }
  return csv.take();
}

MadeFile roster_xlsx(const Store& store, const OfficerView& view, Instant created, Language language) {
  Sheet sheet{say_in(language, msg::roster_sheet), {}, {}, {}};
  for (const Message* head : kHeads) sheet.heads.push_back(say_in(language, *head));
  const auto rows = roster_rows(store, view);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<SheetCell> cells;
    for (auto& cell : cells_of(store, rows[i], i + 1, language)) cells.emplace_back(std::move(cell));
    cells[0] = SheetNumber{{static_cast<std::int64_t>(i + 1), 0}, 0, false};
    cells[6] = rows[i].since;
    sheet.rows.push_back(std::move(cells));
  }
  sheet.notes = notes_of(store, view, rows, language);
  sheet.notes.insert(sheet.notes.begin(), as_of(view, language));
  Workbook workbook{heading(store, view, language), {}, created};
  workbook.sheets.push_back(std::move(sheet));
  return workbook_xlsx(workbook, language);
}

}  // namespace nammo
