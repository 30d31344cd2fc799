// Pastes: an input is what somebody copied out of a chat.
#include <algorithm>
#include <functional>
#include <map>

#include "fuzz/must.h"
#include "fuzz/report_laws.h"
#include "fuzz/sample.h"
#include "intake/headings.h"
#include "nammo/intake.h"
#include "nammo/loose_report.h"
#include "nammo/text.h"
#include "nammo/text_form.h"

using namespace nammo;
using fuzz::must;

namespace {

const Instant kReceived = *parse_instant("2024-05-08T16:45+07:00");

const PasteReader& reader() {
  static const PasteReader one(fuzz::sample());
  return one;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) lines.emplace_back(fuzz::take_line(text));
  return lines;
}

// Each line with a word in it stands once, under its number.
void check_lines(const Paste& paste, const std::vector<std::string>& lines) {
  std::map<int, int> seen;
  const auto see = [&](const PastedLine& line) {
    must(line.number >= 1 && line.number <= static_cast<int>(lines.size()), "a line is one of the paste");
    must(lines[static_cast<std::size_t>(line.number - 1)].find(line.text) != std::string::npos, "it says what stands there");
    ++seen[line.number];
  };
  for (const PastedLine& line : paste.passed_over) see(line);
  for (const Piece& piece : paste.pieces) {
    must(!piece.lines.empty(), "a piece has lines");
    must(std::is_sorted(piece.lines.begin(), piece.lines.end(), [](const auto& a, const auto& b) { return a.number < b.number; }), "their numbers rise");
    for (const PastedLine& line : piece.lines) see(line);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int times = seen.contains(static_cast<int>(i) + 1) ? seen[static_cast<int>(i) + 1] : 0;
    const bool blank = trimmed(lines[i], " \t").empty();
    must(times == 1 || (times == 0 && (blank || lines[i].find_first_not_of(" \t\xC2\xA0") == std::string::npos)), "a line stands in one piece or is passed over");
  }
}

// A word more at the end of one line of a message, but its first, is in the report, or it is
// refused; to whom a greeting goes is no word of it.
void check_nothing_dropped(Piece piece) {
  if (piece.lines.size() < 2) return;
  std::string all;
  for (const PastedLine& line : piece.lines) all += line.text;
  std::string& line = piece.lines[1 + std::hash<std::string>{}(all) % (piece.lines.size() - 1)].text;
  line += std::string(" ") + fuzz::kMark;
  if (intake::is_opening(trimmed(line))) return;
  Diagnostics findings;
  const auto report = reader().read(piece, "m", {}, kReceived, findings);
  must(!report || report->text.find(fuzz::kMark) != std::string::npos, "no word is dropped");
}

void check_message(const Piece& piece) {
  Diagnostics findings;
  const auto report = reader().read(piece, "m", {}, kReceived, findings);
  must(report.has_value() != findings.has_errors(), "read, or said why not");
  if (!report) return;
  fuzz::check_written_report(report->text, report->key);
  must(report->lines.size() == lines_of(report->text).size(), "each line of the file has its origin");
  const auto is_of_it = [&](int number) { return number >= piece.lines.front().number && number <= piece.lines.back().number; };
  must(std::all_of(report->lines.begin(), report->lines.end(), is_of_it), "which is a line of the message");
  check_nothing_dropped(piece);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Diagnostics findings;
  const std::string given(fuzz::text_of(data, size));
  if (!is_sound_text(given, "m", findings)) return 0;
  const std::string text = tidied_paste(given);
  must(tidied_paste(text) == text, "what is tidy stays so");
  const Paste paste = reader().split(text);
  check_lines(paste, lines_of(text));
  for (const Piece& piece : paste.pieces) {
    must(lines_of(text_in_place(piece)).size() == static_cast<std::size_t>(piece.lines.back().number), "a piece stands at its lines");
    if (piece.kind == Piece::Kind::message) check_message(piece);
  }
  return 0;
}
