#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/call.h"
#include "nammo/new_store.h"

namespace nammo::cli {

// A store as it comes together from flags or answers. What is said against a text is
// empty where it was taken.
class Founding {
 public:
  Founding(Language language, Date today);

  [[nodiscard]] const NewStore& store() const { return store_; }

  [[nodiscard]] Text name(const std::string& text);
  [[nodiscard]] Text language(const std::string& text);
  [[nodiscard]] Text timezone(const std::string& text);
  [[nodiscard]] Text since(const std::string& text);
  // "id=label", or a label from which the id comes.
  [[nodiscard]] Text levels(const std::vector<std::string>& texts);
  [[nodiscard]] Text organisations(const std::vector<std::string>& texts);
  [[nodiscard]] Text gathers(const std::string& text);
  [[nodiscard]] Text parent(const std::string& text);
  [[nodiscard]] Text officer(const std::string& text);
  // Names from the top downwards with '/' between them, each as above.
  [[nodiscard]] Text area(const std::string& path);

  // Below which areas some may stand, and what the level there is called.
  [[nodiscard]] std::string level_below(const Area& area) const;

 private:
  [[nodiscard]] Text add_area(const std::string& part, std::size_t depth, AreaId& at);

  NewStore store_;
};

// "thị xã; phường, xã" -> the texts between the semicolons.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view text, char separator);

}  // namespace nammo::cli
