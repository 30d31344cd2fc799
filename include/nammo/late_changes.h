#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "nammo/published.h"

namespace nammo {

// What differs between a document that was sent and what would be sent now (trap T17):
// what the annex of the next version tells.

// Of one area, indicator and code. A side on which there was no such figure has neither
// value nor anything expected.
struct FigureChange {
  PublishedFigure from;
  PublishedFigure to;
};

struct FileChange {
  enum class Kind : std::uint8_t { changed, added, gone };
  Kind kind = Kind::changed;
  std::string path;

  friend bool operator==(const FileChange&, const FileChange&) = default;
};

// What stands on the paper itself. An empty `to` is never a change: what is not given
// again stays as it was.
struct FactChange {
  enum class Fact : std::uint8_t { number, date, signatory, signed_file, edited };
  Fact fact = Fact::number;
  std::string from;  // empty: there was none
  std::string to;    // of a signed file its name, of a text its hash

  friend bool operator==(const FactChange&, const FactChange&) = default;
};

struct LateChanges {
  std::vector<PublishedDelivery> arrived;    // did not count then, count now
  std::vector<PublishedDelivery> withdrawn;  // counted then, do not now
  std::vector<FileChange> files;  // the other inputs: reports that were edited, reviews, settings; by path
  std::vector<FigureChange> figures;  // in the order of the new ones, those that are gone last
  std::vector<FactChange> facts;

  // True when the document would be sent as it was.
  [[nodiscard]] bool empty() const;
};
// What lies in published/ does not count as an input: a version reads the one before.
[[nodiscard]] LateChanges late_changes(const Published& before, const Published& now);

}  // namespace nammo
