#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "rules/privacy.h"

namespace nammo::rules {

// A secrecy marking (Luật Bảo vệ bí mật nhà nước): MẬT, TỐI MẬT or TUYỆT MẬT as
// words in capitals, in either normal form; the longest of them. Given the place
// of an 'M'.
[[nodiscard]] std::optional<Hit> find_secret_marking(std::string_view text, std::size_t m);

}  // namespace nammo::rules
