#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/decimal.h"
#include "nammo/diagnostic.h"
#include "nammo/file_system.h"
#include "nammo/ids.h"
#include "nammo/period.h"
#include "nammo/time.h"

namespace nammo {

// What was sent: published/<org>/<area>/<period>.v<version>.md, the text, .yaml, from
// which files it was made, and .posted.yaml, when it was posted in the internal
// network (DESIGN 4 and 5). None of them is ever written again (trap T17).
struct PublishedKey {
  OrgId org;
  AreaId area;
  Period period;
  int version = 1;

  friend auto operator<=>(const PublishedKey&, const PublishedKey&) = default;
};
enum class PublishedPart { text, sources, posted };

[[nodiscard]] std::string published_path(const PublishedKey& key, PublishedPart part);
// True for what lies below published/.
[[nodiscard]] bool is_published_path(std::string_view path);
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

// A figure as it was sent: the total of that area's subtree, as in the CSV.
struct PublishedFigure {
  OrgId org;
  AreaId area;
  IndicatorId indicator;
  CodeId breakdown;              // empty: the indicator's own total
  std::optional<Decimal> value;  // empty: missing
  int reported = 0;
  int expected = 0;
  std::optional<Period> as_of;

  friend bool operator==(const PublishedFigure&, const PublishedFigure&) = default;
};

// A report that was expected and did not count, or came late.
struct PublishedDelivery {
  ReportTypeId report;
  OrgId org;
  AreaId area;
  Period period;
  std::optional<Instant> due;        // empty: never due
  std::optional<Instant> submitted;  // the time that counted

  friend bool operator==(const PublishedDelivery&, const PublishedDelivery&) = default;
};

// The file that was signed and sent: known by its hash, it lies outside the store.
struct SignedFile {
  std::string name;     // without folders
  std::string content;  // "sha256:…"

  friend bool operator==(const SignedFile&, const SignedFile&) = default;
};

struct Published {
  PublishedKey key;
  std::string nammo;  // its version
  ReportTypeId report;
  Instant at{};  // when it was published
  std::string number;
  std::optional<Date> date;
  std::string signatory;
  std::string text;    // "sha256:…" of the .md
  Place text_place;
  std::string edited;  // "sha256:…" of the text that was edited by hand; empty: there was none
  std::optional<SignedFile> signed_file;
  std::vector<PublishedInput> inputs;
  std::vector<PublishedFigure> figures;
  std::vector<PublishedDelivery> missing;
  std::vector<PublishedDelivery> late;
  std::string file;
};
// Reads the sources of a document from their bytes. What is wrong is in
// `diagnostics`; an input that is wrong is left out. Empty when nothing can be read.
[[nodiscard]] std::optional<Published> read_published(std::string bytes, const PublishedKey& key,
                                                      Diagnostics& diagnostics);
// The text of its file, which read_published reads back as these sources.
[[nodiscard]] std::string published_text(const Published& published, const Zone& zone);

// The last line of a file that nammo wrote there, by which the lines before it are known.
[[nodiscard]] std::string seal_of(std::string_view lines);

// The newest version with sources; empty when nothing was published. Lists one folder.
[[nodiscard]] std::optional<PublishedKey> latest_version(const FileReader& files, const OrgId& org, const AreaId& area,
                                                         const Period& period);
// The same with what it says. Empty, after an error, also when it cannot be read.
[[nodiscard]] std::optional<Published> latest_published(const FileReader& files, const OrgId& org, const AreaId& area,
                                                        const Period& period, Diagnostics& diagnostics);

// Which of the sources are not what they were: an input whose bytes have changed or that
// is gone, the report of one that was missing and is there now, a review that is new.
// Their paths, sorted. Reads those inputs and no other file.
[[nodiscard]] std::vector<std::string> changed_since(const FileReader& files, const Published& published);

// When a version was posted. Empty, after an error, when that cannot be read.
[[nodiscard]] std::optional<Instant> read_posted(std::string bytes, const PublishedKey& key, Diagnostics& diagnostics);
[[nodiscard]] std::string posted_text(const PublishedKey& key, Instant at, const Zone& zone);
// The moment at which the first of its versions was posted; empty when none was.
[[nodiscard]] std::optional<Instant> first_posted(const FileReader& files, const OrgId& org, const AreaId& area,
                                                  const Period& period, Diagnostics& diagnostics);

}  // namespace nammo
