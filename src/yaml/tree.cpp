#include "yaml/tree.h"

#include "base/lines.h"

#include <utility>

namespace nammo::yaml {

bool Node::is_null() const noexcept {
  if (!is_scalar() || style() != Style::plain) return false;
  const auto t = text();
  return t.empty() || t == "~" || t == "null";
}

Node Node::find(std::string_view key) const noexcept {
  if (tree_ == nullptr || !is_mapping()) return {};
  for (auto i = begin(); i != end(); ++i) {
    const Node candidate = *i;
    ++i;
    if (candidate.is_scalar() && candidate.text() == key) return *i;
  }
  return {};
}

Place Node::place() const { return tree_->place(begin_byte(), end_byte()); }

void Tree::add_scalar(std::string_view text, Style style, std::size_t begin, std::size_t end) {
  const auto index = static_cast<std::uint32_t>(data_.size());
  if (!open_.empty()) ++data_[open_.back()].count;
  data_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                   static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size()),
                   index + 1, 0, Kind::scalar, style});
  texts_.append(text);
}

std::uint32_t Tree::open(Kind kind, std::size_t begin) {
  const auto index = static_cast<std::uint32_t>(data_.size());
  if (!open_.empty()) ++data_[open_.back()].count;
  data_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin), 0, 0, index + 1,
                   0, kind, Style::plain});
  open_.push_back(index);
  return index;
}

void Tree::close(std::uint32_t collection, std::size_t end) {
  data_[collection].end = static_cast<std::uint32_t>(end);
  data_[collection].after = static_cast<std::uint32_t>(data_.size());
  open_.pop_back();
}

void Tree::set_source(std::string source) {
  source_ = std::move(source);
  texts_.reserve(source_.size());
  data_.reserve(source_.size() / 20);  // a key and its value take some forty bytes
}

void Tree::clear() {
  data_.clear();
  texts_.clear();
  open_.clear();
}

Place Tree::place(std::size_t begin, std::size_t end) const {
  if (lines_.empty()) lines_ = line_starts(source_);
  return place_in(source_, lines_, begin, end);
}

}  // namespace nammo::yaml
