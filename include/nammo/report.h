#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nammo/catalog.h"
#include "nammo/decimal.h"
#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/period.h"
#include "nammo/store.h"
#include "nammo/time.h"

namespace nammo {

// The codes of DESIGN section 3, from best to worst or most to least.
enum class MatterSeverity : std::uint8_t { normal, watch, complex, hotspot };
enum class Breadth : std::uint8_t { vast_majority, majority, many, some, isolated, unknown };
enum class Stance : std::uint8_t { pleased, agree, concerned, frustrated, disagree, unclear };
enum class MatterStatus : std::uint8_t { none, fresh, handling, closed };  // `new` is fresh
enum class MatterFlag : std::uint8_t { prolonged, backlog, public_concern };
enum class ProposalKind : std::uint8_t {
  none, resolve, amend_policy, replicate_model, dialogue_topic, support };
enum class ProposalStatus : std::uint8_t { open, answered, rejected, done };
enum class DirectiveProgress : std::uint8_t { none, not_started, doing, done };
enum class DialogueStage : std::uint8_t { proposed, held, followed_up };
enum class ModelStatus : std::uint8_t { none, registered, effective, fresh };

// One matter of the situation.
struct Situation {
  std::string id;
  std::string title;
  CodeId field;
  CodeId topic;
  MatterSeverity severity = MatterSeverity::normal;
  MatterStatus status = MatterStatus::none;
  std::optional<Date> date;
  std::string place_name;
  std::optional<int> people;
  std::string text;
  std::string assessment;
  std::string handled_by;
  std::vector<MatterFlag> flags;
  std::string case_id;
  std::vector<AreaId> from;  // whose matter it is, when a higher level retells it
  bool up = false;           // asks the next level to carry it on
  Place place;
  Place date_place;  // of the value of `date`
  friend bool operator==(const Situation&, const Situation&) = default;
};

struct Opinion {
  CodeId field;
  CodeId topic;
  Stance stance = Stance::unclear;
  Breadth breadth = Breadth::unknown;
  std::vector<CodeId> groups;
  CodeId source;
  std::optional<Date> date;
  std::string about_kind;
  std::string about_ref;
  std::string text;
  Place place;
  Place date_place;  // of the value of `date`
  friend bool operator==(const Opinion&, const Opinion&) = default;
};

struct Activity {
  CodeId kind;
  std::string title;
  std::optional<Date> date;
  std::optional<int> count;
  std::optional<int> people;
  std::vector<OrgId> with;
  std::string text;
  Place place;
  Place date_place;  // of the value of `date`
  friend bool operator==(const Activity&, const Activity&) = default;
};

struct FieldText {  // results, difficulties
  CodeId field;
  std::string text;
  Place place;
  friend bool operator==(const FieldText&, const FieldText&) = default;
};

struct Directive {
  std::string ref;
  DirectiveProgress progress = DirectiveProgress::none;
  std::string text;
  Place place;
  friend bool operator==(const Directive&, const Directive&) = default;
};

struct Proposal {
  std::string id;
  std::string to;  // a level or a recipient
  ProposalKind kind = ProposalKind::none;
  ProposalStatus status = ProposalStatus::open;
  std::optional<Period> first_raised;
  std::string text;
  std::string answer;
  std::vector<AreaId> from;
  bool up = false;
  Place place;
  friend bool operator==(const Proposal&, const Proposal&) = default;
};

struct Dialogue {
  DialogueStage stage = DialogueStage::proposed;
  std::string topic;
  LevelId level;
  std::optional<Date> date;
  std::string text;
  Place place;
  Place date_place;  // of the value of `date`
  friend bool operator==(const Dialogue&, const Dialogue&) = default;
};

struct Model {
  std::string title;
  ModelStatus status = ModelStatus::none;
  std::string text;
  Place place;
  friend bool operator==(const Model&, const Model&) = default;
};

struct Evaluation {
  std::string strengths;
  std::string shortcomings;
  std::string causes;
  std::string lessons;
  friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

// A figure as given: one number, or one for each code.
struct Figure {
  IndicatorId indicator;
  std::optional<Decimal> value;
  std::vector<std::pair<CodeId, Decimal>> codes;
  bool estimate = false;
  Place place;
  friend bool operator==(const Figure&, const Figure&) = default;
};

struct Received {
  Instant at{};
  std::string via;
  OfficerId by;
  Place place;
  friend bool operator==(const Received&, const Received&) = default;
};

// A report as read from its file. Values that its file gets wrong are left out.
struct Report {
  ReportTypeId type;
  OrgId org;
  AreaId area;
  Period period;
  OfficerId officer;
  std::optional<Placed<Instant>> submitted;  // absent: a draft
  std::optional<Received> received;
  bool nil = false;
  std::string overview;
  std::vector<Situation> situation;
  std::vector<Opinion> opinions;
  std::vector<Activity> activities;
  std::vector<FieldText> results;
  std::vector<Directive> directives;
  std::vector<Figure> figures;
  std::vector<FieldText> difficulties;
  std::vector<Proposal> proposals;
  std::vector<Dialogue> dialogues;
  std::vector<Model> models;
  Evaluation evaluation;
  std::string forecast;
  std::vector<std::string> next;
  std::optional<Instant> occurred;
  std::optional<Period> continues;
  std::string file;
  Place period_place;  // of the value of `period`
  // In a nil report: of the key `nil`, and of the keys `situation` and `opinions`
  // where their lists have an entry.
  Place nil_place;
  Place situation_place;
  Place opinions_place;
  Place continues_place;

  [[nodiscard]] const Figure* figure(const IndicatorId& id) const;
  friend bool operator==(const Report&, const Report&) = default;
};

enum class ReviewState { accepted, returned, requested };

struct Review {
  ReviewState state = ReviewState::accepted;
  OfficerId by;
  Instant at{};
  std::string content;  // "sha256:…" of the report's bytes
  std::string because;
  std::optional<Instant> due;
  std::string file;
  friend bool operator==(const Review&, const Review&) = default;
};

// True when it says nothing but whose report it is: no `nil`, no entry, no text, no figure.
[[nodiscard]] bool is_blank(const Report& report);

// Takes from an entry what only a reader of texts asks for, with its memory; what is
// counted, what tells it from others and where it stands stay.
void abridge(Situation& entry);
void abridge(Proposal& entry);
void abridge(Opinion& entry);
void abridge(Activity& entry);
// The same of all its entries, and of what a report holds beside them and its figures.
void abridge(Report& report);

// What lies in the store for one (area, organisation, period).
struct Filing {
  bool exists = false;      // there is a report file
  bool unreadable = false;  // it cannot be read as a report; counts as a draft
  std::optional<Report> report;
  std::optional<Review> review;
  std::string content;  // "sha256:…" of the report's bytes; only with a review
  bool review_unreadable = false;  // there is a review that cannot be read
  bool abridged = false;           // `report` came without its texts (nammo/filing_index.h)
  friend bool operator==(const Filing&, const Filing&) = default;
};

// How many of the two files are there and cannot be read.
[[nodiscard]] inline int count_unreadable(const Filing& filing) {
  return (filing.unreadable ? 1 : 0) + (filing.review_unreadable ? 1 : 0);
}

// areas/<area>/reports/<org>/<period>.yaml, and beside it .review.yaml
[[nodiscard]] std::string report_path(const AreaId& area, const OrgId& org, const Period& period);
[[nodiscard]] std::string review_path(const AreaId& area, const OrgId& org, const Period& period);

// The reverse: what a path below areas/ names. Empty when it names no report.
struct ReportKey {
  AreaId area;
  OrgId org;
  Period period;
  bool review = false;
};
[[nodiscard]] std::optional<ReportKey> parse_report_path(std::string_view path);

// What reading the bytes of a report gave.
struct ReadReport {
  bool unreadable = false;  // yaml-*, text-encoding, git-conflict, path-mismatch: no report at all
  std::optional<Report> report;
};
// Reads a report from its bytes, resolving what it names against what `store` has
// loaded. What is wrong is in `diagnostics`; a value that is wrong is left out of
// the report. Safe to call from several threads with one store.
[[nodiscard]] ReadReport read_report(std::string bytes, const ReportKey& key, const Store& store,
                                     Diagnostics& diagnostics);
[[nodiscard]] std::optional<Review> read_review(std::string bytes, const ReportKey& key, const Store& store,
                                                Diagnostics& diagnostics);
// The text of the file `review.file`, which read_review reads back as this review. Its
// first line tells editors the schema.
[[nodiscard]] std::string review_text(const Review& review, const Zone& zone);

// Reads the report and the review of one key from their files.
[[nodiscard]] Filing load_filing(const FileReader& files, const Store& store, const AreaId& area,
                                 const OrgId& org, const Period& period, Diagnostics& diagnostics);

// "sha256:" and 64 hexadecimal digits.
[[nodiscard]] std::string content_hash(std::string_view bytes);

}  // namespace nammo
