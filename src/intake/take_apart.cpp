#include <re2/re2.h>

#include "intake/folded.h"
#include "nammo/text.h"
#include "intake/message.h"

namespace nammo::intake {
namespace {

// "- ", "+ ", "• ", "1. ", "a) " before the text of an entry.
std::optional<std::string> after_bullet(const std::string& line) {
  static const RE2 kBullet(R"(^\s*(?:[-+*•–]+\s*|(?:[0-9]{1,2}|[a-hA-H])[.)]\s+|[0-9]{1,2}[/)]\s*)(\S.*)$)");
  std::string text;
  if (!RE2::FullMatch(line, kBullet, &text)) return std::nullopt;
  return text;
}

// A line of its own in a message is a sentence of its own, where it looks like one.
void join(std::string& text, const std::string& line) {
  constexpr std::string_view kEnds = ".;:,!?-";
  const bool ended = text.empty() || kEnds.find(text.back()) != std::string_view::npos || text.ends_with("…");
  text += (ended || !begins_with_capital(line) ? " " : ". ") + line;
}

class Reader {
 public:
  explicit Reader(const AreaNames& names) : names_(names) {}

  MessageParts read(const Piece& piece) {
    const PastedLine& first = piece.lines.front();
    message_.head_line = first.number;
    size_t begin = 0;
    if (!find_heading(first.text) && !says_nil(first.text)) {
      message_.head = find_head(first.text, names_);
      begin = message_.head ? 1 : 0;
    }
    if (message_.head && !message_.head->rest.empty()) take(first.number, message_.head->rest);
    for (size_t i = begin; i < piece.lines.size(); ++i) take(piece.lines[i].number, piece.lines[i].text);
    return std::move(message_);
  }

 private:
  using size_t = std::size_t;

  void take(int number, const std::string& line) {
    if (auto heading = find_heading(line)) {
      // "Tình hình ổn định, không có gì phát sinh" is of the whole.
      const bool whole = heading->section == Section::situation && says_nil(line);
      begin_part(number, std::move(*heading), whole);
      return;
    }
    if (says_nil(line) && !open_ && (!section_ || section_ == Section::situation)) return take_nil(number, line);
    const auto bullet = after_bullet(line);
    const std::string text(trimmed(bullet ? *bullet : line));
    if (!section_ && is_opening(text)) return;
    const bool joins = !bullet && open_;
    if (joins) {
      join(message_.entries.back().text, text);
    } else if (!section_ || !says_none(text)) {
      add(number, text);
    }
  }

  void begin_part(int number, Heading heading, bool whole) {
    message_.has_parts = true;
    section_ = heading.section;
    about_ = heading.about;
    open_ = false;
    if (whole) return take_nil(number, heading.rest, true);
    if (heading.rest.empty() || says_none(heading.rest)) {
      if (*section_ == Section::situation && says_nil(heading.rest)) take_nil(number, heading.rest);
      else if (*section_ == Section::situation && !heading.rest.empty()) take_nil(number, {});
      return;
    }
    const auto bullet = after_bullet(heading.rest);
    add(number, bullet ? *bullet : heading.rest);
  }

  // A sentence that says more than that stands as the general judgement.
  void take_nil(int number, const std::string& line, bool whole = false) {
    message_.has_parts = true;
    message_.nil = true;
    message_.all_nil |= !section_ || whole;
    open_ = false;
    if (folded(line).find("on dinh") != std::string::npos || folded(line).find("binh thuong") != std::string::npos) {
      message_.entries.push_back({Section::overview, {}, line, number});
    }
  }

  void add(int number, const std::string& text) {
    Section section = section_.value_or(Section::overview);
    if (section == Section::situation && about_.empty() && says_quiet(text)) section = Section::overview;
    message_.entries.push_back({section, about_, text, number});
    open_ = true;
  }

  const AreaNames& names_;
  MessageParts message_;
  std::optional<Section> section_;
  std::string about_;
  bool open_ = false;  // the last entry may go on
};

}  // namespace

MessageParts take_apart(const Piece& piece, const AreaNames& names) { return Reader(names).read(piece); }

}  // namespace nammo::intake
