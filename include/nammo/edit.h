#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "nammo/diagnostic.h"

namespace nammo {

// Changes to a YAML file that leave everything else as its author wrote it:
// comments, blank lines, quoting, order, line ends.

// What is written at a place.
struct EditValue {
  enum class Kind { text, plain, list, mapping };
  Kind kind = Kind::text;
  // Of a text: quoted where a reader of YAML would take it for something else. Of a
  // plain one: a number, a day, an instant, true or false, written as it stands.
  std::string text;
  std::vector<EditValue> items{};   // of a list, and the values of a mapping
  std::vector<std::string> keys{};  // of a mapping, one for each item

  friend bool operator==(const EditValue&, const EditValue&) = default;
};
[[nodiscard]] EditValue text_value(std::string_view text);
[[nodiscard]] EditValue plain_value(std::string text);
[[nodiscard]] EditValue list_value(std::vector<EditValue> items);
struct EditPair {
  std::string key;
  EditValue value;
};
[[nodiscard]] EditValue mapping_value(std::vector<EditPair> pairs);

// The way to a place from the root: keys of mappings, and indexes of lists from 0.
using EditPath = std::vector<std::variant<std::string, std::size_t>>;

// One change. Doing it a second time changes nothing, unless it removes by an index.
struct Edit {
  enum class Kind {
    set,     // the value at the path; a last key that is not there is added
    append,  // an element to the list at the path, unless it has an equal one; a list that is not there is made,
             // outside of braces with a line for each mapping in it
    remove,  // the key or element at the path, with its lines; nothing where there is none
  };
  Kind kind = Kind::set;
  EditPath path;
  EditValue value{};  // of set and append
  std::string after{};  // set: the key behind which a new one stands; else it stands last
};

// The text with the edits made, in their order. Empty, after an error at its place,
// when the text cannot be read, when a path leads nowhere, or when the text that came
// out would not differ from the old one in the edited places alone.
[[nodiscard]] std::optional<std::string> apply_edits(std::string text, std::span<const Edit> edits,
                                                     const std::string& file, Diagnostics& diagnostics);

}  // namespace nammo
