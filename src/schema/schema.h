#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "nammo/diagnostic.h"
#include "yaml/tree.h"

namespace nammo::schema {

// A compiled JSON Schema of the subset that man/nammo-store(5) states. Immutable
// and safe to use from several threads.
class Schema {
 public:
  // Compiles the text of a schema. An unknown keyword or format, or a pattern
  // that RE2 refuses, is an error in `problem` and the result is empty.
  [[nodiscard]] static std::optional<Schema> compile(std::string_view json, std::string& problem);

  // Adds a finding for each violation, at the offending key or value. True when
  // there was none.
  bool validate(const yaml::Tree& tree, const std::string& file, Diagnostics& diagnostics) const;

  Schema(Schema&&) noexcept;
  Schema& operator=(Schema&&) noexcept;
  ~Schema();

 private:
  struct Rules;
  explicit Schema(std::unique_ptr<const Rules> rules);
  std::unique_ptr<const Rules> rules_;
};

// The schemas of nammo's own files, embedded at build from schemas/<name>.schema.json.
enum class FileType { settings, regime, codes, indicators, rules, calendar, officer, area, report,
                      review, published, posted };
[[nodiscard]] const Schema& schema_for(FileType type);
// Its text, as in schemas/.
[[nodiscard]] std::string_view schema_text(FileType type);
// "report.schema.json"
[[nodiscard]] std::string_view schema_name(FileType type);

}  // namespace nammo::schema
