#include <utility>

#include "model/open_document.h"
#include "model/references.h"
#include "nammo/report.h"

namespace nammo {
namespace {

using namespace model;
using yaml::Node;

constexpr Field<Review> kReview[] = {{"by", reference<&Review::by>},
                                     {"content", value<&Review::content>},
                                     {"because", value<&Review::because>},
                                     {"due", value<&Review::due>}};

}  // namespace

std::optional<Review> read_review(std::string bytes, const ReportKey& key, const Store& store,
                                  Diagnostics& diagnostics) {
  Review review;
  review.file = review_path(key.area, key.org, key.period);
  const std::string file = review.file;
  const auto first = diagnostics.items().size();
  const auto tree = read_tree(std::move(bytes), file, schema::FileType::review, diagnostics);
  if (!tree || !tree->root().is_mapping()) return std::nullopt;
  const Node root = tree->root();
  read_fields(root, kReview, review, Reading{file, store, diagnostics, first});
  // A review that does not say what it decides, or when, decides nothing.
  const auto state = root.find("state");
  const auto at = root.find("at");
  if (!state || !at || !take(state, review.state) || !take(at, review.at)) return std::nullopt;
  return review;
}

}  // namespace nammo
