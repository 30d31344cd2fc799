#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"

namespace nammo::yaml {

enum class Kind : std::uint8_t { scalar, sequence, mapping };

// How a scalar was written. `json` marks a scalar that has exactly one reading
// already, as in a JSON document; `json_text` is a string of one.
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded, json, json_text };

class Tree;

// A node of a tree: a small cursor, valid as long as its tree. The children of a
// mapping come in pairs, key and value, in the order of the file.
class Node {
 public:
  Node() = default;
  Node(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}

  explicit operator bool() const noexcept { return tree_ != nullptr; }
  [[nodiscard]] Kind kind() const noexcept;
  [[nodiscard]] Style style() const noexcept;
  [[nodiscard]] bool is_scalar() const noexcept { return kind() == Kind::scalar; }
  [[nodiscard]] bool is_mapping() const noexcept { return kind() == Kind::mapping; }
  [[nodiscard]] bool is_sequence() const noexcept { return kind() == Kind::sequence; }
  // A plain scalar that is empty, `~` or `null`.
  [[nodiscard]] bool is_null() const noexcept;
  // Written without quotes, so it is text or what it reads as.
  [[nodiscard]] bool is_plain() const noexcept;
  // The text of a scalar, in NFC; empty for the others.
  [[nodiscard]] std::string_view text() const noexcept;
  // Number of elements, or of pairs.
  [[nodiscard]] std::size_t size() const noexcept;
  // The value of `key`; a false node when there is none.
  [[nodiscard]] Node find(std::string_view key) const noexcept;
  // First byte and the byte after the last, in the bytes of the file.
  [[nodiscard]] std::size_t begin_byte() const noexcept;
  [[nodiscard]] std::size_t end_byte() const noexcept;
  [[nodiscard]] Place place() const;

  class Iterator;
  // The elements of a sequence, or key, value, key, value … of a mapping.
  [[nodiscard]] Iterator begin() const noexcept;
  [[nodiscard]] Iterator end() const noexcept;
  // Visits a mapping as f(key, value).
  template <typename F>
  void each_pair(F&& f) const;

  friend bool operator==(const Node&, const Node&) = default;

 private:
  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

// The tree of one YAML document: all nodes in one array in document order, all
// texts in one buffer, the source beside them. Movable; nodes then point at the
// old place and must be taken anew.
class Tree {
 public:
  // Building, by the reader (and by tests from JSON): events in document order.
  void add_scalar(std::string_view text, Style style, std::size_t begin, std::size_t end);
  std::uint32_t open(Kind kind, std::size_t begin);
  void close(std::uint32_t collection, std::size_t end);
  void set_source(std::string source);
  void clear();  // drops the nodes, keeps the source

  [[nodiscard]] Node root() const noexcept { return data_.empty() ? Node{} : Node{this, 0}; }
  [[nodiscard]] const std::string& source() const noexcept { return source_; }
  // Where a stretch of bytes stands, in lines and characters.
  [[nodiscard]] Place place(std::size_t begin, std::size_t end) const;

 private:
  friend class Node;
  friend class Node::Iterator;
  struct Data {
    std::uint32_t begin;  // bytes of the source
    std::uint32_t end;
    std::uint32_t text;   // offset and length in texts_
    std::uint32_t length;
    std::uint32_t after;  // index of the first node that is not inside this one
    std::uint32_t count;  // direct children
    Kind kind;
    Style style;
  };

  std::vector<Data> data_;
  std::string texts_;
  std::string source_;
  std::vector<std::uint32_t> open_;              // collections not yet closed
  mutable std::vector<std::uint32_t> lines_;     // first byte of each line, made when asked
};

class Node::Iterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = Node;
  using difference_type = std::ptrdiff_t;
  using pointer = void;
  using reference = Node;

  Iterator() = default;
  Iterator(const Tree* tree, std::uint32_t index) : tree_(tree), index_(index) {}
  Node operator*() const noexcept { return {tree_, index_}; }
  Iterator& operator++() noexcept {
    index_ = tree_->data_[index_].after;
    return *this;
  }
  Iterator operator++(int) noexcept {
    Iterator old = *this;
    ++*this;
    return old;
  }
  friend bool operator==(const Iterator&, const Iterator&) = default;

 private:
  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

inline Kind Node::kind() const noexcept { return tree_->data_[index_].kind; }
inline Style Node::style() const noexcept { return tree_->data_[index_].style; }
inline std::size_t Node::begin_byte() const noexcept { return tree_->data_[index_].begin; }
inline std::size_t Node::end_byte() const noexcept { return tree_->data_[index_].end; }
inline std::string_view Node::text() const noexcept {
  const auto& d = tree_->data_[index_];
  return std::string_view(tree_->texts_).substr(d.text, d.length);
}
inline std::size_t Node::size() const noexcept {
  const auto& d = tree_->data_[index_];
  return d.kind == Kind::mapping ? d.count / 2 : d.count;
}
inline bool Node::is_plain() const noexcept { return is_scalar() && style() == Style::plain; }
inline Node::Iterator Node::begin() const noexcept { return {tree_, index_ + 1}; }
inline Node::Iterator Node::end() const noexcept { return {tree_, tree_->data_[index_].after}; }
template <typename F>
void Node::each_pair(F&& f) const {
  for (auto i = begin(); i != end(); ++i) {
    const Node key = *i;
    ++i;
    f(key, *i);
  }
}

}  // namespace nammo::yaml
