#include <array>
#include <mutex>
#include <stdexcept>

#include "schema/embedded.h"
#include "schema/schema.h"

namespace nammo::schema {
namespace {

const Embedded& embedded(FileType type) { return kEmbedded[static_cast<std::size_t>(type)]; }

struct Slot {
  std::once_flag once;
  std::optional<Schema> schema;
};

}  // namespace

const Schema& schema_for(FileType type) {
  static std::array<Slot, kEmbeddedCount> slots;
  Slot& slot = slots.at(static_cast<std::size_t>(type));
  std::call_once(slot.once, [&] {
    std::string problem;
    slot.schema = Schema::compile(embedded(type).text, problem);
    if (!slot.schema) throw std::logic_error(std::string(embedded(type).name) + ": " + problem);
  });
  return *slot.schema;
}

std::string_view schema_text(FileType type) { return embedded(type).text; }

std::string_view schema_name(FileType type) { return embedded(type).name; }

}  // namespace nammo::schema
