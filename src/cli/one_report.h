#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "cli/options.h"
#include "cli/store_writer.h"
#include "nammo/report.h"
#include "nammo/schedule.h"

namespace nammo::cli {

// The one report that is handed in, accepted or sent back: how it is named on the command
// line, and what lies in the store for it.
class OneReport {
 public:
  void declare(Options& options);

  // The steps; each gives an exit status after an error message.
  // Opens the store and finds which report is meant.
  [[nodiscard]] std::optional<int> find(Call& call);
  // Takes the store's lock.
  [[nodiscard]] std::optional<int> lock(Call& call);
  // Takes the lock and reads. Refuses what is not there, cannot be read, is of a
  // time that has not come, or that nobody expects.
  [[nodiscard]] std::optional<int> read(Call& call);
  // Writes what was changed and says how the report stands now, and where that was written.
  [[nodiscard]] int write(Call& call, const std::string& changed);

  // Says how it stands, and that nothing was changed.
  [[nodiscard]] int leave(Call& call) const;

  // From find() on.
  [[nodiscard]] const Store& store() const { return *store_; }
  [[nodiscard]] Instant now() const { return now_; }
  [[nodiscard]] const ReportType& type() const { return *type_; }
  [[nodiscard]] const ReportKey& key() const { return key_; }
  [[nodiscard]] std::chrono::seconds wait() const;  // for the store's lock
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const std::string& review_file() const { return review_file_; }
  // "khu-pho-1 2024-W19": the words that name it to another command.
  [[nodiscard]] std::string as_typed() const;
  // From read() on; after write() as it stands then.
  [[nodiscard]] StoreWriter& writer() { return *writer_; }
  [[nodiscard]] const Delivery& delivery() const { return delivery_; }
  [[nodiscard]] const Report& report() const { return *delivery_.filing.report; }
  // What was there before the command; null for none.
  [[nodiscard]] const Review* review() const { return review_ ? &*review_ : nullptr; }
  [[nodiscard]] const std::string& content() const { return content_; }  // the report's hash, as read

  // Says that the period begins only then.
  [[nodiscard]] int refuse_ahead(Call& call, Instant start) const;
  // Says that the key `name` of `file` holds a moment that is not before the present.
  [[nodiscard]] int refuse_moment(Call& call, const std::string& file, std::string_view name, Instant moment) const;

 private:
  [[nodiscard]] std::optional<int> choose(Call& call, const AreaId& area);
  [[nodiscard]] OrgId organisation_of(Call& call) const;
  [[nodiscard]] std::optional<int> refuse_filing(Call& call, const Filing& filing, Diagnostics& findings) const;
  [[nodiscard]] std::optional<int> refuse_moments(Call& call, const Filing& filing) const;
  [[nodiscard]] int refuse_unexpected(Call& call) const;

  std::string area_;
  std::string period_;
  std::string org_;
  std::string wait_;  // seconds, as typed

  std::optional<Store> store_;
  Instant now_{};
  const ReportType* type_ = nullptr;
  ReportKey key_;
  std::string file_;
  std::string review_file_;
  std::optional<StoreWriter> writer_;
  Delivery delivery_;
  std::optional<Review> review_;
  std::string content_;
};

}  // namespace nammo::cli
