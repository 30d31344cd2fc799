#pragma once

#include <fmt/core.h>

#include <string_view>
#include <type_traits>

#include "nammo/text.h"

namespace nammo {

// One entry of the catalogue: a sentence in both languages with the same
// positional arguments, "{0}", "{1}", in fmt's syntax.
struct Message {
  std::string_view name;
  std::string_view vi;
  std::string_view en;
};

namespace detail {
template <typename T>
decltype(auto) side(const T& value, Language language) {
  if constexpr (std::is_same_v<T, Text>) {
    return (value.in(language));
  } else if constexpr (std::is_same_v<T, Message>) {
    return language == Language::vi ? value.vi : value.en;
  } else {
    return (value);
  }
}
}  // namespace detail

// The sentence with its arguments filled in, in one language. An argument that is
// itself a Text or a Message appears in that language.
template <typename... Args>
[[nodiscard]] std::string say_in(Language language, const Message& message, const Args&... args) {
  const auto pattern = fmt::runtime(language == Language::vi ? message.vi : message.en);
  return fmt::format(pattern, detail::side(args, language)...);
}

// The same in both languages.
template <typename... Args>
[[nodiscard]] Text say(const Message& message, const Args&... args) {
  return {say_in(Language::vi, message, args...), say_in(Language::en, message, args...)};
}

}  // namespace nammo
