#include "nammo/check.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "base/at_once.h"
#include "base/catalogue/rules.h"
#include "model/open_document.h"
#include "nammo/identities.h"
#include "nammo/published.h"
#include "nammo/store.h"
#include "rules/judge_area.h"
#include "rules/rule.h"
#include "rules/scanning_reader.h"
#include "rules/selection.h"
#include "rules/uses.h"
#include "rules/walk.h"

namespace nammo {
namespace {

using namespace rules;
using std::size_t;

constexpr size_t kMostThreads = 64;

// Everything of the store but its reports, in the order in which names resolve.
void load_rest(const FileReader& files, const StoreFiles& found, Store& store, Diagnostics& diagnostics) {
  load_regime(files, store, diagnostics);
  load_catalog(files, store, diagnostics);
  for (const int year : found.calendars) load_calendar(files, year, store, diagnostics);
  load_officers(files, store, diagnostics);
  load_areas(files, AreaId{}, store, diagnostics);
}

Background look_around(const Store& store, const StoreFiles& found) {
  Background background{store, {}, {}, {}};
  for (const FigureRule& rule : store.rules) background.codes_of_rules.push_back(codes_of(rule, store));
  for (const Indicator& indicator : store.indicators.items) {
    if (indicator.usual_max) background.bounded.push_back(&indicator);
  }
  for (const AreaFiles& area : found.areas) {
    for (const ReportKey& key : area.reports) {
      if (key.period.kind == PeriodKind::adhoc && !key.review) background.adhoc.push_back({key.org, key.area, key.period.day});
    }
  }
  return background;
}

bool is_same_document(const PublishedKey& a, const PublishedKey& b) {
  return std::tie(a.org, a.area, a.period) == std::tie(b.org, b.area, b.period);
}

// Reads what was published and is selected: the sources of the last version of each
// document, with which later changes are compared, and those of the versions before.
void read_published_files(const FileReader& files, const RawTextScanner& scanner, const Selection& selection,
                          std::vector<PublishedPath> paths, JudgedStore& judged, Diagnostics& diagnostics) {
  const auto less = [](const PublishedPath& a, const PublishedPath& b) { return std::tie(a.part, a.key) < std::tie(b.part, b.key); };
  std::sort(paths.begin(), paths.end(), less);
  for (size_t i = 0; i < paths.size(); ++i) {
    const auto& [key, part] = paths[i];
    const auto file = published_path(key, part);
    // The sources say what the text must be.
    const bool of_text = part == PublishedPart::sources && selection.holds(published_path(key, PublishedPart::text));
    if (!selection.holds(file) && !of_text) continue;
    if (!std::binary_search(paths.begin(), paths.end(), PublishedPath{key, PublishedPart::sources}, less)) {
      diagnostics.error("published-changed", {file, {}}, say(msg::published_alone, printable(published_path(key, PublishedPart::sources))),
                        say(msg::published_changed_help));
    }
    auto bytes = model::read_bytes(files, file, model::Need::required, diagnostics, kMaxPublishedSize);
    if (!bytes) continue;
    scanner.scan(*bytes, file, diagnostics);
    if (part == PublishedPart::posted) static_cast<void>(read_posted(std::move(*bytes), key, diagnostics));
    if (part != PublishedPart::sources) continue;
    auto published = read_published(std::move(*bytes), key, diagnostics);
    const bool last = i + 1 == paths.size() || paths[i + 1].part != part || !is_same_document(key, paths[i + 1].key);
    if (published) (last ? judged.published : judged.earlier).push_back(std::move(*published));
  }
}

// Files of which check must know whether they are still what they were.
std::set<std::string> hashed_of(const JudgedStore& judged) {
  std::set<std::string> paths;
  for (const Published& published : judged.published) {
    for (const PublishedInput& input : published.inputs) {
      if (is_published_path(input.path)) paths.insert(input.path);
    }
  }
  for (const auto* versions : {&judged.published, &judged.earlier}) {
    for (const Published& published : *versions) paths.insert(published_path(published.key, PublishedPart::text));
  }
  return paths;
}

void scan_others(const FileReader& files, const RawTextScanner& scanner, const StoreFiles& found,
                 const Selection& selection, Diagnostics& diagnostics) {
  for (const auto& path : found.others) {
    if (!selection.holds(path)) continue;
    const ReadResult read = files.read(path, kMaxFileSize);
    if (read.failure == ReadFailure::none) scanner.scan(read.text, path, diagnostics);
  }
}

void note_reconciled(const Store& store, Plan& plan) {
  for (const Indicator& indicator : store.indicators.items) {
    if (indicator.areas != AreaRule::reconcile) continue;
    plan.reconciled.push_back(indicator.id);
    plan.reconciles_nil |= indicator.zero_when_nil;
    plan.reconciles_entries |= indicator.from.has_value();
  }
}

// One result for each area, whichever thread made it.
std::vector<AreaFindings> judge_areas(const Plan& plan, const StoreFiles& found, const std::vector<std::vector<Use>>& uses,
                                      unsigned threads, Progress& progress) {
  std::vector<AreaFindings> results(found.areas.size());
  const auto most = std::clamp<size_t>(results.size(), 1, kMostThreads);
  std::atomic<size_t> next = 0;
  progress.begin(std::transform_reduce(uses.begin(), uses.end(), size_t{0}, std::plus<>(), [](const auto& one) { return one.size(); }));
  at_once(std::clamp<size_t>(threads, 1, most), [&](size_t) {
    PeriodCache periods(plan.background.store);
    for (size_t i = next++; i < results.size(); i = next++) {
      results[i] = judge_area(plan, found.areas[i], uses[i], periods);
      progress.passed(uses[i].size());
    }
  });
  progress.end();
  return results;
}

void gather(std::vector<AreaFindings> areas, JudgedStore& judged, Diagnostics& diagnostics) {
  for (AreaFindings& area : areas) {
    diagnostics.append(std::move(area.findings));
    std::move(area.due_days.begin(), area.due_days.end(), std::back_inserter(judged.due_days));
    std::move(area.claims.begin(), area.claims.end(), std::back_inserter(judged.claims));
    for (auto& hashed : area.hashes) judged.hashes.insert(std::move(hashed));
  }
  std::sort(judged.due_days.begin(), judged.due_days.end(), [](const DueDay& a, const DueDay& b) {
    return std::tie(a.area, a.org, a.day) < std::tie(b.area, b.org, b.day);
  });
  std::sort(judged.claims.begin(), judged.claims.end(), [](const Filing& a, const Filing& b) {
    const Report& x = *a.report;
    const Report& y = *b.report;
    return std::tie(x.org, x.type, x.period, x.area) < std::tie(y.org, y.type, y.period, y.area);
  });
}

// A path that stays inside the store, whatever a file says.
bool is_inside(std::string_view path) {
  while (!path.empty()) {
    const auto part = path.substr(0, path.find('/'));
    if (part.empty() || part == "." || part == "..") return false;
    path.remove_prefix(std::min(path.size(), part.size() + 1));
  }
  return true;
}

// The hashes of inputs that no area has read: other files, or reports outside the
// selection. What cannot be read has none.
void hash_rest(const FileReader& files, const std::set<std::string>& wanted, std::map<std::string, std::string>& hashes) {
  for (const auto& path : wanted) {
    if (hashes.contains(path) || !is_inside(path)) continue;
    const ReadResult read = files.read(path, kMaxPublishedSize);
    if (read.failure == ReadFailure::none) hashes.emplace(path, content_hash(read.text));
  }
}

// What may be shown: within the selection, and of a file as a whole each code once,
// although loading and walking may both have met it.
void hand_over(Diagnostics found, const Selection& selection, Diagnostics& diagnostics) {
  found.sort();
  const Diagnostic* last = nullptr;
  for (const Diagnostic& d : found.items()) {
    if (!selection.holds(d.where.file)) continue;
    const bool whole = d.where.place == Place{};
    if (whole && last != nullptr && last->where == d.where && last->code == d.code) continue;
    diagnostics.add(d);
    last = &d;
  }
}

void judge_store(const JudgedStore& judged, Diagnostics& diagnostics) {
  for (const Rule& rule : all_rules()) {
    if (rule.judge_store != nullptr) rule.judge_store(judged, Finder(rule, diagnostics, std::numeric_limits<int>::max() - 1));
  }
}

void check_paths(const FileReader& files, const Selection& selection, Diagnostics& diagnostics) {
  for (const auto& path : selection.paths()) {
    if (files.kind(path) != FileKind::missing) continue;
    diagnostics.error("file-kind", {path, {}}, say(msg::path_absent), say(msg::path_absent_help));
  }
}

}  // namespace

bool is_selected(const CheckRequest& request, std::string_view path) { return Selection(request.paths).holds(path); }

void check_text(std::string_view text, const std::string& file, const Settings& settings, Diagnostics& diagnostics) {
  RawTextScanner(settings.allow).scan(text, file, diagnostics);
}

CheckOutcome check_store(const FileReader& files, const CheckRequest& request, Diagnostics& diagnostics) {
  const Selection selection(request.paths);
  Diagnostics found;
  ScanningReader reader(files);
  auto store = load_settings(reader, found);
  if (!store) {
    diagnostics.append(std::move(found));
    return CheckOutcome::unusable;
  }
  const RawTextScanner scanner(store->settings.allow);
  reader.scan_with(scanner);
  check_paths(files, selection, found);
  const StoreFiles store_files = walk_store(files, found);
  load_rest(reader, store_files, *store, found);
  found.append(reader.take_findings());

  const Background background = look_around(*store, store_files);
  JudgedStore judged{background, store_files, {}, {}, {}, {}, {}};
  read_published_files(files, scanner, selection, store_files.published, judged, found);
  scan_others(files, scanner, store_files, selection, found);
  Plan plan{files, scanner, background, {}, {}, false, false};
  plan.hashed = hashed_of(judged);
  note_reconciled(*store, plan);
  const auto uses = decide_uses(store_files, selection, *store);
  Progress unseen;
  Progress& progress = request.progress == nullptr ? unseen : *request.progress;
  gather(judge_areas(plan, store_files, uses, request.threads, progress), judged, found);
  hash_rest(files, plan.hashed, judged.hashes);
  judge_store(judged, found);
  hand_over(std::move(found), selection, diagnostics);
  return CheckOutcome::done;
}

}  // namespace nammo
