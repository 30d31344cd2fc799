#include "model/enum_names.h"
#include "nammo/report.h"
#include "yaml/new_file.h"

namespace nammo {

std::string review_text(const Review& review, const Zone& zone) {
  yaml::NewFile lines(review.file, "review");
  lines.plain("state", code_of(review.state));
  lines.text("by", review.by.str());
  lines.plain("at", format_instant(review.at, zone));
  if (!review.content.empty()) lines.plain("content", review.content);
  lines.text("because", review.because);
  if (review.due) lines.plain("due", format_instant(*review.due, zone));
  return lines.take();
}

}  // namespace nammo
