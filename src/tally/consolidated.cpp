#include "nammo/consolidated.h"

#include <algorithm>
#include <set>
#include <utility>

#include "tally/area_order.h"
#include "tally/load_deliveries.h"
#include "tally/shed_texts.h"

namespace nammo {
namespace {

struct Reader {
  const FileReader& files;
  const Store& store;
  Instant now;
  TextDepth texts;
  Progress& progress;
  const FilingIndex* index;
  Diagnostics& diagnostics;
  std::set<OrgId> seen;  // organisations on the way here, should two gather each other
};

// Posts and other organisations left out, in the order in which people read areas.
std::vector<Obligation> obligations_of(const ReportType& type, const OrgId& org, const Period& period,
                                       const AreaId& area, const Store& store) {
  auto obligations = expand(type, period, area, store);
  std::erase_if(obligations, [&](const Obligation& o) { return o.kind == ObligationKind::post || o.org != org; });
  std::stable_sort(obligations.begin(), obligations.end(), [](const Obligation& a, const Obligation& b) {
    return tree_less(a.area.str(), b.area.str());
  });
  return obligations;
}

// Those whose texts are told are read whole after all.
void complete(std::vector<Delivery>& deliveries, const AreaId& root, const Reader& reader) {
  std::set<const Delivery*> told;
  const Texts texts = select_texts(deliveries, root, TextDepth::speaking);
  told.insert(texts.speakers.begin(), texts.speakers.end());
  for (const auto& one : texts.situation) told.insert(one.by);
  for (const auto& one : texts.proposals) told.insert(one.by);
  for (Delivery& delivery : deliveries) {
    if (!delivery.filing.abridged || !told.contains(&delivery)) continue;
    const Obligation& o = delivery.obligation;
    delivery.filing = load_filing(reader.files, reader.store, o.area, o.org, o.period, reader.diagnostics);
    delivery.standing = standing_of(o, delivery.filing, reader.now);
  }
}

// One period of those that the figures are of.
std::vector<Delivery> read_part(std::vector<Obligation> part, const AreaId& root, const Reader& reader) {
  const auto& [files, store, now, texts, progress, index, diagnostics, seen] = reader;
  if (texts == TextDepth::every) return load_part(files, store, std::move(part), now, progress, diagnostics);
  std::vector<Delivery> read;
  if (index != nullptr && part.size() >= kWorthAnIndex) {
    read = load_kept(files, store, std::move(part), now, progress, *index, diagnostics);
    complete(read, root, reader);
  } else {
    read = load_part(files, store, std::move(part), now, progress, diagnostics);
  }
  shed_texts(read, root);
  return read;
}

std::vector<Delivery> read_figures(const Question& question, const Window& window, const Reader& reader) {
  const ReportType* type = reader.store.regime.find(question.type->figures_from);
  if (type == nullptr) return {};
  std::vector<std::vector<Obligation>> parts;
  std::size_t count = 0;
  for (const Period& period : periods_within(*type, window, reader.store)) {
    parts.push_back(obligations_of(*type, question.org, period, question.area, reader.store));
    count += parts.back().size();
  }
  reader.progress.begin(count);
  std::vector<Delivery> deliveries;
  deliveries.reserve(count);
  for (auto& part : parts) {
    auto read = read_part(std::move(part), question.area, reader);
    std::move(read.begin(), read.end(), std::back_inserter(deliveries));
  }
  reader.progress.end();
  return deliveries;
}

std::vector<Delivery> read_deliveries(const Question& question, const Reader& reader) {
  if (question.period.kind == PeriodKind::adhoc) {
    return load_adhoc(reader.files, reader.store, question, reader.now, reader.diagnostics);
  }
  auto obligations = obligations_of(*question.type, question.org, question.period, question.area, reader.store);
  reader.progress.begin(obligations.size());
  auto deliveries = load_part(reader.files, reader.store, std::move(obligations), reader.now, reader.progress, reader.diagnostics);
  reader.progress.end();
  return deliveries;
}

// Whom the steps gather that report in this subtree.
std::vector<OrgId> gathered_by(const Question& question, const std::vector<Delivery>& deliveries) {
  std::vector<OrgId> gathered;
  for (const Step& step : question.type->steps) {
    const bool reports = std::any_of(deliveries.begin(), deliveries.end(),
                                     [&](const Delivery& d) { return d.obligation.step == &step; });
    for (const OrgId& org : step.gathers) {
      if (reports && std::find(gathered.begin(), gathered.end(), org) == gathered.end()) gathered.push_back(org);
    }
  }
  return gathered;
}

Window window_to_show(const Question& question, const std::vector<Delivery>& deliveries, const Store& store) {
  if (!deliveries.empty()) return deliveries.front().obligation.window;
  return window_of(*question.type, question.period, store).value_or(Window{});
}

// The regular types whose periods are shorter, and whose reports are not read already.
std::vector<const ReportType*> shorter_types(const ReportType& type, const Store& store) {
  std::vector<const ReportType*> shorter;
  for (const ReportType& one : store.regime.types) {
    const bool regular = one.period != PeriodKind::adhoc && one.period != PeriodKind::once;
    const bool within = type.period == PeriodKind::once || one.period < type.period;
    if (regular && within && type.period != PeriodKind::adhoc && one.id != type.figures_from) shorter.push_back(&one);
  }
  return shorter;
}

Consolidated read(const Question& question, Reader& reader) {
  Consolidated report;
  report.question = question;
  report.now = reader.now;
  report.deliveries = read_deliveries(question, reader);
  report.window = window_to_show(question, report.deliveries, reader.store);
  report.figures = read_figures(question, report.window, reader);
  reader.seen.insert(question.org);
  for (const OrgId& org : gathered_by(question, report.deliveries)) {
    if (reader.seen.contains(org)) continue;
    report.gathered.push_back(read({question.type, org, question.area, question.period}, reader));
  }
  return report;
}

}  // namespace

const Delivery* Consolidated::find(const AreaId& area) const {
  const auto found = std::find_if(deliveries.begin(), deliveries.end(),
                                  [&](const Delivery& d) { return d.obligation.area == area; });
  return found == deliveries.end() ? nullptr : &*found;
}

const std::vector<Delivery>& Consolidated::figure_deliveries() const {
  const bool derived = question.type != nullptr && !question.type->figures_from.empty();
  return derived ? figures : deliveries;
}

Consolidated consolidate(const FileReader& files, const Store& store, const Question& question, Instant now,
                         Diagnostics& diagnostics) {
  return consolidate(files, store, question, now, ReadingOptions{}, diagnostics);
}

Consolidated consolidate(const FileReader& files, const Store& store, const Question& question, Instant now,
                         const ReadingOptions& options, Diagnostics& diagnostics) {
  Progress unseen;
  Progress& progress = options.progress == nullptr ? unseen : *options.progress;
  Reader reader{files, store, now, options.texts, progress, options.index, diagnostics, {}};
  return read(question, reader);
}

void read_steps(const FileReader& files, const Store& store, Consolidated& report, Diagnostics& diagnostics) {
  const auto& [asked, org, area, asked_period] = report.question;
  std::vector<Obligation> obligations;
  for (const ReportType* type : shorter_types(*asked, store)) {
    for (const Period& period : periods_within(*type, report.window, store)) {
      auto own = own_obligations(*type, org, period, area, store);
      std::move(own.begin(), own.end(), std::back_inserter(obligations));
    }
  }
  std::stable_sort(obligations.begin(), obligations.end(),
                   [](const Obligation& a, const Obligation& b) { return a.window.end < b.window.end; });
  report.steps = load_deliveries(files, store, std::move(obligations), report.now, diagnostics);
  for (Consolidated& gathered : report.gathered) read_steps(files, store, gathered, diagnostics);
}

int count_unreadable(const Consolidated& report) {
  int count = count_unreadable(report.deliveries) + count_unreadable(report.figures) + count_unreadable(report.steps);
  for (const Consolidated& part : report.gathered) count += count_unreadable(part);
  return count;
}

}  // namespace nammo
