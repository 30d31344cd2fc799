#include "nammo/loose_report.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/open_document.h"
#include "model/references.h"
#include "model/take.h"
#include "yaml/read.h"
#include "yaml/shape.h"

namespace nammo {
namespace {

using yaml::Shape;

constexpr std::array<std::string_view, 2> kWay{"submitted", "received"};
constexpr std::array<std::string_view, 8> kIdentity{"report", "org", "area", "period", "officer", "nil", "submitted", "received"};

std::optional<Shape> shape_of(const std::string& bytes) {
  Diagnostics ignored;
  const auto tree = yaml::read(bytes, {}, ignored);
  return tree ? std::optional{yaml::shape_of(tree->root())} : std::nullopt;
}

void drop(Shape& mapping, std::string_view key) {
  const auto found = std::find(mapping.keys.begin(), mapping.keys.end(), key);
  if (found == mapping.keys.end()) return;
  mapping.items.erase(mapping.items.begin() + (found - mapping.keys.begin()));
  mapping.keys.erase(found);
}

// A key with nothing behind it, or with an empty list, or with `nil: false`.
bool says_nothing(std::string_view key, const Shape& value) {
  if (value.kind != yaml::Kind::scalar) return value.items.empty();
  return value.text.empty() || (key == "nil" && value.text == "false");
}

}  // namespace

bool is_office_file(std::string_view bytes) {
  constexpr std::array<std::string_view, 4> kBegins{"PK\x03\x04", "\xD0\xCF\x11\xE0", "%PDF-", "{\\rtf"};
  return std::any_of(kBegins.begin(), kBegins.end(), [&](std::string_view begin) { return bytes.starts_with(begin); });
}

bool is_sound_text(const std::string& text, const std::string& file, Diagnostics& diagnostics) {
  return yaml::is_sound(text, file, diagnostics);
}

std::optional<LooseReport> read_loose_report(std::string bytes, const std::string& file, const Store& store,
                                             Diagnostics& diagnostics) {
  Diagnostics found;
  const auto tree = model::read_tree(std::move(bytes), file, schema::FileType::report, found);
  const auto refuse = [&] {
    diagnostics.append(std::move(found));
    return std::nullopt;
  };
  if (!tree || !tree->root().is_mapping()) return refuse();
  LooseReport report;
  const auto root = tree->root();
  const model::Reading reading{file, store, found, 0};
  const auto area = root.find("area");
  const auto org = root.find("org");
  const auto period = root.find("period");
  const bool named = area && model::resolve(area, report.key.area, reading) && store.areas.find(report.key.area) != nullptr;
  const bool owned = org && model::resolve(org, report.key.org, reading);
  if (!named || !owned || !period || !model::take(period, report.key.period)) return refuse();
  if (const auto submitted = root.find("submitted")) model::take(submitted, report.submitted);
  report.has_received = static_cast<bool>(root.find("received"));
  return report;
}

bool same_report(const std::string& a, const std::string& b) {
  auto one = shape_of(a);
  auto other = shape_of(b);
  if (!one || !other) return false;
  for (const auto key : kWay) {
    drop(*one, key);
    drop(*other, key);
  }
  return *one == *other;
}

bool is_blank_report(const std::string& bytes) {
  const auto shape = shape_of(bytes);
  if (!shape || shape->kind != yaml::Kind::mapping) return false;
  for (std::size_t i = 0; i < shape->keys.size(); ++i) {
    const std::string& key = shape->keys[i];
    const bool identity = key != "nil" && std::find(kIdentity.begin(), kIdentity.end(), key) != kIdentity.end();
    if (!identity && !says_nothing(key, shape->items[i])) return false;
  }
  return true;
}

}  // namespace nammo
