#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/catalogue/render.h"
#include "nammo/data_tables.h"

namespace nammo {

enum class Filled { always, perhaps };

// A column, as a schema of Frictionless Data describes it.
struct DataColumn {
  std::string_view name;
  std::string_view type;  // string, number, integer, boolean, date, datetime
  Filled filled = Filled::always;
  const Message* about = nullptr;
  std::span<const std::string_view> words{};  // all that may stand there; none: anything
};

// These columns of a table name a row of another; the key of that one where `to` is
// another table, its own key where it is the same.
struct DataReference {
  std::vector<std::string_view> columns;
  DataTable to;
};

// What is fixed of a table.
struct DataShape {
  std::string_view name;  // of its resource, and of its file or folder
  const Message* about = nullptr;
  std::span<const DataColumn> columns;
  std::vector<std::string_view> key;
  std::vector<DataReference> references;
};
[[nodiscard]] const DataShape& shape_of(DataTable table);

}  // namespace nammo
