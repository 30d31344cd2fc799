#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "nammo/diagnostic.h"
#include "nammo/store.h"
#include "yaml/tree.h"

namespace nammo::model {

// A file that is being read: what its names are resolved against, and where its
// findings go.
class Reading {
 public:
  // Findings of this file begin at `first` of those in `diagnostics`.
  Reading(const std::string& file, const Store& store, Diagnostics& diagnostics, std::size_t first)
      : file_(file), store_(store), diagnostics_(diagnostics), first_(first) {}

  [[nodiscard]] const Store& store() const noexcept { return store_; }
  void error(std::string code, const yaml::Node& at, Text message, Text help = {}) const;
  // The same, unless something was found at this very place already; true when it was added.
  bool error_once(std::string code, const yaml::Node& at, Text message, Text help = {}) const;
  // An error with the other place that it clashes with.
  void clash(std::string code, const yaml::Node& at, Text message, const yaml::Node& other, Text about_other) const;
  // True when an error of this file stands between the start of `first` and the end of `last`.
  [[nodiscard]] bool has_error_within(const yaml::Node& first, const yaml::Node& last) const;

 private:
  [[nodiscard]] std::span<const Diagnostic> findings() const { return diagnostics_.items().subspan(first_); }

  const std::string& file_;
  const Store& store_;
  Diagnostics& diagnostics_;
  std::size_t first_;
};

// What a message shows of a text from a file: in quotes, printable, not too long.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace nammo::model
