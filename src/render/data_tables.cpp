#include "nammo/data_tables.h"

#include <algorithm>
#include <string_view>

#include "nammo/status.h"
#include "model/enum_names.h"
#include "render/csv.h"
#include "render/data_columns.h"

namespace nammo {
namespace {

std::string_view word_for(Timeliness timeliness) {
  switch (timeliness) {
    case Timeliness::on_time: return "on-time";
    case Timeliness::late: return "late";
    case Timeliness::missing: return "missing";
    case Timeliness::not_yet_due: return "not-yet-due";
  }
  return {};
}

std::string_view yes_or_no(bool value) { return value ? "true" : "false"; }

std::string moment(const std::optional<Instant>& at, const Store& store) {
  return at && *at != kNeverDue ? format_instant(*at, store.zone) : std::string{};
}

std::string_view code_in_line(const OwnFigure& figure) {
  return figure.code == nullptr ? kNoBreakdown : std::string_view(figure.code->id.str());
}

std::vector<const OwnFigure*> in_order(const std::vector<OwnFigure>& figures) {
  std::vector<const OwnFigure*> order;
  for (const OwnFigure& figure : figures) {
    if (!figure.withheld) order.push_back(&figure);
  }
  const auto key = [](const OwnFigure* figure) {
    return std::pair(std::string_view(figure->indicator->id.str()), code_in_line(*figure));
  };
  std::sort(order.begin(), order.end(), [&](const OwnFigure* a, const OwnFigure* b) { return key(a) < key(b); });
  return order;
}

void add_line(CsvWriter& csv, const Store& store, const Obligation& obligation, const OwnFigure& figure) {
  csv.cell(obligation.report.str());
  csv.cell(to_string(obligation.period));
  csv.cell(format_date(days_of(obligation.window, store).to));
  csv.cell(obligation.org.str());
  csv.cell(obligation.area.str());
  csv.cell(figure.indicator->id.str());
  csv.cell(code_in_line(figure));
  csv.number(figure.value);
  csv.number(figure.claim);
  csv.cell(yes_or_no(figure.estimate));
  csv.end_row();
}

void add_line(CsvWriter& csv, const Store& store, const Delivery& delivery, Instant now) {
  const Obligation& o = delivery.obligation;
  const DayRange days = days_of(o.window, store);
  const auto nil = says_nil(delivery.filing, now);
  csv.cell(o.report.str());
  csv.cell(to_string(o.period));
  csv.cell(format_date(days.from));
  csv.cell(format_date(days.to));
  csv.cell(o.org.str());
  csv.cell(o.area.str());
  csv.cell(moment(o.due, store));
  csv.cell(to_string(delivery.standing.state));
  csv.cell(word_for(delivery.standing.timeliness));
  csv.cell(moment(delivery.standing.submitted, store));
  csv.cell(nil ? yes_or_no(*nil) : std::string_view{});
  csv.cell(responsible_officer(store, o).str());
  csv.cell(moment(delivery.standing.returned_due, store));
  csv.end_row();
}

// A writer that has written the header of the table.
CsvWriter begin(DataTable table) {
  CsvWriter csv(CsvDialect::standard);
  for (const DataColumn& column : shape_of(table).columns) csv.cell(column.name);
  csv.end_row();
  return csv;
}

std::string file_name(DataTable table) { return std::string(shape_of(table).name); }

void add_line(CsvWriter& csv, const Store& store, const Area& area, const AreaId& root) {
  csv.cell(area.id.str());
  csv.cell(area.id == root ? std::string{} : parent_of(area.id).str());
  csv.cell(area.name);
  csv.cell(area.brief);
  csv.cell(area.level.str());
  csv.number(Decimal{store.settings.rank(area.level).value_or(0), 0});
  csv.cell(area.code);
  csv.cell(format_date(area.since));
  csv.cell(area.until ? format_date(*area.until) : std::string{});
  csv.end_row();
}

void add_line(CsvWriter& csv, const Indicator& indicator, Language language) {
  csv.cell(indicator.id.str());
  csv.cell(indicator.label.in(language));
  csv.cell(indicator.unit.in(language));
  csv.cell(code_of(indicator.kind));
  csv.cell(code_of(indicator.areas));
  csv.cell(indicator.by.str());
  csv.cell(indicator.numerator.str());
  csv.cell(indicator.denominator.str());
  csv.number(Decimal{indicator.decimals, 0});
  csv.end_row();
}

template <typename T>
void join(std::string& text, const T& part) {
  text += (text.empty() ? "" : ", ") + part;
}

}  // namespace

std::string data_path(DataTable table, int year) { return file_name(table) + "/" + std::to_string(year) + ".csv"; }

std::string data_path(DataTable table) { return file_name(table) + ".csv"; }

std::string data_header(DataTable table) { return begin(table).take(); }

std::string figure_lines(const Store& store, std::span<const DataReport> reports) {
  CsvWriter csv(CsvDialect::standard);
  for (const DataReport& report : reports) {
    for (const OwnFigure* figure : in_order(report.figures)) add_line(csv, store, report.delivery.obligation, *figure);
  }
  return csv.take();
}

std::string obligation_lines(const Store& store, std::span<const DataReport> reports, Instant now) {
  CsvWriter csv(CsvDialect::standard);
  for (const DataReport& report : reports) add_line(csv, store, report.delivery, now);
  return csv.take();
}

std::string areas_table(const Store& store, const AreaId& root) {
  CsvWriter csv = begin(DataTable::areas);
  for (const Area* area : store.areas.subtree(root)) add_line(csv, store, *area, root);
  return csv.take();
}

std::string indicators_table(const Store& store, Language language) {
  CsvWriter csv = begin(DataTable::indicators);
  for (const Indicator& indicator : store.indicators.items) add_line(csv, indicator, language);
  return csv.take();
}

std::string codes_table(const Store& store, Language language) {
  CsvWriter csv = begin(DataTable::codes);
  for (const auto& [list, codes] : store.codes) {
    for (const Code& code : codes.codes) {
      csv.cell(list.str());
      csv.cell(code.id.str());
      csv.cell(code.label.in(language));
      csv.cell(yes_or_no(code.confidential));
      csv.end_row();
    }
  }
  return csv.take();
}

void note_withheld(const Store& store, std::span<const DataReport> reports, WithheldData& withheld) {
  for (const DataReport& report : reports) {
    const Area* area = store.areas.find(report.delivery.obligation.area);
    for (const OwnFigure& figure : report.figures) {
      if (!figure.withheld) continue;
      withheld.codes.emplace(figure.indicator->by, figure.code->id);
      if (area != nullptr) withheld.levels.insert(area->level);
    }
  }
}

std::string withheld_data_note(const Store& store, const WithheldData& withheld, Language language) {
  if (withheld.codes.empty()) return {};
  std::string codes;
  for (const auto& [list, id] : withheld.codes) {
    const auto found = store.codes.find(list);
    const Code* code = found == store.codes.end() ? nullptr : found->second.find(id);
    join(codes, "\"" + (code == nullptr ? id.str() : code->label.in(language)) + "\"");
  }
  std::string levels;
  for (const Level& level : store.settings.levels) {
    if (withheld.levels.contains(level.id)) join(levels, level.label.in(language));
  }
  return say_in(language, msg::data_withheld, codes, levels);
}

}  // namespace nammo
