#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/ids.h"
#include "nammo/period.h"

namespace nammo {

// What was sent: published/<org>/<area>/<period>.v<version>.md, the text, and
// .yaml, from which files it was made (DESIGN 4).
struct PublishedKey {
  OrgId org;
  AreaId area;
  Period period;
  int version = 1;

  friend auto operator<=>(const PublishedKey&, const PublishedKey&) = default;
};
enum class PublishedPart { text, sources };

[[nodiscard]] std::string published_path(const PublishedKey& key, PublishedPart part);
// The reverse; empty for any other path.
struct PublishedPath {
  PublishedKey key;
  PublishedPart part = PublishedPart::text;
};
[[nodiscard]] std::optional<PublishedPath> parse_published_path(std::string_view path);

// A file that the document was made from, as it was then.
struct PublishedInput {
  std::string path;     // relative to the store
  std::string content;  // "sha256:…"
  Place place;          // of `path` in the file
};

struct Published {
  PublishedKey key;
  std::vector<PublishedInput> inputs;
  std::string file;
};
// Reads the sources of a document from their bytes. What is wrong is in
// `diagnostics`; an input that is wrong is left out. Empty when nothing can be read.
[[nodiscard]] std::optional<Published> read_published(std::string bytes, const PublishedKey& key,
                                                      Diagnostics& diagnostics);

}  // namespace nammo
