#pragma once

#include <string>

#include "nammo/calendar_file.h"

namespace nammo {

// What an entry of a calendar says. One line of the description is one line of text;
// no text has any other control character.
struct IcsEntry {
  std::string uid;
  Instant start{};
  std::string summary;
  std::string description;
  int sequence = 0;
  bool cancelled = false;
};
[[nodiscard]] IcsEntry ics_entry(const Store& store, const CalendarEvent& event, Instant now, Language language);

}  // namespace nammo
