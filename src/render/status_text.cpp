#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/status_views.h"
#include "render/columns.h"
#include "render/status_matrix.h"
#include "render/status_parts.h"

namespace nammo {
namespace {

// The two lines of a head; the first is empty where there is one.
struct Head {
  std::string upper;
  std::string lower;
};

Head head_of(const Message& message, Language language) {
  const std::string text = say_in(language, message);
  const auto end = text.find('\n');
  return end == std::string::npos ? Head{{}, text} : Head{text.substr(0, end), text.substr(end + 1)};
}

int label_width(const std::vector<StatusLine>& lines, Language language) {
  int width = display_width(say_in(language, msg::status_level));
  for (const StatusLine& line : lines) width = std::max(width, display_width(printable(line.label)));
  return width;
}

std::string table_text(const std::vector<StatusLine>& lines, Language language) {
  const int labels = label_width(lines, language);
  std::string upper(static_cast<std::size_t>(labels), ' ');
  std::string lower = left_aligned(say_in(language, msg::status_level), labels);
  std::vector<int> widths;
  for (const StatusColumn& column : status_columns()) {
    const Head head = head_of(*column.head, language);
    int width = std::max(display_width(head.upper), display_width(head.lower));
    for (const StatusLine& line : lines) width = std::max(width, display_width(std::to_string(line.counts.*column.count)));
    upper += "  " + right_aligned(head.upper, width);
    lower += "  " + right_aligned(head.lower, width);
    widths.push_back(width);
  }
  upper.erase(upper.find_last_not_of(' ') + 1);
  std::string text = upper + "\n" + lower + "\n";
  for (const StatusLine& line : lines) {
    text += left_aligned(printable(line.label), labels);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      text += "  " + right_aligned(std::to_string(line.counts.*status_columns()[i].count), widths[i]);
    }
    text += "\n";
  }
  return text;
}

std::string group_text(const StatusGroup& group) {
  if (group.units.empty()) return {};
  std::string text = "\n" + printable(group.heading) + "\n";
  for (const std::string& unit : group.units) text += "  " + printable(unit) + "\n";
  return text;
}

}  // namespace

std::string status_text(const Store& store, const Status& status, Language language) {
  std::string text = printable(status_title(store, status, language)) + "\n" +
                     printable(status_basis(store, status, language)) + "\n\n";
  const auto lines = status_lines(store, status, language);
  if (!lines.empty()) text += table_text(lines, language) + "\n";
  text += status_share(status, language) + "\n";
  if (status.question.periods.size() > 1) {
    if (!lines.empty()) text += "\n" + matrix_text(store, status, language);
  } else {
    for (const StatusGroup& group : status_groups(store, status, language)) text += group_text(group);
  }
  text += group_text(claimed_early_group(store, status, language));
  return text + group_text(unexpected_group(store, status, language));
}

}  // namespace nammo
