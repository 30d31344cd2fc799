#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>

#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/period.h"
#include "nammo/report.h"
#include "nammo/store.h"

namespace nammo {

// A filing as it was read from files with these stamps, abridged and packed.
struct KeptFiling {
  FileStamp report;
  FileStamp review;
  std::string packed;
};

// What one organisation's reports of one period said, kept from an earlier run. Safe to
// use from several threads at once.
class FilingShelf {
 public:
  FilingShelf() = default;  // nothing is kept
  explicit FilingShelf(std::map<AreaId, KeptFiling> kept);

  // As load_filing. Where both files stand as they stood and what they name is known
  // still, the filing is the kept one, abridged. Only what nothing was found wrong with
  // is ever kept; what may be kept from now on goes to `fresh`.
  [[nodiscard]] Filing load(const FileReader& files, const Store& store, const ReportKey& key,
                            std::map<AreaId, KeptFiling>& fresh, Diagnostics& diagnostics) const;
  [[nodiscard]] std::map<AreaId, KeptFiling>&& kept() && { return std::move(kept_); }

 private:
  std::map<AreaId, KeptFiling> kept_;
};

// Shelves in files below `.nammo/index`, so that figures over many reports need not be
// read out of their texts again. It may be deleted at any time: whatever is not there, is
// damaged, of another build of nammo or of other settings is read anew, and what is
// printed is the same.
class FilingIndex {
 public:
  // Puts the bytes into a file of the store, or leaves it: nobody waits for it.
  using Write = std::function<void(const std::string& path, const std::string& bytes)>;

  // Before the store is loaded. `files` must outlive it.
  FilingIndex(const FileReader& files, Write write);
  // After it: false when its settings were changed meanwhile, so that nothing of the index
  // may be used.
  [[nodiscard]] bool fits() const;

  [[nodiscard]] FilingShelf take(const OrgId& org, const Period& period) const;
  // Puts `fresh` to what was kept, if there is any.
  void put(const OrgId& org, const Period& period, FilingShelf shelf, std::map<AreaId, KeptFiling> fresh) const;

 private:
  const FileReader& files_;
  Write write_;
  std::string settings_;
};

}  // namespace nammo
