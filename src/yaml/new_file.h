#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "nammo/edit.h"

namespace nammo::yaml {

// The text of a file that is not there yet, key by key as a careful person writes it;
// quoted where a reader of YAML would take a text for something else.
class NewFile {
 public:
  // Begins with a line that names the schema to an editor. `path`: in the store;
  // `schema`: "area" for schemas/area.schema.json.
  NewFile(std::string_view path, std::string_view schema);
  // Without that line.
  NewFile();
  ~NewFile();
  NewFile(NewFile&&) noexcept;
  NewFile& operator=(NewFile&&) noexcept;

  // A key with its value on one line, in NFC; an empty text has no line.
  void text(std::string_view key, const std::string& value);
  void plain(std::string_view key, std::string_view value);
  void value(std::string_view key, const EditValue& value);
  // A text that may have several lines, as a block where YAML can keep it so.
  void block(std::string_view key, const std::string& value);
  // A list with a line for each item; an empty one has no line.
  void list(std::string_view key, std::span<const EditValue> items);

  // What follows, until it ends, stands below the key; an entry within begin_list().
  void begin_mapping(std::string_view key);
  void end_mapping();
  void begin_list(std::string_view key);
  void begin_entry();
  void end_entry();
  void end_list();

  // Lines of their own that YAML passes over, "# …" each, at the margin.
  void comment(std::string_view lines);
  // The same behind what was written last.
  void remark(std::string_view line);
  void empty_line();

  [[nodiscard]] std::string take();

 private:
  struct Writer;
  std::unique_ptr<Writer> writer_;
};

}  // namespace nammo::yaml
