#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/store.h"

namespace nammo::intake {

// What people call the areas of a store.
class AreaNames {
 public:
  explicit AreaNames(const Store& store);
  // The areas that `words` may mean, with or without what they lie in; greetings and the
  // like around the name do not count. None for anything else.
  [[nodiscard]] std::vector<const Area*> find(std::string_view words) const;
  // True for words that begin as names here do: "KP 9", "khu phố Đông".
  [[nodiscard]] bool is_like_one(std::string_view words) const;

 private:
  std::map<std::string, std::vector<const Area*>, std::less<>> areas_;  // by compact name
  std::set<std::string, std::less<>> first_words_;
};

// A time as it is written in a message.
struct WrittenTime {
  int day = 0;      // with month; 0 where it is no day
  int month = 0;
  int year = 0;     // 0: not written
  std::string period;  // "W19", "tháng 5", "this"; of what is no day
};

// The first line of a message: "KP1 08/5", "Báo cáo Khu phố 1 ngày 8/5/2024: k phát sinh".
struct Head {
  std::vector<const Area*> areas;  // none: unknown
  std::string area_words;          // as written
  std::optional<WrittenTime> time;
  std::string time_words;
  std::string rest;  // what follows on the line
};
// Empty for a line that has neither a time nor the name of an area in front.
// True for a line of words for places, of time and numbers, and nothing else: "Tổ dân phố 3 thứ 4".
[[nodiscard]] bool is_words_of_head(std::string_view line);
[[nodiscard]] std::optional<Head> find_head(std::string_view line, const AreaNames& names);

}  // namespace nammo::intake
