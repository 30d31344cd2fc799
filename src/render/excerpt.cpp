#include "render/excerpt.h"

#include <algorithm>
#include <string_view>

#include "base/unicode.h"
#include "nammo/published.h"

namespace nammo {
namespace {

constexpr std::size_t kWidest = 160;   // characters of a line that are shown
constexpr std::size_t kBefore = 60;    // of them before the mark, in a longer line
constexpr std::string_view kCut = "…";

// Offset of the character number `count` from 0, or the end of the text.
std::size_t offset_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) {
    ++at;
    while (at < text.size() && is_inside_character(text[at])) ++at;
  }
  return at;
}

std::string_view piece(std::string_view text, std::size_t first, std::size_t last) {
  const auto begin = offset_of(text, first);
  return text.substr(begin, offset_of(text.substr(begin), last - first));
}

// The mark under the characters [first, last) of `shown`.
std::string mark_under(std::string_view shown, std::size_t first, std::size_t last) {
  const int before = display_width(piece(shown, 0, first));
  const int under = std::max(1, display_width(piece(shown, first, last)));
  std::string mark(static_cast<std::size_t>(before), ' ');
  mark += '^';
  mark.append(static_cast<std::size_t>(under - 1), '~');
  return mark;
}

Excerpt excerpt_of(std::string_view raw, const Place& place) {
  const std::string text = printable(raw);
  const std::size_t length = count_characters(text);
  const auto column = [](int number) { return static_cast<std::size_t>(std::max(number, 1) - 1); };
  std::size_t first = std::min(column(place.column), length);
  std::size_t last = place.end_line > place.line ? length : std::min(column(place.end_column), length);
  last = std::max(last, first);
  if (length <= kWidest) return {place.line, text, mark_under(text, first, last)};
  const std::size_t from = first > kBefore ? first - kBefore : 0;
  const std::size_t to = std::min(length, from + kWidest);
  std::string shown{piece(text, from, to)};
  if (to < length) shown += kCut;
  if (from > 0) {
    shown.insert(0, kCut);
    first += 1;
    last += 1;
  }
  return {place.line, shown, mark_under(shown, first - from, std::min(last, to + 1) - from)};
}

}  // namespace

void Excerpts::open(const std::string& file) {
  if (file == file_ && !starts_.empty()) return;
  file_ = file;
  text_ = files_.read(file, is_published_path(file) ? kMaxPublishedSize : kMaxFileSize).text;
  if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
  starts_.assign(1, 0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') starts_.push_back(i + 1);
  }
}

std::optional<Excerpt> Excerpts::at(const Location& where) {
  if (where.file.empty() || where.place.line < 1) return std::nullopt;
  open(where.file);
  const auto line = static_cast<std::size_t>(where.place.line);
  if (text_.empty() || line > starts_.size()) return std::nullopt;
  std::string_view raw = text_;
  raw = raw.substr(starts_[line - 1]);
  raw = raw.substr(0, raw.find('\n'));
  if (raw.ends_with('\r')) raw.remove_suffix(1);
  return excerpt_of(raw, where.place);
}

}  // namespace nammo
