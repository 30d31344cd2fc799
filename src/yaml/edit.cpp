#include "nammo/edit.h"

#include <utility>

#include "base/catalogue/yaml.h"
#include "base/unicode.h"
#include "yaml/read.h"
#include "yaml/shape.h"
#include "yaml/splice.h"

namespace nammo {
namespace {

std::string text_of(const EditPath& path) {
  std::string text;
  for (const auto& step : path) {
    if (const auto* key = std::get_if<std::string>(&step)) {
      text += (text.empty() ? "" : ".") + *key;
    } else {
      text += "[" + std::to_string(std::get<std::size_t>(step)) + "]";
    }
  }
  return text;
}

std::optional<std::string> refuse(const char* code, const Message& message, const EditPath& path, const std::string& file,
                                  Diagnostics& diagnostics) {
  diagnostics.error(code, {file, {}}, say(message, text_of(path)));
  return std::nullopt;
}

std::optional<std::string> apply(const std::string& text, const Edit& edit, const std::string& file,
                                 Diagnostics& diagnostics) {
  Diagnostics found;
  const auto old = yaml::read(text, file, found);
  if (!old) {
    diagnostics.append(std::move(found));
    return std::nullopt;
  }
  auto expected = yaml::shape_of(old->root());
  const auto splices = yaml::splices_of(edit, *old);
  if (!splices || !yaml::make_edit(edit, expected)) return refuse("edit-path", msg::edit_path, edit.path, file, diagnostics);
  std::string result = yaml::spliced(text, *splices);
  Diagnostics ignored;  // it is nammo's own text that cannot be read then
  const auto edited = yaml::read(result, file, ignored);
  if (!edited || !(yaml::shape_of(edited->root()) == expected)) {
    return refuse("edit-unsafe", msg::edit_unsafe, edit.path, file, diagnostics);
  }
  return result;
}

}  // namespace

EditValue text_value(std::string_view text) { return {EditValue::Kind::text, to_nfc(text), {}, {}}; }

EditValue plain_value(std::string text) { return {EditValue::Kind::plain, std::move(text), {}, {}}; }

EditValue list_value(std::vector<EditValue> items) { return {EditValue::Kind::list, {}, std::move(items), {}}; }

EditValue mapping_value(std::vector<EditPair> pairs) {
  EditValue mapping{EditValue::Kind::mapping, {}, {}, {}};
  for (EditPair& pair : pairs) {
    mapping.keys.push_back(std::move(pair.key));
    mapping.items.push_back(std::move(pair.value));
  }
  return mapping;
}

std::optional<std::string> apply_edits(std::string text, std::span<const Edit> edits, const std::string& file,
                                       Diagnostics& diagnostics) {
  for (const Edit& edit : edits) {
    auto edited = apply(text, edit, file, diagnostics);
    if (!edited) return std::nullopt;
    text = std::move(*edited);
  }
  return text;
}

}  // namespace nammo
