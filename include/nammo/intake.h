#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/diagnostic.h"
#include "nammo/report.h"
#include "nammo/store.h"
#include "nammo/time.h"

namespace nammo {

// From what people send to the reports in it: YAML files, filled text forms and messages of
// a few lines, in any order and number, with what a chat program puts around them when it is copied.

struct PastedLine {
  int number = 0;  // in the paste, from 1
  std::string text;
};

// Lines of a paste that belong together.
struct Piece {
  // `talk` has nothing of a report in it: no area with a day, no heading, no "không phát sinh".
  enum class Kind { yaml, form, message, talk };
  Kind kind = Kind::talk;
  std::vector<PastedLine> lines;  // never empty, numbers rising
  std::string sender;             // as the chat program gives it; may be empty
  std::optional<LocalTime> sent;  // likewise
};
struct Paste {
  std::vector<Piece> pieces;
  // What belongs to no piece: names, hours and notices of the chat program, separators,
  // greetings. Empty lines are in neither.
  std::vector<PastedLine> passed_over;
};

// Line ends as LF, in NFC, without a byte order mark: the text that PasteReader takes.
[[nodiscard]] std::string tidied_paste(std::string_view text);
// The lines of a piece, each at its number; the lines between are empty.
[[nodiscard]] std::string text_in_place(const Piece& piece);

// What a message says, as the file of a report.
struct MessageReport {
  ReportKey key;
  std::string text;         // with `submitted` where the chat program told when it was sent
  std::vector<int> lines;   // for each line of `text` the line of the paste that it comes from
  std::vector<Text> remarks;  // what the message did not say and was filled in
  // The period before, where the day of the message is the first of its own: one that came
  // late may be meant for that.
  std::optional<ReportKey> before;
};
namespace intake {
class AreaNames;
}

// Reads what people send to one store, which must outlive it and keep its areas.
class PasteReader {
 public:
  explicit PasteReader(const Store& store);
  ~PasteReader();
  PasteReader(const PasteReader&) = delete;
  PasteReader& operator=(const PasteReader&) = delete;

  // `text`: tidied_paste(). Every line that is not empty is in exactly one piece or passed over.
  [[nodiscard]] Paste split(std::string_view text) const;
  // Reads a message: "KP1 08/5", then headings (Tình hình, Ý kiến, Kiến nghị …) with or without
  // marks, or "k phát sinh". Its area is known by name, short name or the end of its id; a day
  // without a year is of the year nearest to `received`, and chooses the period of the shortest
  // report type. `org`: empty for the first that reports there. Where a message does not say
  // it, the field is `society`, the stance `unclear`, and a proposal goes to the next level up;
  // a comment in the text says so. Empty after errors at their lines in `file`, whose help is
  // for the sender.
  [[nodiscard]] std::optional<MessageReport> read(const Piece& message, const std::string& file, const OrgId& org, Instant received,
                                                  Diagnostics& diagnostics) const;

 private:
  const Store& store_;
  std::unique_ptr<const intake::AreaNames> names_;
};

}  // namespace nammo
