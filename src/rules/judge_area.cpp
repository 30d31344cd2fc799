#include "rules/judge_area.h"

#include <algorithm>
#include <optional>

#include "base/catalogue/rules.h"
#include "model/open_document.h"
#include "rules/report_rules.h"
#include "rules/rule.h"

namespace nammo::rules {
namespace {

using std::size_t;

constexpr size_t kKept = 4;  // reports before, for copy-of-earlier and figure-magnitude

bool same_report(const ReportKey& a, const ReportKey& b) { return a.org == b.org && a.period == b.period; }

struct KeptFigures {
  Period period;
  std::vector<Figure> figures;
};

class AreaJudge {
 public:
  AreaJudge(const Plan& plan, const AreaFiles& files, PeriodCache& periods)
      : plan_(plan), files_(files), periods_(periods), area_(plan.background.store.areas.find(files.area)) {}

  AreaFindings run(const std::vector<Use>& uses) {
    for (size_t i = 0; i < files_.reports.size(); ++i) {
      if (uses[i] == Use::none) continue;
      if (files_.reports[i].review) {
        take_review(i);
      } else {
        take_report(i, uses[i]);
      }
    }
    finish_filing();
    return std::move(result_);
  }

 private:
  [[nodiscard]] const Store& store() const { return plan_.background.store; }

  std::optional<std::string> read(const std::string& path) {
    auto bytes = model::read_bytes(plan_.files, path, model::Need::required, result_.findings);
    if (!bytes) return std::nullopt;
    plan_.scanner.scan(*bytes, path, result_.findings);
    if (plan_.hashed.contains(path)) result_.hashes.emplace_back(path, content_hash(*bytes));
    return bytes;
  }

  void take_report(size_t index, Use use) {
    finish_filing();
    const ReportKey& key = files_.reports[index];
    if (previous_key_ == nullptr || previous_key_->org != key.org || previous_key_->period.kind != key.period.kind) {
      earlier_.clear();
      previous_.reset();
      older_.clear();
    }
    previous_key_ = &key;
    auto bytes = read(report_path(key.area, key.org, key.period));
    if (!bytes) return;
    const bool reviewed = index + 1 < files_.reports.size() && files_.reports[index + 1].review &&
                          same_report(files_.reports[index + 1], key);
    if (reviewed && !plan_.reconciled.empty()) filing_.content = content_hash(*bytes);
    filing_.exists = true;
    filing_.report = read_report(std::move(*bytes), key, store(), result_.findings).report;
    if (filing_.report) judge_report(*filing_.report, use);
  }

  void judge_report(const Report& report, Use use) {
    WordRuns runs(report);
    if (use == Use::judged) {
      JudgedReport judged{plan_.background, report, store().regime.find(report.type), area_, nullptr, nullptr,
                          previous_of(report), runs, earlier_, earlier_figures(), {}, Expectation::unknown};
      if (judged.type != nullptr) judged.facts = &periods_.of(*judged.type, report.period);
      decide_expectation(judged);
      for (const Rule& rule : all_rules()) {
        if (rule.judge_report != nullptr) rule.judge_report(judged, Finder(rule, result_.findings, kMaxOfOneRule));
      }
      note_due(judged);
    }
    if (earlier_.size() == kKept) earlier_.erase(earlier_.begin());
    earlier_.push_back({report.period, report.file, std::move(runs)});
  }

  [[nodiscard]] const Report* previous_of(const Report& report) const {
    const bool there = previous_ && previous_->type == report.type && previous_->period != report.period &&
                       previous_->period == advance(report.period, -1);
    return there ? &*previous_ : nullptr;
  }

  [[nodiscard]] std::vector<EarlierFigures> earlier_figures() const {
    std::vector<EarlierFigures> figures;
    for (const KeptFigures& kept : older_) figures.push_back({kept.period, kept.figures});
    if (previous_) figures.push_back({previous_->period, previous_->figures});
    return figures;
  }

  void note_due(const JudgedReport& judged) {
    adhoc_type_ = judged.type != nullptr && judged.type->period == PeriodKind::adhoc ? judged.type : nullptr;
    if (judged.expectation != Expectation::expected || adhoc_type_ != nullptr) return;
    const auto& due = judged.facts->due_of_step(*judged.type, *judged.step);
    const Date day = day_of(store().zone.to_local(due->effective));
    result_.due_days.push_back({judged.report.area, judged.report.org, day});
  }

  // When an ad hoc report is due may stand in its review.
  void note_adhoc_due() {
    const Report& report = *filing_.report;
    const auto owed = expand_adhoc(*adhoc_type_, {report.area, report.org, report.period, false}, filing_, nullptr, store(), kNeverDue);
    if (!owed || owed->due == kNeverDue) return;
    result_.due_days.push_back({report.area, report.org, day_of(store().zone.to_local(owed->due))});
  }

  void take_review(size_t index) {
    const ReportKey& key = files_.reports[index];
    const bool has_report = index > 0 && same_report(files_.reports[index - 1], key);
    const auto path = review_path(key.area, key.org, key.period);
    auto bytes = read(path);
    if (!bytes) return;
    auto review = read_review(std::move(*bytes), key, store(), result_.findings);
    const bool requested = review && review->state == ReviewState::requested && key.period.kind == PeriodKind::adhoc;
    if (!has_report && review && !requested) {
      result_.findings.error("path-unknown", {path, {}}, say(msg::path_review_alone), say(msg::path_review_alone_help));
    }
    if (has_report) filing_.review = std::move(review);
  }

  // The report before the next one is complete once its review, if any, was read.
  void finish_filing() {
    if (filing_.report) {
      if (adhoc_type_ != nullptr) note_adhoc_due();
      if (auto claim = claim_of(filing_)) result_.claims.push_back(std::move(*claim));
      keep_previous();
      previous_ = std::move(filing_.report);
    }
    filing_ = {};
    adhoc_type_ = nullptr;
  }

  // Its place is taken by the next; its figures are still compared with.
  void keep_previous() {
    if (!previous_) return;
    if (older_.size() == kKept - 1) older_.erase(older_.begin());
    older_.push_back({previous_->period, std::move(previous_->figures)});
  }

  [[nodiscard]] bool is_reconciled(const IndicatorId& id) const {
    return std::find(plan_.reconciled.begin(), plan_.reconciled.end(), id) != plan_.reconciled.end();
  }

  // What of a report the comparison with the areas below needs; empty when it has
  // no part in it.
  [[nodiscard]] std::optional<Filing> claim_of(const Filing& filing) const {
    if (plan_.reconciled.empty()) return std::nullopt;
    const Report& report = *filing.report;
    std::vector<Figure> figures;
    std::copy_if(report.figures.begin(), report.figures.end(), std::back_inserter(figures),
                 [&](const Figure& figure) { return is_reconciled(figure.indicator); });
    if (figures.empty() && !plan_.reconciles_entries && !(report.nil && plan_.reconciles_nil)) return std::nullopt;
    Filing claim{true, false, Report{}, filing.review, filing.content};
    claim.report->type = report.type;
    claim.report->org = report.org;
    claim.report->area = report.area;
    claim.report->period = report.period;
    claim.report->submitted = report.submitted;
    claim.report->received = report.received;
    claim.report->nil = report.nil;
    claim.report->file = report.file;
    claim.report->figures = std::move(figures);
    if (plan_.reconciles_entries) claim.report->activities = report.activities;
    return claim;
  }

  const Plan& plan_;
  const AreaFiles& files_;
  PeriodCache& periods_;
  const Area* area_;
  AreaFindings result_;
  const ReportKey* previous_key_ = nullptr;
  Filing filing_;                      // the report at hand with its review
  const ReportType* adhoc_type_ = nullptr;  // of that report, when it is an ad hoc one that is judged
  std::optional<Report> previous_;     // the one before it
  std::vector<EarlierTexts> earlier_;
  std::vector<KeptFigures> older_;     // of the reports before previous_, oldest first
};

}  // namespace

AreaFindings judge_area(const Plan& plan, const AreaFiles& area, const std::vector<Use>& uses, PeriodCache& periods) {
  return AreaJudge(plan, area, periods).run(uses);
}

}  // namespace nammo::rules
