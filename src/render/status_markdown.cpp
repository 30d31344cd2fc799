#include <algorithm>

#include "base/catalogue/render.h"
#include "nammo/status_views.h"
#include "render/escape_markdown.h"
#include "render/status_matrix.h"
#include "render/status_parts.h"

namespace nammo {
namespace {

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string table_markdown(const std::vector<StatusLine>& lines, Language language) {
  std::string head = "| " + say_in(language, msg::status_level) + " |";
  std::string rule = "|---|";
  for (const StatusColumn& column : status_columns()) {
    head += " " + on_one_line(say_in(language, *column.head)) + " |";
    rule += "--:|";
  }
  std::string text = head + "\n" + rule + "\n";
  for (const StatusLine& line : lines) {
    text += "| " + escape_markdown(line.label) + " |";
    for (const StatusColumn& column : status_columns()) text += " " + std::to_string(line.counts.*column.count) + " |";
    text += "\n";
  }
  return text;
}

std::string matrix_markdown(const Store& store, const Status& status, Language language) {
  std::string head = "| " + say_in(language, msg::status_unit) + " |";
  std::string rule = "|---|";
  for (const Period& period : status.question.periods) {
    head += " " + to_string(period) + " |";
    rule += ":-:|";
  }
  const auto rows = matrix_rows(store, status, language);
  std::string text = head + "\n" + rule + "\n";
  for (const MatrixRow& row : rows) {
    text += "| " + escape_markdown(row.unit) + " |";
    for (const Mark mark : row.marks) text += " " + letter(mark, language) + " |";
    text += "\n";
  }
  return text + "\n" + matrix_key(rows, language) + "\n";
}

std::string group_markdown(const StatusGroup& group) {
  if (group.units.empty()) return {};
  std::string text = "\n**" + escape_markdown(group.heading) + "**\n\n";
  for (const std::string& unit : group.units) text += "- " + markdown_line(unit) + "\n";
  return text;
}

}  // namespace

std::string status_markdown(const Store& store, const Status& status, Language language) {
  std::string text = "# " + escape_markdown(status_title(store, status, language)) + "\n\n" +
                     markdown_line(status_basis(store, status, language)) + "\n\n";
  const auto lines = status_lines(store, status, language);
  if (!lines.empty()) text += table_markdown(lines, language) + "\n";
  text += status_share(status, language) + "\n";
  if (status.question.periods.size() > 1) {
    if (!lines.empty()) text += "\n" + matrix_markdown(store, status, language);
  } else {
    for (const StatusGroup& group : status_groups(store, status, language)) text += group_markdown(group);
  }
  text += group_markdown(claimed_early_group(store, status, language));
  return text + group_markdown(unexpected_group(store, status, language));
}

}  // namespace nammo
