#include <array>
#include <utility>

#include "base/catalogue/rules.h"
#include "nammo/check.h"
#include "rules/report_rules.h"
#include "rules/rule.h"
#include "rules/store_rules.h"

namespace nammo {
namespace rules {
namespace {

constexpr auto kError = Severity::error;
constexpr auto kWarning = Severity::warning;

constexpr std::array kRules{
    Rule{"git-conflict", kError, msg::rule_git_conflict},
    Rule{"text-encoding", kError, msg::rule_text_encoding},
    Rule{"file-kind", kError, msg::rule_file_kind},
    Rule{"file-size", kError, msg::rule_file_size},
    Rule{"yaml-syntax", kError, msg::rule_yaml_syntax},
    Rule{"yaml-duplicate-key", kError, msg::rule_yaml_duplicate_key},
    Rule{"yaml-alias", kError, msg::rule_yaml_alias},
    Rule{"yaml-tag", kError, msg::rule_yaml_tag},
    Rule{"yaml-documents", kError, msg::rule_yaml_documents},
    Rule{"yaml-depth", kError, msg::rule_yaml_depth},
    Rule{"schema-type", kError, msg::rule_schema_type},
    Rule{"schema-required", kError, msg::rule_schema_required},
    Rule{"schema-unknown-key", kError, msg::rule_schema_unknown_key},
    Rule{"schema-enum", kError, msg::rule_schema_enum},
    Rule{"schema-pattern", kError, msg::rule_schema_pattern},
    Rule{"schema-range", kError, msg::rule_schema_range},
    Rule{"schema-length", kError, msg::rule_schema_length},
    Rule{"path-mismatch", kError, msg::rule_path_mismatch},
    Rule{"path-unknown", kError, msg::rule_path_unknown},
    Rule{"ref-area", kError, msg::rule_ref_area},
    Rule{"ref-officer", kError, msg::rule_ref_officer},
    Rule{"ref-org", kError, msg::rule_ref_org},
    Rule{"ref-recipient", kError, msg::rule_ref_recipient},
    Rule{"ref-level", kError, msg::rule_ref_level},
    Rule{"ref-code", kError, msg::rule_ref_code},
    Rule{"ref-indicator", kError, msg::rule_ref_indicator},
    Rule{"ref-report", kError, msg::rule_ref_report},
    Rule{"area-closed", kError, msg::rule_area_closed, judge_area_closed},
    Rule{"nil-with-entries", kError, msg::rule_nil_with_entries, judge_nil_with_entries},
    Rule{"figure-level", kError, msg::rule_figure_level, judge_figure_level},
    Rule{"figure-rule", kError, msg::rule_figure_rule, judge_figure_rules},
    Rule{"figure-derived", kError, msg::rule_figure_derived, judge_figure_derived},
    Rule{"published-changed", kError, msg::rule_published_changed, nullptr, judge_published},
    Rule{"template-syntax", kError, msg::rule_template_syntax},
    Rule{"template-escape", kError, msg::rule_template_escape},
    Rule{"template-markup", kError, msg::rule_template_markup},
    Rule{"template-part", kError, msg::rule_template_part},
    Rule{"privacy-id-number", kError, msg::rule_privacy_id_number},
    Rule{"privacy-phone", kError, msg::rule_privacy_phone},
    Rule{"privacy-email", kError, msg::rule_privacy_email},
    Rule{"secret-marking", kError, msg::rule_secret_marking},
    Rule{"text-nfd", kWarning, msg::rule_text_nfd},
    Rule{"date-outside-window", kWarning, msg::rule_date_outside_window, judge_dates},
    Rule{"figure-magnitude", kWarning, msg::rule_figure_magnitude, judge_magnitude},
    Rule{"figure-reconcile", kWarning, msg::rule_figure_reconcile, nullptr, judge_reconcile},
    Rule{"regime-cascade", kWarning, msg::rule_regime_cascade, nullptr, judge_cascade},
    Rule{"report-unexpected", kWarning, msg::rule_report_unexpected, judge_unexpected},
    Rule{"calendar-unconfirmed", kWarning, msg::rule_calendar_unconfirmed, nullptr, judge_calendars},
    Rule{"assignment-gap", kWarning, msg::rule_assignment_gap, nullptr, judge_assignment_gaps},
    Rule{"assignment-overlap", kWarning, msg::rule_assignment_overlap, nullptr, judge_assignment_overlaps},
    Rule{"copy-of-earlier", kWarning, msg::rule_copy_of_earlier, judge_copy},
    Rule{"hotspot-without-adhoc", kWarning, msg::rule_hotspot_without_adhoc, judge_hotspots},
    Rule{"template-name", kWarning, msg::rule_template_name},
    Rule{"template-unused", kWarning, msg::rule_template_unused},
    Rule{"privacy-birth-date", kWarning, msg::rule_privacy_birth_date},
    Rule{"privacy-plate", kWarning, msg::rule_privacy_plate},
};

}  // namespace

std::span<const Rule> all_rules() { return kRules; }

void Finder::add(Location where, Text message, Text help, std::vector<Related> related) const {
  if (++count_ > limit_ + 1) return;
  if (count_ > limit_) message = say(msg::raw_and_more, limit_);
  diagnostics_.add({rule_.severity, std::string(rule_.code), std::move(where), std::move(message), std::move(help),
                    std::move(related)});
}

}  // namespace rules

std::vector<RuleSummary> list_rules() {
  std::vector<RuleSummary> summaries;
  for (const rules::Rule& rule : rules::all_rules()) {
    summaries.push_back({std::string(rule.code), rule.severity, say(rule.description)});
  }
  return summaries;
}

}  // namespace nammo
