#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "yaml/tree.h"

namespace nammo::schema {

// The types of JSON Schema as bits of a set. A whole number is both kInteger and
// kNumber.
using TypeSet = std::uint8_t;
inline constexpr TypeSet kNull = 1;
inline constexpr TypeSet kBoolean = 2;
inline constexpr TypeSet kInteger = 4;
inline constexpr TypeSet kNumber = 8;
inline constexpr TypeSet kString = 16;
inline constexpr TypeSet kArray = 32;
inline constexpr TypeSet kObject = 64;
inline constexpr TypeSet kAnyType = 127;

// What a node counts as where `allowed` may stand; 0 when it cannot. A quoted
// scalar is only text, a plain one is what it reads as where that is allowed and
// text otherwise; a scalar of JSON has one reading (DESIGN 7).
[[nodiscard]] TypeSet taken_as(const yaml::Node& node, TypeSet allowed);

// "-?(0|[1-9][0-9]*)(\.[0-9]+)?"
[[nodiscard]] bool is_plain_decimal(std::string_view text);
// The value of a scalar that was taken for a number.
[[nodiscard]] double number_of(std::string_view text);

// A total order of values by what they read as; 0 when they are equal. Mappings
// are equal whatever the order of their keys.
[[nodiscard]] int compare(const yaml::Node& a, const yaml::Node& b);
// True when one of the readings of `node` is `literal`, a value of a schema.
[[nodiscard]] bool may_be(const yaml::Node& node, const yaml::Node& literal);

}  // namespace nammo::schema
