#include <algorithm>
#include <string>
#include <string_view>

#include "model/enum_names.h"
#include "nammo/report.h"
#include "yaml/quote.h"

namespace nammo {
namespace {

std::string up_to_store(std::string_view file) {
  std::string up;
  for (auto folders = std::count(file.begin(), file.end(), '/'); folders > 0; --folders) up += "../";
  return up;
}

std::string_view name_of(ReviewState state) {
  const auto& names = model::kNamesOf<ReviewState>;
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.value == state; });
  return found == names.end() ? std::string_view{} : found->text;
}

}  // namespace

std::string review_text(const Review& review, const Zone& zone) {
  const auto scalar = [](std::string_view text) { return yaml::quoted(text, yaml::Around::block); };
  std::string text = "# yaml-language-server: $schema=" + up_to_store(review.file) + "schemas/review.schema.json\n";
  text.append("state: ").append(name_of(review.state)) += '\n';
  text += "by: " + scalar(review.by.str()) + "\n";
  text += "at: " + format_instant(review.at, zone) + "\n";
  if (!review.content.empty()) text += "content: " + review.content + "\n";
  if (!review.because.empty()) text += "because: " + scalar(review.because) + "\n";
  if (review.due) text += "due: " + format_instant(*review.due, zone) + "\n";
  return text;
}

}  // namespace nammo
