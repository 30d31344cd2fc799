#include "nammo/status.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "tally/load_deliveries.h"

namespace nammo {
namespace {

struct Reader {
  const FileReader& files;
  const Store& store;
  const StatusQuestion& question;
  Instant now;
  Diagnostics& diagnostics;

  [[nodiscard]] bool asks_for(const OrgId& org) const { return question.org.empty() || question.org == org; }
};

template <typename Entry>
auto order_of(const Entry& entry) {
  return std::tie(entry.area, entry.report, entry.org, entry.period);
}

// One organisation has at most one type of each kind of period, several have several.
std::vector<const ReportType*> types_of(const Period& period, const Store& store) {
  std::vector<const ReportType*> types;
  for (const ReportType& type : store.regime.types) {
    if (is_period_of(type, period)) types.push_back(&type);
  }
  return types;
}

std::vector<Delivery> read_adhoc(const Period& period, const Reader& reader) {
  std::vector<Delivery> deliveries;
  for (const ReportType* type : types_of(period, reader.store)) {
    for (const Organisation& org : reader.store.settings.organisations) {
      if (!reader.asks_for(org.id)) continue;
      auto more = load_adhoc(reader.files, reader.store, {type, org.id, reader.question.area, period}, reader.now,
                             reader.diagnostics);
      std::move(more.begin(), more.end(), std::back_inserter(deliveries));
    }
  }
  return deliveries;
}

std::vector<Delivery> read_expected(const Reader& reader) {
  std::vector<Obligation> obligations;
  std::vector<Delivery> deliveries;
  for (const Period& period : reader.question.periods) {
    if (period.kind == PeriodKind::adhoc) {
      auto more = read_adhoc(period, reader);
      std::move(more.begin(), more.end(), std::back_inserter(deliveries));
      continue;
    }
    for (const ReportType* type : types_of(period, reader.store)) {
      for (Obligation& o : expand(*type, period, reader.question.area, reader.store)) {
        if (o.kind == ObligationKind::report && reader.asks_for(o.org)) obligations.push_back(std::move(o));
      }
    }
  }
  auto more = load_deliveries(reader.files, reader.store, std::move(obligations), reader.now, reader.diagnostics);
  std::move(more.begin(), more.end(), std::back_inserter(deliveries));
  std::stable_sort(deliveries.begin(), deliveries.end(), [](const Delivery& a, const Delivery& b) {
    return order_of(a.obligation) < order_of(b.obligation);
  });
  return deliveries;
}

using Key = std::tuple<AreaId, OrgId, Period>;

// What the report says it is, else the organisation's type of that kind, else any.
ReportTypeId type_of(const Filing& filing, const OrgId& org, const Period& period, const Store& store) {
  if (filing.report && !filing.report->type.empty()) return filing.report->type;
  const auto types = types_of(period, store);
  const auto own = std::find_if(types.begin(), types.end(), [&](const ReportType* type) {
    return std::any_of(type->steps.begin(), type->steps.end(), [&](const Step& step) { return step.org == org; });
  });
  if (own != types.end()) return (*own)->id;
  return types.empty() ? ReportTypeId{} : types.front()->id;
}

void read_unexpected(const Area& area, const OrgId& org, const Period& period, const Reader& reader, Status& status) {
  if (reader.files.kind(report_path(area.id, org, period)) == FileKind::missing) return;
  // Looked for as an ad hoc report, it has been read and its findings told.
  const auto types = types_of(period, reader.store);
  const bool told = period.kind == PeriodKind::adhoc && std::any_of(types.begin(), types.end(), [&](const ReportType* type) {
    return reports_adhoc(*type, area.level, org);
  });
  Diagnostics findings;
  Filing filing = load_filing(reader.files, reader.store, area.id, org, period, findings);
  if (!told) reader.diagnostics.append(std::move(findings));
  Standing standing = standing_without_due(filing, reader.now);
  if (standing.state == State::upcoming) return;  // not there yet
  const ReportTypeId type = type_of(filing, org, period, reader.store);
  status.unexpected.push_back({type, org, area.id, period, std::move(filing), std::move(standing)});
}

void read_unexpected(const Reader& reader, Status& status) {
  std::set<Key> expected;
  for (const Delivery& d : status.deliveries) expected.emplace(d.obligation.area, d.obligation.org, d.obligation.period);
  for (const Area* area : reader.store.areas.subtree(reader.question.area)) {
    for (const Organisation& org : reader.store.settings.organisations) {
      if (!reader.asks_for(org.id)) continue;
      for (const Period& period : reader.question.periods) {
        if (!expected.contains({area->id, org.id, period})) read_unexpected(*area, org.id, period, reader, status);
      }
    }
  }
  std::stable_sort(status.unexpected.begin(), status.unexpected.end(),
                   [](const UnexpectedReport& a, const UnexpectedReport& b) { return order_of(a) < order_of(b); });
}

int count_unreadable(const Status& status) {
  int count = 0;
  for (const Delivery& delivery : status.deliveries) count += count_unreadable(delivery.filing);
  for (const UnexpectedReport& report : status.unexpected) count += count_unreadable(report.filing);
  return count;
}

}  // namespace

Status read_status(const FileReader& files, const Store& store, const StatusQuestion& question, Instant now,
                   Diagnostics& diagnostics) {
  Status status;
  status.question = question;
  status.now = now;
  const Reader reader{files, store, question, now, diagnostics};
  status.deliveries = read_expected(reader);
  read_unexpected(reader, status);
  status.unreadable = count_unreadable(status);
  return status;
}

std::optional<bool> says_nil(const Filing& filing, Instant now) {
  const bool there = standing_without_due(filing, now).state != State::upcoming;
  return there && filing.report && !filing.unreadable ? std::optional{filing.report->nil} : std::nullopt;
}

}  // namespace nammo
