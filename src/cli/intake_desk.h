#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/call.h"
#include "nammo/deliveries.h"
#include "nammo/intake.h"
#include "nammo/published.h"
#include "nammo/schedule.h"
#include "nammo/store.h"

namespace nammo::cli {

// One report as it was sent, before anything is known of the store.
struct Incoming {
  std::string source;  // as it was named
  std::string text;    // of the whole source, tidied
  Piece piece;
};

// What became of it.
struct Verdict {
  enum class Outcome { placed, there, refused } outcome = Outcome::refused;
  std::optional<Delivery> delivery;  // as it will stand; of a refused one what is known of it
  std::string path;                  // in the store; of a refused one perhaps empty
  std::string text;                  // what is to be written, of a placed one
  Diagnostics findings;              // in terms of the source
  std::vector<Text> remarks;         // for whoever takes it in
};

// Who takes in, and how.
struct Reception {
  Instant received{};
  Instant now{};
  std::string via;
  OfficerId by;
  OrgId org;            // of messages; may be empty
  std::string because;  // of replacing; empty: nothing is replaced
};

// Judges one report after the other, each as if those placed before stood in the store.
class IntakeDesk {
 public:
  IntakeDesk(Call& call, Store& store, const PasteReader& reader, Reception reception)
      : call_(call), store_(store), reader_(reader), reception_(std::move(reception)), files_(overlay_view(call.files(), placed_)) {}

  [[nodiscard]] Verdict judge(const Incoming& incoming);
  // What is to be written, by path.
  [[nodiscard]] const std::map<std::string, std::string>& placed() const { return placed_; }

 private:
  // A report of which it is known where it belongs.
  struct Candidate {
    ReportKey key;
    const ReportType* type = nullptr;
    std::string path;
    std::string text;        // as sent
    std::string in_place;    // the same with its lines where they are in the source; or `text`
    std::vector<int> lines;  // for each line of `in_place` that of the source; none: the same
    std::optional<Placed<Instant>> submitted;
  };
  [[nodiscard]] std::optional<Candidate> identify(const Incoming& incoming, Verdict& verdict);
  [[nodiscard]] bool read_key(const std::string& bytes, const std::string& name, Candidate& candidate, Diagnostics& findings);
  [[nodiscard]] bool in_time(const Incoming& incoming, const Candidate& candidate, Verdict& verdict) const;
  [[nodiscard]] bool passes_check(const Incoming& incoming, const Candidate& candidate, Verdict& verdict) const;
  [[nodiscard]] bool is_expected(const Incoming& incoming, const Candidate& candidate, Verdict& verdict) const;
  void place(const Incoming& incoming, const Candidate& candidate, Verdict& verdict);
  void place_beside(const Incoming& incoming, const Candidate& candidate, Verdict& verdict);
  void write(const Candidate& candidate, std::string text, const std::string& comment, Verdict& verdict);
  void refuse(const Incoming& incoming, Verdict& verdict, const char* code, Text message, Text help, std::optional<int> line = {}) const;
  [[nodiscard]] std::string moment(Instant instant) const { return format_instant(instant, store_.zone); }
  [[nodiscard]] const FileReader& files() const { return *files_; }
  [[nodiscard]] std::optional<Delivery> delivery_of(const FileReader& files, const Candidate& candidate) const;
  // The document of this period that may have been made from the report; empty for none.
  [[nodiscard]] std::optional<PublishedKey> published_from(const ReportKey& key) const;
  void remark_before(const ReportKey& before, Verdict& verdict) const;

  Call& call_;
  Store& store_;
  const PasteReader& reader_;
  Reception reception_;
  std::map<std::string, std::string> placed_;
  std::unique_ptr<FileReader> files_;  // with what was placed so far
};

}  // namespace nammo::cli
