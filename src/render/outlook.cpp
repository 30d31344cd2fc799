#include <algorithm>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "render/document.h"
#include "render/names.h"
#include "render/wording.h"

namespace nammo {
namespace {

const Message& next_period(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::week: return msg::next_week;
    case PeriodKind::month: return msg::next_month;
    case PeriodKind::quarter: return msg::next_quarter;
    case PeriodKind::half: return msg::next_half;
    case PeriodKind::year: return msg::next_year;
    case PeriodKind::adhoc:
    case PeriodKind::once: return msg::next_time;
  }
  return msg::next_time;
}

// What is judged of the matters, each judgement once.
std::vector<Tree> assessments(const Document& document) {
  std::vector<std::string> seen;
  std::vector<Tree> lines;
  for (const auto& source : document.sources) {
    for (const auto& told : source.texts.situation) {
      const auto text = sentence(capitalised(told.entry->assessment));
      if (text.empty() || std::find(seen.begin(), seen.end(), text) != seen.end()) continue;
      seen.push_back(text);
      lines.push_back(line_node(teller(document, *told.by), {}, text));
    }
  }
  return lines;
}

// One line for each speaker that has such a text.
template <typename Text>
std::vector<Tree> lines_of(const Document& document, Text text_of) {
  std::vector<Tree> lines;
  for (const Delivery* delivery : speakers(document)) {
    const auto text = sentence(text_of(*delivery->filing.report));
    if (!text.empty()) lines.push_back(line_node(teller(document, *delivery), {}, text));
  }
  return lines;
}

std::string tasks_of(const Report& report) {
  std::vector<std::string> tasks;
  for (const auto& task : report.next) tasks.push_back(without_stop(task));
  return join(tasks, "; ");
}

std::vector<Tree> single_tasks(const Document& document) {
  std::vector<Tree> lines;
  for (const Delivery* delivery : speakers(document)) {
    for (const auto& task : delivery->filing.report->next) {
      lines.push_back(line_node(teller(document, *delivery), {}, sentence(capitalised(task))));
    }
  }
  return lines;
}

std::vector<Tree> difficulties(const Document& document) {
  std::vector<Tree> lines;
  for (const Delivery* delivery : speakers(document)) {
    for (const auto& one : delivery->filing.report->difficulties) {
      lines.push_back(line_node(teller(document, *delivery),
                                code_label(document.store, "fields", one.field, document.language()),
                                sentence(one.text)));
    }
  }
  return lines;
}

}  // namespace

void put_outlook(const Document& document, Tree& tree) {
  struct Part {
    const char* name;
    std::vector<Tree> lines;
  };
  std::vector<Part> parts;
  const auto add = [&parts](const char* name, std::vector<Tree> lines) {
    parts.push_back(Part{name, std::move(lines)});
  };
  add("assessments", assessments(document));
  add("difficulties", difficulties(document));
  add("strengths", lines_of(document, [](const Report& r) { return r.evaluation.strengths; }));
  add("shortcomings", lines_of(document, [](const Report& r) { return r.evaluation.shortcomings; }));
  add("causes", lines_of(document, [](const Report& r) { return r.evaluation.causes; }));
  add("lessons", lines_of(document, [](const Report& r) { return r.evaluation.lessons; }));
  add("forecasts", lines_of(document, [](const Report& r) { return r.forecast; }));
  add("tasks", lines_of(document, tasks_of));
  const bool none = std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.lines.empty(); });
  const bool no_tasks = parts.back().lines.empty();
  for (auto& part : parts) put(tree, part.name, std::move(part.lines));
  const auto& nothing = rests_on_reports(document) ? msg::no_outlook : msg::no_reports;
  put(tree, "no_outlook", none ? say_in(document.language(), nothing) : std::string{});
  put(tree, "single_tasks", single_tasks(document));
  put(tree, "no_tasks", no_tasks ? say_in(document.language(), nothing) : std::string{});
  const auto next = say_in(document.language(), next_period(document.question().period.kind));
  put(tree, "next_period", next);
  put(tree, "next_period_upper", to_upper(next));
}

}  // namespace nammo
