#include "nammo/filing_index.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <utility>

#include "model/archived.h"
#include "model/references.h"

namespace nammo {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20U;
constexpr std::string_view kFirstLine = "nammo-index 1\n";

template <typename T>
std::string pack(const T& value) {
  std::ostringstream out;
  cereal::BinaryOutputArchive{out}(value);
  return std::move(out).str();
}

// False when the bytes are not those of such a value.
template <typename T>
bool unpack(const std::string& bytes, T& value) {
  std::istringstream in(bytes);
  try {
    cereal::BinaryInputArchive{in}(value);
  } catch (const cereal::Exception&) {
    return false;
  }
  return in.peek() == std::istringstream::traits_type::eof();
}

}  // namespace

template <typename Archive>
void serialize(Archive& archive, FileStamp& stamp) {
  archive(stamp.size, stamp.inode, stamp.modified, stamp.changed);
}
template <typename Archive>
void serialize(Archive& archive, KeptFiling& kept) {
  archive(kept.report, kept.review, kept.packed);
}

namespace {

template <typename Entry>
bool knows_sources(const Store& store, const std::vector<Entry>& entries) {
  return std::all_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return std::all_of(entry.from.begin(), entry.from.end(), [&](const AreaId& area) { return model::knows(store, area); });
  });
}

// What else a filing names is of the settings.
bool knows_all(const Store& store, const Filing& filing) {
  const auto knows = [&](const OfficerId& officer) { return officer.empty() || model::knows(store, officer); };
  if (filing.review && !knows(filing.review->by)) return false;
  if (!filing.report) return true;
  const Report& report = *filing.report;
  if (!knows(report.officer) || (report.received && !knows(report.received->by))) return false;
  return knows_sources(store, report.situation) && knows_sources(store, report.proposals);
}

// What its key tells is not kept.
void name(Filing& filing, const ReportKey& key) {
  if (filing.report) {
    filing.report->org = key.org;
    filing.report->area = key.area;
    filing.report->period = key.period;
    filing.report->file = report_path(key.area, key.org, key.period);
  }
  if (filing.review) filing.review->file = review_path(key.area, key.org, key.period);
}

std::string shelf_path(const OrgId& org, const Period& period) {
  return ".nammo/index/" + org.str() + "-" + to_string(period);
}

// The build of nammo that reads; empty where nobody can tell.
std::optional<FileStamp> stamp_of_program() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return std::nullopt;
  const auto stamp = open_folder("/")->stamp(program.relative_path().string());
  return stamp == FileStamp{} ? std::nullopt : stamp;
}

// Of what decides how a report is read, beside the names of areas and officers. Empty
// where nobody can tell.
std::string hash_of_settings(const FileReader& files) {
  const auto program = stamp_of_program();
  if (!program) return {};
  std::string all = pack(*program);
  for (const char* file : {"nammo.yaml", "reporting.yaml", "catalog/codes.yaml", "catalog/indicators.yaml"}) {
    const ReadResult read = files.read(file);
    if (read.failure == ReadFailure::none) all += content_hash(read.text);
    else if (read.failure == ReadFailure::missing) all += "missing";
    else return {};
  }
  return content_hash(all);
}

// The first line, the hash of the rest, the rest.
std::string sealed(const std::string& rest) {
  std::string bytes(kFirstLine);
  bytes += content_hash(rest);
  return bytes + rest;
}

std::optional<std::string> unsealed(std::string_view bytes) {
  if (!bytes.starts_with(kFirstLine)) return std::nullopt;
  bytes.remove_prefix(kFirstLine.size());
  const std::size_t length = content_hash({}).size();
  if (bytes.size() < length || content_hash(bytes.substr(length)) != bytes.substr(0, length)) return std::nullopt;
  return std::string(bytes.substr(length));
}

struct Shelved {
  std::string settings;
  std::map<AreaId, KeptFiling> kept;

  template <typename Archive>
  void serialize(Archive& archive) {
    archive(settings, kept);
  }
};

bool is_missing(const FileStamp& stamp) { return stamp == FileStamp{}; }

}  // namespace

FilingShelf::FilingShelf(std::map<AreaId, KeptFiling> kept) : kept_(std::move(kept)) {}

// The stamps come first: a file that is changed before it is read has another one then.
Filing FilingShelf::load(const FileReader& files, const Store& store, const ReportKey& key, std::map<AreaId, KeptFiling>& fresh,
                         Diagnostics& diagnostics) const {
  const auto report = files.stamp(report_path(key.area, key.org, key.period));
  const auto review = files.stamp(review_path(key.area, key.org, key.period));
  if (!report || !review) return load_filing(files, store, key.area, key.org, key.period, diagnostics);
  if (is_missing(*report) && is_missing(*review)) return {};
  const auto found = kept_.find(key.area);
  if (found != kept_.end() && found->second.report == *report && found->second.review == *review) {
    Filing filing;
    if (unpack(found->second.packed, filing) && knows_all(store, filing)) {
      name(filing, key);
      filing.abridged = true;
      return filing;
    }
  }
  const auto before = diagnostics.items().size();
  Filing filing = load_filing(files, store, key.area, key.org, key.period, diagnostics);
  if (diagnostics.items().size() == before) fresh.insert_or_assign(key.area, KeptFiling{*report, *review, pack(filing)});
  return filing;
}

FilingIndex::FilingIndex(const FileReader& files, Write write)
    : files_(files), write_(std::move(write)), settings_(hash_of_settings(files)) {}

bool FilingIndex::fits() const { return !settings_.empty() && settings_ == hash_of_settings(files_); }

FilingShelf FilingIndex::take(const OrgId& org, const Period& period) const {
  const ReadResult read = files_.read(shelf_path(org, period), kMostBytes);
  if (read.failure != ReadFailure::none) return {};
  const auto rest = unsealed(read.text);
  Shelved shelved;
  if (!rest || !unpack(*rest, shelved) || shelved.settings != settings_) return {};
  return FilingShelf{std::move(shelved.kept)};
}

void FilingIndex::put(const OrgId& org, const Period& period, FilingShelf shelf, std::map<AreaId, KeptFiling> fresh) const {
  if (fresh.empty()) return;
  Shelved shelved{settings_, std::move(fresh)};
  shelved.kept.merge(std::move(shelf).kept());  // the fresh ones stay
  write_(shelf_path(org, period), sealed(pack(shelved)));
}

}  // namespace nammo
