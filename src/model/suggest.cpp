#include "model/suggest.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "base/catalogue/model.h"

namespace nammo::model {
namespace {

constexpr std::size_t kFew = 12;
constexpr std::size_t kMaxLength = 200;  // nobody mistypes more than that

std::string_view nearest(std::string_view text, const std::vector<std::string_view>& allowed) {
  if (text.empty() || text.size() > kMaxLength) return {};
  if (const auto near = closest(text, allowed); !near.empty()) return near;
  // The last part of an area's id, as people write it.
  const auto tail = std::find_if(allowed.begin(), allowed.end(), [&](std::string_view candidate) {
    return candidate.size() > text.size() && candidate.ends_with(text) &&
           candidate[candidate.size() - text.size() - 1] == '/';
  });
  return tail == allowed.end() ? std::string_view{} : *tail;
}

void append(Text& text, const Text& more) {
  if (!text.empty()) text = {text.vi + ' ', text.en + ' '};
  text = {text.vi + more.vi, text.en + more.en};
}

}  // namespace

Text suggest(std::string_view text, const std::vector<std::string_view>& allowed) {
  Text help;
  if (const auto near = nearest(text, allowed); !near.empty()) append(help, say(msg::model_did_you_mean, near));
  if (!allowed.empty() && allowed.size() <= kFew) append(help, say(msg::model_allowed, fmt::format("{}", fmt::join(allowed, ", "))));
  return help;
}

}  // namespace nammo::model
