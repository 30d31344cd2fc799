#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "nammo/edit.h"
#include "nammo/time.h"
#include "yaml/quote.h"

namespace nammo::model {

// The text of a file of the store as it grows, line by line; the schema for the editor
// stands first.
class NewFile {
 public:
  // `path`: in the store; `schema`: "area" of schemas/area.schema.json.
  NewFile(std::string_view path, std::string_view schema) {
    text_ = "# yaml-language-server: $schema=";
    for (auto folders = std::count(path.begin(), path.end(), '/'); folders > 0; --folders) text_ += "../";
    text_.append("schemas/").append(schema).append(".schema.json\n");
  }
  // Nothing for an empty text.
  void text(std::string_view key, const std::string& value) {
    if (!value.empty()) plain(key, yaml::quoted(to_nfc(value), yaml::Around::block));
  }
  void plain(std::string_view key, std::string_view value) { text_.append(key).append(": ").append(value).append("\n"); }
  void value(std::string_view key, const EditValue& value) { plain(key, yaml::written(value, yaml::Around::block)); }
  void day(std::string_view key, const std::optional<Date>& value) {
    if (value) plain(key, format_date(*value));
  }
  void list(std::string_view key) { text_.append(key).append(":\n"); }
  void item(const EditValue& value) { text_ += "  - " + yaml::written(value, yaml::Around::block) + "\n"; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace nammo::model
