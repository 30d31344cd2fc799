#pragma once

#include <string_view>

namespace nammo {

// Every byte to the descriptor, in as many pieces as it takes. False with errno.
[[nodiscard]] bool write_all(int fd, std::string_view text);

}  // namespace nammo
