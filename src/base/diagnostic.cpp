#include "nammo/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace nammo {

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string code, Location where, Text message, Text help) {
  add({Severity::error, std::move(code), std::move(where), std::move(message), std::move(help), {}});
}

void Diagnostics::warning(std::string code, Location where, Text message, Text help) {
  add({Severity::warning, std::move(code), std::move(where), std::move(message), std::move(help), {}});
}

void Diagnostics::append(Diagnostics&& other) {
  std::move(other.items_.begin(), other.items_.end(), std::back_inserter(items_));
  errors_ += other.errors_;
  other.items_.clear();
  other.errors_ = 0;
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.where.file, d.where.place.line, d.where.place.column, d.code, d.message.en);
  };
  std::stable_sort(items_.begin(), items_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

}  // namespace nammo
