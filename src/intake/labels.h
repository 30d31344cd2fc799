#pragma once

#include <map>
#include <optional>
#include <string>

#include "nammo/report.h"
#include "nammo/store.h"

namespace nammo::intake {

// What stands before the text of an entry: "Cấp điện: bức xúc: mất điện hai tối".
struct Labelled {
  CodeId field;
  CodeId topic;
  std::optional<Stance> stance;
  Breadth breadth = Breadth::unknown;
  std::string text;  // the rest
};

// The words for the fields and topics of a store, and for stances and breadths: the whole
// label, or a part of it between commas and dashes.
class Labels {
 public:
  explicit Labels(const Store& store);
  // Takes the labels that end with a colon off the front of an entry; `about` is one that
  // its heading gave. A stance where nothing else than words for one stands counts, too.
  [[nodiscard]] Labelled read(const std::string& about, const std::string& text) const;

 private:
  bool take(std::string_view words, Labelled& labelled) const;

  std::map<std::string, CodeId, std::less<>> fields_;  // by compact words
  std::map<std::string, CodeId, std::less<>> topics_;
};

}  // namespace nammo::intake
