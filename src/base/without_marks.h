#pragma once

#include <string>
#include <string_view>

namespace nammo {

// Latin letters without their marks: "phường Đình Tổ" -> "phuong Dinh To".
[[nodiscard]] std::string without_marks(std::string_view text);

}  // namespace nammo
