// Periods: an input is one that somebody typed.
#include "base/unicode.h"
#include "fuzz/must.h"
#include "fuzz/sample.h"
#include "nammo/period.h"
#include "nammo/schedule.h"
#include "schedule/typed_period.h"

using namespace nammo;
using fuzz::must;

namespace {

const Date kToday{std::chrono::year{2024} / 5 / 9};
const Instant kNow{std::chrono::sys_days{kToday} + std::chrono::hours{3}};

void check_name(std::string_view name) {
  const auto period = parse_period(name);
  if (!period) return;
  must(to_string(*period) == name, "a period has one name");
  must(advance(*period, 0) == *period, "no step changes nothing");
  if (period->kind == PeriodKind::adhoc || period->kind == PeriodKind::once) return;
  for (const int steps : {1, 2, 53, -1, -60}) {
    const Period other = advance(*period, steps);
    must(distance(*period, other) == steps, "the distance is that of the steps");
    must((*period < other) == (steps > 0), "later periods come after");
    must(advance(other, -steps) == *period, "and back again");
  }
}

bool same(const std::optional<TypedPeriod>& a, const std::optional<TypedPeriod>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->kind == b->kind && a->date == b->date && a->period == b->period;
}

void check_typed(std::string_view text) {
  const auto typed = parse_typed_period(text, kToday);
  must(same(typed, parse_typed_period("  " + std::string(text) + " ", kToday)), "blanks around it do not count");
  if (!find_invalid_utf8(text)) {
    must(same(typed, parse_typed_period(to_nfc(text), kToday)), "the form of Unicode does not count");
    const bool id = typed && typed->period.kind == PeriodKind::once;  // which has none
    if (!id) must(same(typed, parse_typed_period(to_upper(text), kToday)), "capitals do not count");
  }
  if (!typed) return;
  const auto named = parse_period(to_string(typed->period));
  if (typed->kind == TypedPeriod::Kind::named) must(named == typed->period, "a period that is named can be written");
  if (typed->kind == TypedPeriod::Kind::unreal) must(named != typed->period, "one that is unreal cannot");
  if (typed->kind == TypedPeriod::Kind::date) must(typed->date.ok() && parse_date(format_date(typed->date)) == typed->date, "days are real");
}

void check_chosen(std::string_view text) {
  Text problem;
  const auto chosen = choose_period(text, AreaId{"thuan-thanh/ho"}, OrgId{}, fuzz::sample(), kNow, problem);
  must(chosen.has_value() == problem.empty(), "chosen, or said why not");
  if (!chosen) return;
  must(chosen->type != nullptr && is_period_of(*chosen->type, chosen->period), "the period is one of the report's");
  must(parse_period(to_string(chosen->period)) == chosen->period, "a chosen period can be written");
  if (chosen->period.kind == PeriodKind::adhoc) return;
  const auto window = window_of(*chosen->type, chosen->period, fuzz::sample());
  must(window && window->start < window->end, "it covers some time");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  check_name(text);
  check_typed(text);
  check_chosen(text);
  return 0;
}
