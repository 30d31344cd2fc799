#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "nammo/time.h"

namespace nammo::intake {

// What a chat program puts before a message that is copied from it:
// "[08:15, 08/05/2024] Nguyễn Văn A: KP1 08/5".
struct Stamp {
  std::string sender;
  std::optional<LocalTime> sent;  // empty where it does not tell the whole day
  std::string rest;               // what follows on the line
};
[[nodiscard]] std::optional<Stamp> find_stamp(std::string_view line);

// "08:15", "8h15 08/05/2024", "Hôm nay 08:15": an hour alone on its line.
[[nodiscard]] bool is_hour(std::string_view line);
// "[Hình ảnh]", "Đã xem", "-----": a notice or an ornament.
[[nodiscard]] bool is_notice(std::string_view line);
// Two to five words in capital and nothing else, as a name stands above a message.
[[nodiscard]] bool is_name(std::string_view line);

}  // namespace nammo::intake
