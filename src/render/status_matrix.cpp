#include "render/status_matrix.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/columns.h"
#include "render/names.h"
#include "render/wording.h"
#include "render/wrap.h"
#include "tally/area_order.h"

namespace nammo {
namespace {

struct MarkWords {
  Mark mark;
  const Message* letter;
  const Message* means;
};
constexpr std::array kWords{
    MarkWords{Mark::on_time, &msg::mark_on_time, &msg::mark_on_time_means},
    MarkWords{Mark::late, &msg::mark_late, &msg::mark_late_means},
    MarkWords{Mark::missing, &msg::mark_missing, &msg::mark_missing_means},
    MarkWords{Mark::returned, &msg::mark_returned, &msg::mark_returned_means},
    MarkWords{Mark::draft, &msg::mark_draft, &msg::mark_draft_means},
    MarkWords{Mark::upcoming, &msg::mark_upcoming, &msg::mark_upcoming_means},
    MarkWords{Mark::none, &msg::mark_none, &msg::mark_none_means},
};

Mark mark_of(const Standing& standing) {
  if (standing.state == State::returned) return Mark::returned;
  if (standing.state == State::draft) return Mark::draft;
  switch (standing.timeliness) {
    case Timeliness::on_time: return Mark::on_time;
    case Timeliness::late: return Mark::late;
    case Timeliness::missing: return Mark::missing;
    case Timeliness::not_yet_due: break;
  }
  return Mark::upcoming;
}

// "19" of 2024-W19, "05", "Q2", "H1", "2024": the period within its year.
std::string short_name(const Period& period) {
  std::string name = to_string(period);
  if (period.kind == PeriodKind::year) return name;
  name.erase(0, name.find('-') + 1);
  return period.kind == PeriodKind::week ? name.substr(1) : name;
}

constexpr int kWidestUnit = 40;
constexpr int kNarrowestUnit = 24;

// Where the columns stand: the unit's name, then the cells from `first` on.
struct Layout {
  int unit = 0;
  int cell = 1;
  std::size_t first = 0;

  [[nodiscard]] bool close() const { return cell == 1; }
  [[nodiscard]] int start() const { return unit + (close() ? 2 : 0); }
};

Layout lay_out(const std::vector<MatrixRow>& rows, const std::vector<Period>& periods) {
  int unit = 0;
  for (const MatrixRow& row : rows) unit = std::max(unit, display_width(printable(row.unit)));
  const int count = static_cast<int>(std::min<std::size_t>(periods.size(), kTextWidth));
  Layout layout{std::min(unit, kWidestUnit), 1 + display_width(short_name(periods.front())), 0};
  if (layout.unit + count * layout.cell <= kTextWidth) return layout;
  layout = {std::min(unit, std::max(kNarrowestUnit, kTextWidth - 2 - count)), 1, 0};
  const auto room = static_cast<std::size_t>(kTextWidth - layout.start());
  if (periods.size() > room) layout.first = periods.size() - room;
  return layout;
}

// The years above the first of their periods, where they find room.
std::string year_line(const Layout& layout, const std::vector<Period>& periods) {
  if (periods.front().kind == PeriodKind::year) return {};
  std::string line;
  for (std::size_t i = layout.first; i < periods.size(); ++i) {
    if (i > layout.first && periods[i].year == periods[i - 1].year) continue;
    const auto column = layout.start() + static_cast<int>(i - layout.first) * layout.cell + (layout.close() ? 0 : 1);
    const auto at = static_cast<std::size_t>(column);
    const auto year = std::to_string(periods[i].year);
    if ((!line.empty() && line.size() >= at) || at + year.size() > kTextWidth) continue;
    line.append(at - line.size(), ' ').append(year);
  }
  return line.empty() ? line : line + "\n";
}

// Side by side, or where the cells stand close from top to bottom.
std::string head_lines(const Layout& layout, const std::vector<Period>& periods) {
  const std::size_t lines = layout.close() ? short_name(periods.front()).size() : 1;
  std::string text;
  for (std::size_t line = 0; line < lines; ++line) {
    text.append(static_cast<std::size_t>(layout.start()), ' ');
    for (std::size_t i = layout.first; i < periods.size(); ++i) {
      const auto name = short_name(periods[i]);
      text += layout.close() ? std::string(1, name[line]) : right_aligned(name, layout.cell);
    }
    text += "\n";
  }
  return text;
}

}  // namespace

std::vector<MatrixRow> matrix_rows(const Store& store, const Status& status, Language language) {
  std::map<Period, std::size_t> columns;
  for (const Period& period : status.question.periods) columns.emplace(period, columns.size());
  std::vector<std::pair<const Obligation*, MatrixRow>> rows;
  for (const Delivery& delivery : status.deliveries) {
    const Obligation& o = delivery.obligation;
    const auto same = [&](const Obligation& other) {
      return std::tie(o.area, o.report, o.org) == std::tie(other.area, other.report, other.org);
    };
    if (rows.empty() || !same(*rows.back().first)) {
      rows.push_back({&o, {unit_name(store, o.org, o.area, language), std::vector<Mark>(columns.size(), Mark::none)}});
    }
    rows.back().second.marks[columns.at(o.period)] = mark_of(delivery.standing);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return tree_less(a.first->area.str(), b.first->area.str());
  });
  std::vector<MatrixRow> sorted;
  for (auto& row : rows) sorted.push_back(std::move(row.second));
  return sorted;
}

std::string letter(Mark mark, Language language) {
  const auto found = std::find_if(kWords.begin(), kWords.end(), [&](const MarkWords& words) { return words.mark == mark; });
  return say_in(language, *found->letter);
}

std::string matrix_key(const std::vector<MatrixRow>& rows, Language language) {
  std::set<Mark> used;
  for (const MatrixRow& row : rows) used.insert(row.marks.begin(), row.marks.end());
  std::vector<std::string> parts;
  for (const MarkWords& words : kWords) {
    if (used.contains(words.mark)) parts.push_back(say_in(language, *words.letter) + " " + say_in(language, *words.means));
  }
  return join(parts, " · ");
}

std::string matrix_text(const Store& store, const Status& status, Language language) {
  const auto& periods = status.question.periods;
  auto rows = matrix_rows(store, status, language);
  const Layout layout = lay_out(rows, periods);
  const auto left_out = static_cast<std::ptrdiff_t>(layout.first);
  for (MatrixRow& row : rows) row.marks.erase(row.marks.begin(), row.marks.begin() + left_out);
  std::string text = year_line(layout, periods) + head_lines(layout, periods);
  for (const MatrixRow& row : rows) {
    text += left_aligned(clipped_to(printable(row.unit), layout.unit), layout.start());
    for (const Mark mark : row.marks) text += right_aligned(letter(mark, language), layout.cell);
    text += "\n";
  }
  text += "\n" + wrapped("", 0, matrix_key(rows, language));
  if (layout.first == 0) return text;
  return text + wrapped("", 0, say_in(language, msg::matrix_cut, layout.first, to_string(periods.front()),
                                      to_string(periods[layout.first - 1])));
}

}  // namespace nammo
