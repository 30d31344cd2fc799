// CSV: the lines of an input are rows, with '|' between cells; one that begins with ';' asks for Excel's dialect.
#include <algorithm>
#include <optional>
#include <vector>

#include "fuzz/must.h"
#include "nammo/text.h"
#include "render/csv.h"

using namespace nammo;
using fuzz::must;
using Rows = std::vector<std::vector<std::string>>;

namespace {

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  parts.push_back(text);
  return parts;
}

// RFC 4180, to the letter: a quoted cell holds anything, quotes twice; another holds neither quotes nor line ends.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator, std::string_view line_end) : text_(text), separator_(separator), line_end_(line_end) {}

  std::optional<Rows> read() {
    Rows rows;
    while (!text_.empty()) {
      rows.emplace_back();
      do {
        auto cell = text_.starts_with('"') ? quoted() : bare();
        if (!cell) return std::nullopt;
        rows.back().push_back(std::move(*cell));
      } while (take(std::string_view(&separator_, 1)));
      if (!take(line_end_)) return std::nullopt;
    }
    return rows;
  }

 private:
  bool take(std::string_view what) {
    if (!text_.starts_with(what)) return false;
    text_.remove_prefix(what.size());
    return true;
  }
  std::optional<std::string> quoted() {
    std::string cell;
    for (text_.remove_prefix(1); !text_.empty();) {
      const char c = text_.front();
      text_.remove_prefix(1);
      if (c == '"' && !take("\"")) return cell;
      cell += c;
    }
    return std::nullopt;
  }
  std::optional<std::string> bare() {
    const auto end = std::min(text_.find_first_of(std::string("\"\r\n") + separator_), text_.size());
    std::string cell(text_.substr(0, end));
    text_.remove_prefix(end);
    if (text_.starts_with('"')) return std::nullopt;
    return cell;
  }

  std::string_view text_;
  char separator_;
  std::string_view line_end_;
};

// A number as files have them: "-12.5", not "+1", "007" or one of twenty digits.
bool is_number(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  const auto digits = [](std::string_view part) { return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos; };
  const auto point = cell.find('.');
  const auto whole = cell.substr(0, point);
  if (!digits(whole) || (whole.size() > 1 && whole.front() == '0') || cell.size() - (point == std::string_view::npos ? 0 : 1) > 12) return false;
  return point == std::string_view::npos || digits(cell.substr(point + 1));
}

void check_cell(std::string_view given, const std::string& read) {
  const std::string shown = printable(given);
  const bool runs = !read.empty() && std::string_view("=+@\t\r").find(read.front()) != std::string_view::npos;
  const bool minus = read.starts_with('-') && read.find_first_not_of("0123456789.", 1) != std::string::npos;
  must(!runs && !minus && read != "-", "no spreadsheet runs a cell");
  must(read == shown || (read == "'" + shown && !is_number(given)), "a cell is what was given, or that behind an apostrophe");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const bool excel = text.starts_with(';');
  const auto lines = split(text, '\n');
  CsvWriter writer(excel ? CsvDialect::excel : CsvDialect::standard);
  for (const auto line : lines) {
    for (const auto cell : split(line, '|')) writer.cell(cell);
    writer.end_row();
  }
  const std::string written = writer.take();
  std::string_view body = written;
  must(body.starts_with("\xEF\xBB\xBF") == excel || text.starts_with("\xEF\xBB\xBF"), "Excel's has a mark of byte order");
  if (excel) body.remove_prefix(3);
  const auto rows = CsvReader(body, excel ? ';' : ',', excel ? "\r\n" : "\n").read();
  must(rows.has_value(), "it is RFC 4180");
  must(rows->size() == lines.size(), "a row is a row");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto cells = split(lines[i], '|');
    must((*rows)[i].size() == cells.size(), "a cell is a cell");
    for (std::size_t j = 0; j < cells.size(); ++j) check_cell(cells[j], (*rows)[i][j]);
  }
  return 0;
}
