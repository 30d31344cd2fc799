#include "schema/reference.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <string>

namespace nammo::schema {
namespace {

using Json = nlohmann::ordered_json;

std::string without_percents(std::string_view token) {
  std::string result;
  for (std::size_t i = 0; i < token.size(); ++i) {
    unsigned byte = 0;
    const auto hex = token.substr(i + 1, 2);
    const char* end = hex.data() + hex.size();
    if (token[i] == '%' && hex.size() == 2 && std::from_chars(hex.data(), end, byte, 16).ptr == end) {
      result += static_cast<char>(byte);
      i += 2;
    } else {
      result += token[i];
    }
  }
  return result;
}

std::string without_tildes(std::string_view token) {
  std::string result;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char next = i + 1 < token.size() ? token[i + 1] : '\0';
    if (token[i] == '~' && (next == '0' || next == '1')) {
      result += next == '1' ? '/' : '~';
      ++i;
    } else {
      result += token[i];
    }
  }
  return result;
}

const Json* step_into(const Json& value, const std::string& token) {
  if (value.is_object()) {
    const auto found = value.find(token);
    return found == value.end() ? nullptr : &*found;
  }
  std::size_t index = 0;
  const char* end = token.data() + token.size();
  const auto [stop, error] = std::from_chars(token.data(), end, index);
  const bool is_index = value.is_array() && error == std::errc{} && stop == end && index < value.size();
  return is_index ? &value[index] : nullptr;
}

}  // namespace

const Json* resolve(const Json& document, std::string_view reference) {
  if (!reference.starts_with('#')) return nullptr;
  const Json* target = &document;
  auto rest = reference.substr(1);
  while (target != nullptr && !rest.empty()) {
    if (rest.front() != '/') return nullptr;
    rest.remove_prefix(1);
    const auto token = rest.substr(0, rest.find('/'));
    target = step_into(*target, without_tildes(without_percents(token)));
    rest.remove_prefix(token.size());
  }
  return target;
}

}  // namespace nammo::schema
