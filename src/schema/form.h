#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/catalogue/message.h"

namespace re2 {
class RE2;
}

namespace nammo::schema {

// A form of text that nammo tests with a function of its own and can explain:
// a `format`, or a `pattern` that is met so often that RE2 would be felt.
struct Form {
  std::string_view name;  // of the format, or the pattern itself
  bool (*matches)(std::string_view text);
  Message wrong;   // "{0}" is no such thing
  Message advice;  // how it is written
};

// The form of a `format`; null when nammo knows none of that name.
[[nodiscard]] const Form* find_format(std::string_view name);

// A regular expression that is searched for in a text, as `pattern` wants it.
class Pattern {
 public:
  // Empty, with the reason in `problem`, when RE2 refuses it.
  [[nodiscard]] static std::optional<Pattern> compile(const std::string& text, std::string& problem);

  [[nodiscard]] bool matches(std::string_view text) const;
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  // Null when it is no form that nammo knows.
  [[nodiscard]] const Form* form() const noexcept { return form_; }

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

 private:
  explicit Pattern(std::string text);

  std::string text_;
  const Form* form_ = nullptr;
  std::unique_ptr<const re2::RE2> expression_;  // where there is no form
};

}  // namespace nammo::schema
