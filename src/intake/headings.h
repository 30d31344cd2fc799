#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nammo::intake {

// What the parts of a message are about.
enum class Section : std::uint8_t { overview, situation, opinions, results, activities, difficulties, proposals, forecast, next };

struct Heading {
  Section section = Section::situation;
  std::string about;  // what the heading names besides: "kinh tế" of "Tình hình kinh tế:"
  std::string rest;   // what follows on the line
};
// A line that begins a part: "Tình hình: …", "2. Y KIEN", "- Kiến nghị – …", or a sentence
// that begins with such a word in capital.
[[nodiscard]] std::optional<Heading> find_heading(std::string_view line);

// "k phát sinh", "Tình hình ổn định, không có gì mới": that nothing new arose, and no more.
[[nodiscard]] bool says_nil(std::string_view text);
// "không", "ko có", "-": that a part of the message is empty.
[[nodiscard]] bool says_none(std::string_view text);
// "ổn định", "bình thường": a judgement, no matter.
[[nodiscard]] bool says_quiet(std::string_view text);
// "Kính gửi Hội phường", "Em gửi báo cáo"; "Xin cảm ơn", "Trân trọng": what is said to
// whoever reads the message, before its parts and after them.
[[nodiscard]] bool is_opening(std::string_view line);
[[nodiscard]] bool is_closing(std::string_view line);

}  // namespace nammo::intake
