#include <algorithm>
#include <set>

#include "model/open_document.h"
#include "nammo/published.h"
#include "nammo/report.h"

namespace nammo {
namespace {

// The versions of a document that have that part, in no order.
std::vector<PublishedKey> versions_of(const FileReader& files, const OrgId& org, const AreaId& area, const Period& period,
                                      PublishedPart part) {
  const std::string path = published_path({org, area, period, 1}, part);
  const std::string folder = path.substr(0, path.rfind('/'));
  std::vector<PublishedKey> versions;
  for (const FolderEntry& entry : files.list(folder).entries) {
    auto parsed = entry.kind == FileKind::regular ? parse_published_path(folder + "/" + entry.name) : std::nullopt;
    if (parsed && parsed->part == part && parsed->key.period == period) versions.push_back(std::move(parsed->key));
  }
  return versions;
}

}  // namespace

std::optional<PublishedKey> latest_version(const FileReader& files, const OrgId& org, const AreaId& area,
                                           const Period& period) {
  const auto versions = versions_of(files, org, area, period, PublishedPart::sources);
  const auto newest = std::max_element(versions.begin(), versions.end());
  return newest == versions.end() ? std::nullopt : std::optional(*newest);
}

std::optional<Published> latest_published(const FileReader& files, const OrgId& org, const AreaId& area,
                                          const Period& period, Diagnostics& diagnostics) {
  const auto key = latest_version(files, org, area, period);
  if (!key) return std::nullopt;
  auto bytes = model::read_bytes(files, published_path(*key, PublishedPart::sources), model::Need::required, diagnostics,
                                 kMaxPublishedSize);
  return bytes ? read_published(std::move(*bytes), *key, diagnostics) : std::nullopt;
}

std::vector<std::string> changed_since(const FileReader& files, const Published& published) {
  std::set<std::string> known;
  std::set<std::string> changed;
  for (const PublishedInput& input : published.inputs) {
    known.insert(input.path);
    const ReadResult read = files.read(input.path, kMaxPublishedSize);
    if (read.failure != ReadFailure::none || content_hash(read.text) != input.content) changed.insert(input.path);
  }
  const auto look_for = [&](const std::string& path) {
    if (!known.contains(path) && files.kind(path) != FileKind::missing) changed.insert(path);
  };
  for (const PublishedInput& input : published.inputs) {
    const auto key = parse_report_path(input.path);
    if (key && !key->review) look_for(review_path(key->area, key->org, key->period));
  }
  for (const PublishedDelivery& one : published.missing) look_for(report_path(one.area, one.org, one.period));
  return {changed.begin(), changed.end()};
}

std::optional<Instant> first_posted(const FileReader& files, const OrgId& org, const AreaId& area, const Period& period,
                                    Diagnostics& diagnostics) {
  std::optional<Instant> first;
  for (const PublishedKey& key : versions_of(files, org, area, period, PublishedPart::posted)) {
    auto bytes = model::read_bytes(files, published_path(key, PublishedPart::posted), model::Need::required, diagnostics,
                                   kMaxPublishedSize);
    const auto at = bytes ? read_posted(std::move(*bytes), key, diagnostics) : std::nullopt;
    if (at) first = std::min(first.value_or(*at), *at);
  }
  return first;
}

}  // namespace nammo
