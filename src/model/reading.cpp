#include "model/reading.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/catalogue/model.h"
#include "nammo/text.h"

namespace nammo::model {
namespace {

constexpr std::size_t kMaxShown = 80;      // bytes
constexpr std::size_t kMaxFindings = 200;  // in one file; a hostile one could have as many as values

}  // namespace

void Reading::error(std::string code, const yaml::Node& at, Text message, Text help) const {
  const auto found = findings().size();
  if (found > kMaxFindings) return;
  if (found == kMaxFindings) message = say(msg::and_more, kMaxFindings);
  diagnostics_.error(std::move(code), {file_, at.place()}, std::move(message), std::move(help));
}

bool Reading::error_once(std::string code, const yaml::Node& at, Text message, Text help) const {
  const auto place = at.place();
  const auto all = findings();
  const bool found = std::any_of(all.begin(), all.end(), [&](const Diagnostic& d) { return d.where.place == place; });
  if (!found) error(std::move(code), at, std::move(message), std::move(help));
  return !found;
}

void Reading::clash(std::string code, const yaml::Node& at, Text message, const yaml::Node& other,
                    Text about_other) const {
  diagnostics_.add({Severity::error, std::move(code), {file_, at.place()}, std::move(message), {},
                    {{{file_, other.place()}, std::move(about_other)}}});
}

bool Reading::has_error_within(const yaml::Node& first, const yaml::Node& last) const {
  const auto all = findings();
  if (all.empty()) return false;
  const auto from = first.place();
  const auto to = last.place();
  return std::any_of(all.begin(), all.end(), [&](const Diagnostic& d) {
    const auto& at = d.where.place;
    return d.severity == Severity::error && std::tie(from.line, from.column) <= std::tie(at.line, at.column) &&
           std::tie(at.line, at.column) <= std::tie(to.end_line, to.end_column);
  });
}

std::string in_quotes(std::string_view text) { return '"' + shortened(text, kMaxShown) + '"'; }

}  // namespace nammo::model
