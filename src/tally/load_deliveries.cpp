#include "tally/load_deliveries.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <thread>
#include <utility>

#include "base/at_once.h"
#include "tally/area_order.h"

namespace nammo {
namespace {

constexpr std::size_t kWorthAThread = 64;  // reports
constexpr unsigned kMostThreads = 4;

struct Part {
  std::vector<Delivery> deliveries;
  std::map<AreaId, KeptFiling> fresh;
  Diagnostics diagnostics;
};

struct Loading {
  const FileReader& files;
  const Store& store;
  Instant now;
  Progress& progress;
  const FilingShelf* shelf;  // null: every file is read
};

Filing load(const Loading& loading, const Obligation& o, Part& part) {
  if (loading.shelf == nullptr) return load_filing(loading.files, loading.store, o.area, o.org, o.period, part.diagnostics);
  return loading.shelf->load(loading.files, loading.store, {o.area, o.org, o.period, false}, part.fresh, part.diagnostics);
}

Part load_share(const Loading& loading, std::span<Obligation> obligations) {
  Part part;
  part.deliveries.reserve(obligations.size());
  for (Obligation& o : obligations) {
    Filing filing = load(loading, o, part);
    const Standing standing = standing_of(o, filing, loading.now);
    part.deliveries.push_back({std::move(o), std::move(filing), standing});
    loading.progress.passed(1);
  }
  return part;
}

void add(Part&& part, Part& whole) {
  std::move(part.deliveries.begin(), part.deliveries.end(), std::back_inserter(whole.deliveries));
  whole.fresh.merge(part.fresh);
  whole.diagnostics.append(std::move(part.diagnostics));
}

Part load_all(const Loading& loading, std::span<Obligation> all) {
  const std::size_t most = std::min(kMostThreads, std::max(1U, std::thread::hardware_concurrency()));
  const std::size_t threads = std::clamp<std::size_t>(all.size() / kWorthAThread, 1, most);
  const std::size_t share = (all.size() + threads - 1) / threads;
  std::vector<Part> parts(threads);
  at_once(threads, [&](std::size_t i) {
    const std::size_t from = std::min(i * share, all.size());
    parts[i] = load_share(loading, all.subspan(from, std::min(share, all.size() - from)));
  });
  Part whole;
  whole.deliveries.reserve(all.size());
  for (Part& part : parts) add(std::move(part), whole);
  return whole;
}

// The report that an ad hoc one goes on from, when only that one says when it
// occurred. Its own findings are told where it is asked for.
std::optional<Report> load_continued(const FileReader& files, const Store& store, const ReportKey& key,
                                     const Filing& filing) {
  if (!filing.report || !filing.report->continues || filing.report->occurred) return std::nullopt;
  Diagnostics elsewhere;
  return load_filing(files, store, key.area, key.org, *filing.report->continues, elsewhere).report;
}

}  // namespace

std::vector<Delivery> load_deliveries(const FileReader& files, const Store& store, std::vector<Obligation> obligations,
                                      Instant now, Diagnostics& diagnostics) {
  Progress unseen;
  return load_part(files, store, std::move(obligations), now, unseen, diagnostics);
}

std::vector<Delivery> load_part(const FileReader& files, const Store& store, std::vector<Obligation> obligations,
                                Instant now, Progress& progress, Diagnostics& diagnostics) {
  Part whole = load_all({files, store, now, progress, nullptr}, obligations);
  diagnostics.append(std::move(whole.diagnostics));
  return std::move(whole.deliveries);
}

std::vector<Delivery> load_kept(const FileReader& files, const Store& store, std::vector<Obligation> obligations,
                                Instant now, Progress& progress, const FilingIndex& index, Diagnostics& diagnostics) {
  if (obligations.empty()) return {};
  const OrgId org = obligations.front().org;
  const Period period = obligations.front().period;
  FilingShelf shelf = index.take(org, period);
  Part whole = load_all({files, store, now, progress, &shelf}, obligations);
  index.put(org, period, std::move(shelf), std::move(whole.fresh));
  diagnostics.append(std::move(whole.diagnostics));
  return std::move(whole.deliveries);
}

std::vector<Obligation> own_obligations(const ReportType& type, const OrgId& org, const Period& period,
                                        const AreaId& area, const Store& store) {
  auto obligations = expand(type, period, area, store);
  std::erase_if(obligations, [&](const Obligation& o) {
    return o.kind == ObligationKind::post || o.area != area || o.org != org;
  });
  return obligations;
}

int count_unreadable(std::span<const Delivery> deliveries) {
  int count = 0;
  for (const Delivery& delivery : deliveries) count += count_unreadable(delivery.filing);
  return count;
}

std::optional<Delivery> load_adhoc_report(const FileReader& files, const Store& store, const ReportType& type,
                                          const ReportKey& key, Instant now, Diagnostics& diagnostics) {
  Filing filing = load_filing(files, store, key.area, key.org, key.period, diagnostics);
  const auto continued = load_continued(files, store, key, filing);
  auto obligation = expand_adhoc(type, key, filing, continued ? &*continued : nullptr, store, now);
  if (!obligation) return std::nullopt;
  const Standing standing = standing_of(*obligation, filing, now);
  return Delivery{std::move(*obligation), std::move(filing), standing};
}

std::vector<Delivery> load_adhoc(const FileReader& files, const Store& store, const Question& question, Instant now,
                                 Diagnostics& diagnostics) {
  std::vector<Delivery> deliveries;
  for (const Area* area : store.areas.subtree(question.area)) {
    if (!reports_adhoc(*question.type, area->level, question.org)) continue;
    const ReportKey key{area->id, question.org, question.period, false};
    auto delivery = load_adhoc_report(files, store, *question.type, key, now, diagnostics);
    if (delivery) deliveries.push_back(std::move(*delivery));
  }
  std::stable_sort(deliveries.begin(), deliveries.end(), [](const Delivery& a, const Delivery& b) {
    return tree_less(a.obligation.area.str(), b.obligation.area.str());
  });
  return deliveries;
}

bool reports_adhoc(const ReportType& type, const LevelId& level, const OrgId& org) {
  return std::any_of(type.steps.begin(), type.steps.end(),
                     [&](const Step& step) { return step.level == level && step.org == org; });
}

}  // namespace nammo
