#include "tally/plainly_come.h"

#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "base/at_once.h"
#include "model/glance.h"

namespace nammo {
namespace {

bool has_plainly_come(const FileReader& files, const Obligation& o, Instant now) {
  const ReadResult file = files.read(report_path(o.area, o.org, o.period));
  return file.failure == ReadFailure::none &&
         model::is_plainly_submitted(file.text, {o.area, o.org, o.period, false}, now) &&
         files.kind(review_path(o.area, o.org, o.period)) == FileKind::missing;
}

std::vector<Obligation> without_what_came(const FileReader& files, std::span<Obligation> reports, Instant now) {
  std::vector<Obligation> left;
  for (Obligation& o : reports) {
    if (!has_plainly_come(files, o, now)) left.push_back(std::move(o));
  }
  return left;
}

}  // namespace

// In two halves at once: the time goes by in opening files.
std::vector<Obligation> not_plainly_come(const FileReader& files, std::vector<Obligation> reports, Instant now) {
  const std::span all(reports);
  const auto half = all.size() / 2;
  std::vector<Obligation> left;
  std::vector<Obligation> second;
  at_once(2, [&](std::size_t part) {
    if (part == 0) left = without_what_came(files, all.first(half), now);
    else second = without_what_came(files, all.subspan(half), now);
  });
  std::move(second.begin(), second.end(), std::back_inserter(left));
  return left;
}

}  // namespace nammo
