#include "render/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/catalogue/render.h"
#include "base/spare_memory.h"
#include "base/temporary_file.h"
#include "base/unicode.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr double kWidest = 60;               // columns of a sheet, in characters
constexpr double kNarrowest = 6;
constexpr double kSpread = 1.05;             // a character of this type against one of the sheet's measure
constexpr double kLineHeight = 16;           // points
constexpr double kHighest = 400;             // 409
constexpr std::uint8_t kA4 = 9;
constexpr std::size_t kLongestText = 32000;  // a cell of Excel holds 32,767 characters
constexpr std::size_t kLongestHeader = 120;  // 255, with what "&" needs

double double_of(const Decimal& value) { return static_cast<double>(value.digits) / std::pow(10.0, value.scale); }

// What libxlsxwriter takes at most, in bytes: for its packing, and for a cell. It writes
// words of its own to stderr where it gets no memory.
constexpr std::size_t kPacking = std::size_t{8} << 20U;
constexpr std::size_t kCell = std::size_t{1} << 10U;

std::size_t cells_of(const Workbook& workbook) {
  std::size_t cells = 0;
  for (const Sheet& sheet : workbook.sheets) cells += (sheet.rows.size() + 1) * sheet.heads.size() + sheet.notes.size();
  return cells;
}

enum class Style { head, text, number, mark, moment, day, note };

class Writer {
 public:
  Writer(lxw_workbook* book, Language language) : book_(book), language_(language) {}

  void add(const Sheet& sheet, const std::string& title);

 private:
  lxw_format* format(Style style, int decimals = 0, bool estimate = false);
  // "1.234,5" where the sheet is read in Vietnamese.
  [[nodiscard]] std::string pattern(int decimals, bool estimate) const;
  void write(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const SheetCell& cell);
  void add_head(lxw_worksheet* page, const std::vector<std::string>& heads, const std::vector<double>& widths);
  void add_row(lxw_worksheet* page, lxw_row_t at, const std::vector<SheetCell>& row, const std::vector<double>& widths);

  lxw_workbook* book_;
  Language language_;
  std::map<std::tuple<Style, int, bool>, lxw_format*> formats_;
};

std::string Writer::pattern(int decimals, bool estimate) const {
  std::string text = language_ == Language::vi ? "[$-42A]" : "[$-409]";
  if (estimate) text += "\"" + say_in(language_, msg::figure_estimate, "") + "\"";
  text += "#,##0";
  if (decimals > 0) text += "." + std::string(static_cast<std::size_t>(decimals), '0');
  return text;
}

lxw_format* Writer::format(Style style, int decimals, bool estimate) {
  lxw_format*& made = formats_[{style, decimals, estimate}];
  if (made != nullptr) return made;
  made = workbook_add_format(book_);
  format_set_font_name(made, "Times New Roman");
  format_set_font_size(made, 12);
  format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
  if (style == Style::note) format_set_italic(made);
  if (style != Style::note) format_set_border(made, LXW_BORDER_THIN);
  if (style == Style::text) format_set_text_wrap(made);
  if (style == Style::number) format_set_num_format(made, pattern(decimals, estimate).c_str());
  if (style == Style::mark) format_set_align(made, LXW_ALIGN_RIGHT);
  if (style == Style::moment) format_set_num_format(made, "dd/mm/yyyy hh:mm");
  if (style == Style::day) format_set_num_format(made, "dd/mm/yyyy");
  if (style == Style::head) {
    format_set_bold(made);
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_CENTER);
    format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
    format_set_bg_color(made, 0xE8E8E8);
  }
  return made;
}

lxw_datetime datetime_of(Date day, std::chrono::seconds of_day) {
  const std::chrono::hh_mm_ss time{of_day};
  lxw_datetime made{};
  made.year = static_cast<int>(day.year());
  made.month = static_cast<int>(static_cast<unsigned>(day.month()));
  made.day = static_cast<int>(static_cast<unsigned>(day.day()));
  made.hour = static_cast<int>(time.hours().count());
  made.min = static_cast<int>(time.minutes().count());
  made.sec = static_cast<double>(time.seconds().count());
  return made;
}

std::string text_of(const std::string& text) { return clipped(printable(text), kLongestText); }

void Writer::write(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const SheetCell& cell) {
  if (const auto* number = std::get_if<SheetNumber>(&cell)) {
    auto* style = format(Style::number, number->decimals, number->estimate);
    worksheet_write_number(page, row, column, double_of(number->value), style);
  } else if (const auto* moment = std::get_if<LocalTime>(&cell)) {
    const Date day = day_of(*moment);
    auto made = datetime_of(day, *moment - start_of(day));
    worksheet_write_datetime(page, row, column, &made, format(Style::moment));
  } else if (const auto* day = std::get_if<Date>(&cell)) {
    auto made = datetime_of(*day, {});
    worksheet_write_datetime(page, row, column, &made, format(Style::day));
  } else if (const auto* mark = std::get_if<SheetMark>(&cell)) {
    worksheet_write_string(page, row, column, text_of(mark->text).c_str(), format(Style::mark));
  } else {
    worksheet_write_string(page, row, column, text_of(std::get<std::string>(cell)).c_str(), format(Style::text));
  }
}

// At the head of each printed page, in the middle.
std::string header_of(const std::string& title) {
  std::string header = "&C";
  for (const char c : clipped(printable(title), kLongestHeader)) header.append(c == '&' ? 2 : 1, c);
  return header;
}

double width_of(const SheetCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return display_width(printable(*text));
  if (const auto* number = std::get_if<SheetNumber>(&cell)) {
    return display_width(number_text(number->value, Language::vi)) + (number->estimate ? 4 : 0);
  }
  if (const auto* mark = std::get_if<SheetMark>(&cell)) return display_width(mark->text);
  return std::holds_alternative<LocalTime>(cell) ? 16 : 10;
}

// A head may be broken between its words.
double width_of_head(const std::string& head) {
  double widest = 0;
  for (std::size_t from = 0; from < head.size();) {
    const auto to = std::min(head.find(' ', from), head.size());
    widest = std::max<double>(widest, display_width(head.substr(from, to - from)));
    from = to + 1;
  }
  return std::max(widest, display_width(head) / 2.0);
}

std::vector<double> widths_of(const Sheet& sheet) {
  std::vector<double> widths;
  for (std::size_t i = 0; i < sheet.heads.size(); ++i) {
    double width = width_of_head(sheet.heads[i]);
    for (const auto& row : sheet.rows) width = std::max(width, width_of(row.at(i)));
    widths.push_back(std::clamp(width * kSpread + 2, kNarrowest, kWidest));
  }
  return widths;
}

// Not every program finds it by itself.
double height_of(const std::vector<SheetCell>& row, const std::vector<double>& widths) {
  double lines = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!std::holds_alternative<std::string>(row[i])) continue;
    lines = std::max(lines, std::ceil(width_of(row[i]) * kSpread / widths.at(i)));
  }
  return std::min(lines * kLineHeight, kHighest);
}

void Writer::add_row(lxw_worksheet* page, lxw_row_t at, const std::vector<SheetCell>& row,
                     const std::vector<double>& widths) {
  worksheet_set_row(page, at, height_of(row, widths), nullptr);
  for (std::size_t i = 0; i < row.size(); ++i) write(page, at, static_cast<lxw_col_t>(i), row[i]);
}

void Writer::add_head(lxw_worksheet* page, const std::vector<std::string>& heads, const std::vector<double>& widths) {
  worksheet_set_row(page, 0, height_of({heads.begin(), heads.end()}, widths), nullptr);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(page, column, column, widths[i], nullptr);
    worksheet_write_string(page, 0, column, text_of(heads[i]).c_str(), format(Style::head));
  }
  worksheet_freeze_panes(page, 1, 0);
  worksheet_repeat_rows(page, 0, 0);
}

void Writer::add(const Sheet& sheet, const std::string& title) {
  lxw_worksheet* page = workbook_add_worksheet(book_, sheet.name.c_str());
  const auto widths = widths_of(sheet);
  add_head(page, sheet.heads, widths);
  lxw_row_t at = 0;
  for (const auto& row : sheet.rows) add_row(page, ++at, row, widths);
  if (!sheet.notes.empty()) ++at;
  for (const auto& note : sheet.notes) {
    worksheet_write_string(page, ++at, 0, text_of(note).c_str(), format(Style::note));
  }
  worksheet_set_paper(page, kA4);
  worksheet_set_landscape(page);
  worksheet_fit_to_pages(page, 1, 0);
  worksheet_set_header(page, header_of(title).c_str());
}

}  // namespace

MadeFile workbook_xlsx(const Workbook& workbook, Language language) {
  need_memory(kPacking + kCell * cells_of(workbook));
  const TemporaryFile file;
  if (!file.reason().empty()) return {std::nullopt, file.reason()};
  std::string folder = file.folder();
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  lxw_workbook* book = workbook_new_opt(file.path().c_str(), &options);
  if (book == nullptr) return {std::nullopt, lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED)};
  Writer writer(book, language);
  for (const auto& sheet : workbook.sheets) writer.add(sheet, workbook.title);
  std::string title = printable(workbook.title);
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.created = workbook.created.time_since_epoch().count();
  workbook_set_properties(book, &properties);
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) return {std::nullopt, lxw_strerror(error)};
  return {file.read(), {}};
}

}  // namespace nammo
