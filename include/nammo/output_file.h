#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nammo {

// Puts `text` into the file of the real disk that a person named, as write_file() does: at
// the end of links too, which stay. A pipe or a device is not replaced: it gets the bytes,
// and may have got a part of them on failure. Waits, like a shell, for somebody who reads
// from a pipe. The system's words on failure.
[[nodiscard]] std::optional<std::string> write_named_file(const std::string& path, std::string_view text);

// Takes the file at `path` of the real disk away; none there is no failure. The system's
// words on failure.
[[nodiscard]] std::optional<std::string> remove_file(const std::string& path);

}  // namespace nammo
