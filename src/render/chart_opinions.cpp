#include <algorithm>
#include <array>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/chart_values.h"
#include "render/names.h"
#include "render/opinions.h"
#include "render/wording.h"
#include "render/words.h"
#include "tally/lowest_reports.h"

namespace nammo {
namespace {

// A topic (or a field, for what has none) with the number of areas for each stance.
struct Subject {
  CodeId topic;
  CodeId field;
  std::array<int, 6> areas{};
  int all = 0;
};

std::vector<Subject> subjects_of(const OpinionTable& table) {
  std::vector<Subject> subjects;
  for (const auto& row : table.rows) {
    auto found = std::find_if(subjects.begin(), subjects.end(), [&](const Subject& s) {
      return s.topic == row.topic && (!row.topic.empty() || s.field == row.field);
    });
    if (found == subjects.end()) found = subjects.insert(subjects.end(), Subject{row.topic, row.field, {}, 0});
    found->areas.at(static_cast<std::size_t>(row.stance)) = row.areas;
    found->all += row.areas;
  }
  std::stable_sort(subjects.begin(), subjects.end(), [](const Subject& a, const Subject& b) { return a.all > b.all; });
  return subjects;
}

std::vector<Stance> stances_of(const std::vector<Subject>& subjects) {
  std::vector<Stance> stances;
  for (std::size_t i = 0; i < Subject{}.areas.size(); ++i) {
    const bool any = std::any_of(subjects.begin(), subjects.end(), [&](const Subject& s) { return s.areas.at(i) > 0; });
    if (any) stances.push_back(static_cast<Stance>(i));
  }
  return stances;
}

std::string described(const BarGrid::Row& row, const BarGrid& chart) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < row.counts.size(); ++i) {
    if (row.counts[i] > 0) parts.push_back(chart.heads[i] + " " + std::to_string(row.counts[i]));
  }
  return row.label + ": " + join(parts, ", ") + ".";
}

}  // namespace

void add_opinions(const ChartSource& source, Charts& charts) {
  const Language language = source.language;
  const auto table = tally_opinions(source.store, source.report.figure_deliveries());
  if (table.rows.empty()) return leave_out(source, say_in(language, msg::chart_no_opinions), charts);
  const auto subjects = subjects_of(table);
  const auto stances = stances_of(subjects);
  BarGrid chart;
  chart.whole = table.reporting_areas;
  for (const auto stance : stances) chart.heads.push_back(word(stance, language));
  for (const auto& subject : subjects) {
    BarGrid::Row row{subject_of(source.store, subject.topic, subject.field, language), {}};
    for (const auto stance : stances) row.counts.push_back(subject.areas.at(static_cast<std::size_t>(stance)));
    chart.rows.push_back(std::move(row));
  }
  auto words = words_for(source, "opinions", say_in(language, msg::chart_opinions),
                         period_text(source.report.question.period, language));
  const auto kind = kind_of_lowest(source.store, source.report.figure_deliveries(), language);
  words.notes.push_back(say_in(language, msg::chart_opinions_key, kind, table.reporting_areas,
                               lowest_areas(source.report.figure_deliveries()).size()));
  std::vector<std::string> sentences{words.subtitle + "."};
  for (const auto& row : chart.rows) sentences.push_back(described(row, chart));
  sentences.push_back(words.notes.front());
  words.description = join(sentences, " ");
  add_chart(chart, words, charts);
}

}  // namespace nammo
