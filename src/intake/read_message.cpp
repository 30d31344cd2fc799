#include <algorithm>
#include <cstdlib>

#include "base/catalogue/intake.h"
#include "base/unicode.h"
#include "intake/folded.h"
#include "intake/message.h"
#include "intake/message_file.h"
#include "nammo/assignments.h"
#include "nammo/intake.h"
#include "nammo/schedule.h"
#include "nammo/store_files.h"

namespace nammo {
namespace {

using namespace intake;

// The real day of that year, or of the year in which it lies closest to `around`.
std::optional<Date> day_near(const WrittenTime& time, Date around) {
  std::optional<Date> best;
  const int here = static_cast<int>(around.year());
  for (int year = time.year != 0 ? time.year : here - 1; year <= (time.year != 0 ? time.year : here + 1); ++year) {
    const Date day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(time.month)}, std::chrono::day{static_cast<unsigned>(time.day)}};
    const auto away = [&](Date one) { return std::abs((std::chrono::sys_days{one} - std::chrono::sys_days{around}).count()); };
    if (day.ok() && (!best || away(day) < away(*best))) best = day;
  }
  return best;
}

class MessageReader {
 public:
  MessageReader(const Piece& piece, const std::string& file, const OrgId& org, const Store& store, const AreaNames& names, Instant received,
                Diagnostics& diagnostics)
      : piece_(piece), file_(file), org_(org), store_(store), received_(received), diagnostics_(diagnostics),
        message_(take_apart(piece, names)) {}

  std::optional<MessageReport> read() {
    Identity identity;
    if (!message_.head) return refuse("intake-head", message_.head_line, say(msg::intake_no_head), say(msg::intake_head_help, example("KP1")));
    if (message_.head->areas.empty()) return refuse_area();
    if (!find_day() || !find_area(identity) || !find_period(identity) || !refuse_nothing()) return std::nullopt;
    if (!find_organisation(identity) || !find_officer(identity)) return std::nullopt;
    if (piece_.sent) identity.submitted = store_.zone.to_instant(*piece_.sent);
    auto report = write_message(message_, identity, file_, store_, diagnostics_);
    if (!report) return std::nullopt;
    report->remarks.insert(report->remarks.begin(), remarks_.begin(), remarks_.end());
    report->before = period_before(identity);
    return report;
  }

 private:
  std::nullopt_t refuse(const char* code, int line, Text message, Text help) {
    const auto found = std::find_if(piece_.lines.begin(), piece_.lines.end(), [&](const PastedLine& one) { return one.number == line; });
    const int end = found == piece_.lines.end() ? 2 : static_cast<int>(count_characters(found->text)) + 1;
    diagnostics_.error(code, {file_, {line, 1, line, end}}, std::move(message), std::move(help));
    return std::nullopt;
  }

  [[nodiscard]] Date today() const { return day_of(store_.zone.to_local(received_)); }

  // "KP1 08/5", of the day on which it came.
  [[nodiscard]] std::string example(const std::string& area) const {
    const auto day = static_cast<unsigned>(today().day());
    return area + " " + (day < 10 ? "0" : "") + std::to_string(day) + "/" + std::to_string(static_cast<unsigned>(today().month()));
  }

  std::nullopt_t refuse_area() {
    const std::string& words = message_.head->area_words;
    if (words.empty()) return refuse("intake-head", message_.head_line, say(msg::intake_no_head), say(msg::intake_head_help, example("KP1")));
    return refuse("intake-area", message_.head_line, say(msg::intake_area_unknown, printable(words)), say(msg::intake_head_help, example("KP1")));
  }

  [[nodiscard]] const std::string& first_name() const {
    const Area& area = *message_.head->areas.front();
    return area.brief.empty() ? area.name : area.brief;
  }

  // The day of the head, else that of the chat program; none for a named period.
  bool find_day() {
    const auto& time = message_.head->time;
    if (!time && piece_.sent) {
      day_ = day_of(*piece_.sent);
      remarks_.push_back(say(msg::intake_remark_own_day, format_date(*day_)));
    } else if (!time) {
      refuse("intake-day", message_.head_line, say(msg::intake_no_day), say(msg::intake_head_help, example(printable(first_name()))));
      return false;
    } else if (time->day != 0 || time->month != 0) {
      day_ = day_near(*time, today());
      if (!day_) {
        refuse("intake-day", message_.head_line, say(msg::intake_bad_day, printable(message_.head->time_words)),
               say(msg::intake_head_help, example(printable(first_name()))));
        return false;
      }
    }
    return true;
  }

  // Of several with that name the one that is valid then.
  bool find_area(Identity& identity) {
    auto areas = message_.head->areas;
    const Date day = day_.value_or(today());
    const auto invalid = [&](const Area* area) { return !area->valid_on(day); };
    if (!std::all_of(areas.begin(), areas.end(), invalid)) std::erase_if(areas, invalid);
    identity.area = areas.front();
    if (areas.size() == 1) return true;
    std::string names;
    for (const Area* area : areas) names += (names.empty() ? "" : ", ") + full_name(*area);
    refuse("intake-area", message_.head_line, say(msg::intake_area_ambiguous, printable(message_.head->area_words), names),
           say(msg::intake_area_ambiguous_help, example(full_name(*areas.front()))));
    return false;
  }

  [[nodiscard]] std::string full_name(const Area& area) const {
    const Area* above = store_.areas.find(parent_of(area.id));
    return printable(area.name + (above == nullptr ? "" : " " + above->name));
  }

  bool find_period(Identity& identity) {
    const std::string typed = day_ ? format_date(*day_) : message_.head->time->period;
    Text problem;
    const auto chosen = choose_period(typed, identity.area->id, org_, store_, received_, problem);
    if (!chosen) {
      refuse("intake-day", message_.head_line, problem, say(msg::intake_head_help, example(printable(first_name()))));
      return false;
    }
    identity.type = chosen->type;
    identity.period = chosen->period;
    return true;
  }

  bool refuse_nothing() {
    const auto matter = std::find_if(message_.entries.begin(), message_.entries.end(), [](const Entry& one) { return one.section == Section::situation; });
    if (message_.all_nil && matter != message_.entries.end()) {
      refuse("intake-nil", message_.head_line, say(msg::intake_nil_and_matters, matter->line), say(msg::intake_nil_and_matters_help));
      return false;
    }
    if (message_.has_parts && (message_.nil || !message_.entries.empty())) return true;
    refuse("intake-nothing", message_.head_line, say(msg::intake_nothing), say(msg::intake_nothing_help));
    return false;
  }

  // Where nobody is expected to report, whoever would at that level: check says why not.
  bool find_organisation(Identity& identity) {
    identity.org = org_.empty() ? first_organisation(*identity.type, identity.period, identity.area->id, store_) : org_;
    for (const Step& step : identity.type->steps) {
      if (identity.org.empty() && step.level == identity.area->level) identity.org = step.org;
    }
    if (!identity.org.empty()) return true;
    refuse("intake-unexpected", message_.head_line, say(msg::intake_nobody_expects, full_name(*identity.area) + ", " + to_string(identity.period)),
           say(msg::intake_nobody_expects_help));
    return false;
  }

  bool find_officer(Identity& identity) {
    const Date day = due_day(identity);
    for (const Assignment& one : identity.area->officers) {
      const auto officer = store_.officers.find(one.officer);
      const bool named = officer != store_.officers.end() && !piece_.sender.empty() && same_name(officer->second.name, piece_.sender);
      if (named && one.org == identity.org && holds_on(one, day)) identity.officer = one.officer;
    }
    for (const Date when : {day, today()}) {
      for (const Role role : {Role::lead, Role::deputy}) {
        const Assignment* one = identity.area->assigned(identity.org, role, when);
        if (one != nullptr && identity.officer.empty()) identity.officer = one->officer;
      }
    }
    if (!identity.officer.empty()) return true;
    refuse("intake-officer", message_.head_line, say(msg::intake_no_officer, full_name(*identity.area), identity.org.str(), format_date(day)),
           say(msg::intake_no_officer_help));
    return false;
  }

  [[nodiscard]] Date due_day(const Identity& identity) const {
    for (const Step& step : identity.type->steps) {
      if (step.level != identity.area->level || step.org != identity.org) continue;
      if (const auto due = due_of(*identity.type, step, identity.period, store_)) return due->nominal_day;
    }
    return day_.value_or(today());
  }

  [[nodiscard]] std::optional<ReportKey> period_before(const Identity& identity) const {
    if (!day_ || identity.type->period != PeriodKind::week) return std::nullopt;
    const auto window = window_of(*identity.type, identity.period, store_);
    if (!window || day_of(store_.zone.to_local(window->start)) != *day_) return std::nullopt;
    return ReportKey{identity.area->id, identity.org, advance(identity.period, -1), false};
  }

  const Piece& piece_;
  const std::string& file_;
  const OrgId& org_;
  const Store& store_;
  Instant received_;
  Diagnostics& diagnostics_;
  MessageParts message_;
  std::optional<Date> day_;
  std::vector<Text> remarks_;
};

}  // namespace

std::optional<MessageReport> PasteReader::read(const Piece& message, const std::string& file, const OrgId& org, Instant received,
                                               Diagnostics& diagnostics) const {
  return MessageReader(message, file, org, store_, *names_, received, diagnostics).read();
}

}  // namespace nammo
