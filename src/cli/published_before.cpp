#include "cli/published_before.h"

#include <algorithm>

#include "cli/command.h"
#include "cli/listed.h"
#include "nammo/published.h"

namespace nammo::cli {
namespace {

constexpr std::size_t kFew = 3;

Text few_of(const std::vector<std::string>& paths) {
  const std::vector<std::string> first(paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(std::min(paths.size(), kFew)));
  const std::string names = listed(first, [](const std::string& path) { return printable(path); });
  return paths.size() > kFew ? say(msg::cli_and_more, names, paths.size() - kFew) : Text{names, names};
}

}  // namespace

void remark_published(Call& call, const Store& store, const Question& question) {
  Diagnostics ignored;  // for check
  const auto published = latest_published(call.files(), question.org, question.area, question.period, ignored);
  if (!published) return;
  const int version = published->key.version;
  const std::string at = format_instant(published->at, store.zone);
  const auto changed = changed_since(call.files(), *published);
  call.remark(changed.empty() ? say(msg::cli_is_published, version, at)
                              : say(msg::cli_is_published_changed, version, at, changed.size(), few_of(changed), version + 1,
                                    question.area.str() + " " + to_string(question.period)));
}

}  // namespace nammo::cli
