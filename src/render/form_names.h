#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nammo/text.h"

namespace nammo {

// As people type a word: small letters without marks, one blank between the words, no
// punctuation.
[[nodiscard]] std::string folded(std::string_view text);

// Something that can be named in a form: by its code, or by its label.
struct FormName {
  std::string code;
  Text label;
};

// Names to look up as people type them.
class FormNames {
 public:
  explicit FormNames(std::vector<FormName> names);

  [[nodiscard]] const std::vector<FormName>& all() const { return names_; }
  // The one whose code or label it is; else whose label has it between commas, where no
  // other label has. Null for none or more than one.
  [[nodiscard]] const FormName* find(std::string_view typed) const;
  // The same, but a whole label only.
  [[nodiscard]] const FormName* find_whole(std::string_view typed) const;
  // The label that was probably meant; empty where none is near.
  [[nodiscard]] std::string nearest(std::string_view typed, Language language) const;

 private:
  struct Key {
    std::string text;
    std::size_t name;
  };
  [[nodiscard]] const FormName* only(const std::vector<Key>& keys, std::string_view text) const;

  std::vector<FormName> names_;
  std::vector<Key> exact_;
  std::vector<Key> whole_;
  std::vector<Key> parts_;
};

}  // namespace nammo
