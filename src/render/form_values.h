#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nammo/time.h"

namespace nammo {

// What people write into a form.

// True for nothing, or for the dots and lines on which one writes.
[[nodiscard]] bool is_left_blank(std::string_view text);
// "không phát sinh", "k phát sinh", "không có"
[[nodiscard]] bool says_none(std::string_view text);
// "x", "có" -> true; "không", nothing -> false; empty for anything else.
[[nodiscard]] std::optional<bool> typed_yes(std::string_view text);

struct TypedNumber {
  std::string plain;      // as files have it: "1234.5"; empty where it cannot be read for sure
  bool estimate = false;  // "ước", "khoảng"
};
// A number as Vietnamese writes it: 1.234.567,5. The unit may stand behind it. A dot
// before three digits parts thousands wherever fewer than three decimals are allowed; a
// comma, or a dot before one or two digits, parts decimals. "02" is 2, "không" 0.
[[nodiscard]] TypedNumber typed_number(std::string_view text, int decimals, std::string_view unit);

// "06/5/2024", "6-5", "ngày 06 tháng 5 năm 2024", "2024-05-06". Without a year the last
// such day up to about a month after `last`. Empty for anything else.
[[nodiscard]] std::optional<Date> typed_date(std::string_view text, Date last);
// "16h40 ngày 08/5/2024", "08/5 16:40", "2024-05-08T16:40+07:00"
[[nodiscard]] std::optional<Instant> typed_instant(std::string_view text, Date last, const Zone& zone);

}  // namespace nammo
