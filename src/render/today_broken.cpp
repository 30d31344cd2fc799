#include <algorithm>
#include <map>
#include <tuple>

#include "base/catalogue/render.h"
#include "base/unicode.h"
#include "nammo/rungs.h"
#include "render/names.h"
#include "render/owed_words.h"
#include "render/today_parts.h"
#include "render/wording.h"

namespace nammo {
namespace {

// What does not fit a screen is counted.
constexpr std::size_t kMostOfAKind = 8;

bool is_error(const Diagnostic& finding) { return finding.severity == Severity::error; }

// The first error of each file, with the number of the others.
std::vector<std::string> errors(std::span<const Diagnostic> findings, Language language) {
  std::vector<std::string> lines;
  std::map<std::string, int> counts;
  for (const Diagnostic& finding : findings) counts[finding.where.file] += is_error(finding) ? 1 : 0;
  for (const Diagnostic& finding : findings) {
    int& count = counts[finding.where.file];
    if (count == 0 || !is_error(finding)) continue;
    std::string where = finding.where.file;
    if (finding.where.place.line > 0) where += ":" + std::to_string(finding.where.place.line);
    const std::string& message = finding.message.in(language);
    lines.push_back(printable(count == 1 ? say_in(language, msg::today_finding, where, message)
                                         : say_in(language, msg::today_finding_more, where, message, count - 1)));
    count = 0;
  }
  return lines;
}

template <typename Take>
void each_report(const Today& today, const Take& take) {
  for (const auto* deliveries : {&today.hours, &today.earlier}) {
    for (const Delivery& delivery : *deliveries) {
      if (delivery.obligation.kind == ObligationKind::report) take(delivery);
    }
  }
}

std::vector<std::string> returned(const Store& store, const Today& today, Language language) {
  std::vector<std::string> lines;
  each_report(today, [&](const Delivery& delivery) {
    if (delivery.standing.state == State::returned) lines.push_back(owed_item_text(store, delivery, today.now, language));
  });
  return lines;
}

// By report, organisation and period; a file that cannot be read is named as such.
std::vector<std::string> drafts(const Store& store, const Today& today, Language language) {
  std::vector<std::pair<std::string, std::vector<AreaId>>> kinds;
  each_report(today, [&](const Delivery& delivery) {
    if (delivery.filing.unreadable || !is_owed(delivery.standing) || !is_drafted(delivery.filing, today.now)) return;
    const std::string title = printable(report_title(store, delivery.obligation, language));
    auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == title; });
    if (found == kinds.end()) found = kinds.insert(found, {title, {}});
    found->second.push_back(delivery.obligation.area);
  });
  std::vector<std::string> lines;
  for (const auto& [title, areas] : kinds) {
    lines.push_back(say_in(language, msg::today_drafts, title, printable(area_names(store, areas))));
  }
  return lines;
}

std::vector<std::string> unexpected(const Today& today, Language language) {
  std::vector<std::string> lines;
  for (const UnexpectedReport& report : today.unexpected) {
    lines.push_back(say_in(language, msg::today_unexpected, report_path(report.area, report.org, report.period)));
  }
  return lines;
}

const Message& reason(NextCommand::Why why) {
  switch (why) {
    case NextCommand::Why::mend: return msg::today_why_mend;
    case NextCommand::Why::finish: return msg::today_why_finish;
    case NextCommand::Why::compose: return msg::today_why_compose;
    case NextCommand::Why::chase: return msg::today_why_chase;
    case NextCommand::Why::look: break;
  }
  return msg::today_why_look;
}

}  // namespace

std::vector<std::string> own_lines(const Store& store, const Today& today, Language language) {
  const auto owed = owed_today(today, store, Side::own);
  const std::span all(owed);
  std::vector<std::string> lines;
  for (const Delivery* one : all.first(std::min(kInFull, all.size()))) lines.push_back(owed_item_text(store, *one, today.now, language));
  if (all.size() > kInFull) {
    lines.push_back(say_in(language, msg::today_rest, printable(short_titles(store, all.subspan(kInFull), language))));
  }
  return lines;
}

std::vector<std::string> broken_lines(const Store& store, const Today& today, std::span<const Diagnostic> findings,
                                      Language language) {
  std::vector<std::string> all;
  std::size_t left = 0;
  for (const auto& lines : {errors(findings, language), returned(store, today, language), drafts(store, today, language),
                            unexpected(today, language)}) {
    const std::size_t shown = std::min(lines.size(), kMostOfAKind);
    all.insert(all.end(), lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(shown));
    left += lines.size() - shown;
  }
  if (left > 0) all.push_back(say_in(language, msg::today_more, left));
  return all;
}

NextLine next_line(const Store& store, const Today& today, std::span<const Diagnostic> findings, Language language) {
  const auto broken = std::find_if(findings.begin(), findings.end(), is_error);
  const NextCommand next = next_command(today, store, broken == findings.end() ? std::string{} : broken->where.file);
  std::string command = "nammo " + next.command;
  for (const std::string& argument : next.arguments) command += " " + printable(argument);
  return {command, say_in(language, reason(next.why))};
}

}  // namespace nammo
