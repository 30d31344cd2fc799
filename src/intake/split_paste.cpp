#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "intake/chat_marks.h"
#include "intake/folded.h"
#include "nammo/text.h"
#include "intake/head.h"
#include "intake/headings.h"
#include "nammo/intake.h"

namespace nammo {
namespace {

using namespace intake;
using std::size_t;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\xC2\xA0") == std::string_view::npos; }
bool is_modeline(std::string_view line) { return line.starts_with("# yaml-language-server:"); }
bool is_document_mark(std::string_view line) {
  const auto mark = trimmed(line);
  return mark == "---" || mark == "...";
}
bool is_key(std::string_view line, std::string_view key) {
  return line.starts_with(key) && line.size() > key.size() && line[key.size()] == ':' && (line.size() == key.size() + 1 || line[key.size() + 1] == ' ');
}
// The line of a text form that says which report it is (nammo/text_form.h).
bool is_form_code(std::string_view line) {
  const std::string plain = folded(trimmed(line, " \t-*•+"));
  return (plain.starts_with("ma bao cao") || plain.starts_with("report code")) && plain.find(':') != std::string::npos;
}
bool is_identity_key(std::string_view line) {
  for (const std::string_view key : {"report", "org", "area", "period", "officer"}) {
    if (is_key(line, key)) return true;
  }
  return false;
}

std::vector<PastedLine> lines_of(std::string_view text) {
  std::vector<PastedLine> lines;
  for (int number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back({number, std::string(text.substr(0, end))});
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

class Splitter {
 public:
  Splitter(std::string_view text, const AreaNames& names) : lines_(lines_of(text)), names_(names) {}

  Paste split() {
    for (at_ = 0; at_ < lines_.size(); ++at_) take(lines_[at_]);
    for (Piece& piece : paste_.pieces) trim(piece);
    return std::move(paste_);
  }

 private:
  void take(const PastedLine& line) {
    if (is_blank(line.text)) return take_blank(line);
    if (is_form_code(line.text)) return take_form_code(line);
    if (auto stamp = find_stamp(line.text)) return take_stamp(line, std::move(*stamp));
    if (starts_yaml(line.text)) {
      const bool goes_on = in(Piece::Kind::yaml) && !begins_another(line.text);
      return goes_on ? add(line) : begin(Piece::Kind::yaml, line);
    }
    if (in(Piece::Kind::form)) return add(line);
    const bool inside = line.text.starts_with(' ') || (!is_document_mark(line.text) && !starts_message(line.text));
    if (in(Piece::Kind::yaml) && inside) return add(line);
    take_chat(line);
  }

  void take_blank(const PastedLine& line) {
    if (in(Piece::Kind::yaml) || in(Piece::Kind::form)) add(line);
    after_gap_ = true;
  }

  // The title of a form stands right above its code.
  void take_form_code(const PastedLine& line) {
    std::vector<PastedLine> form{line};
    while (!paste_.pieces.empty() && form.size() <= kLongestTitle) {
      auto& [kind, lines, sender, sent] = paste_.pieces.back();
      if (kind == Piece::Kind::yaml || (kind == Piece::Kind::form && lines.size() == 1)) break;
      const PastedLine& last = lines.back();
      if (last.number + 1 != form.front().number || is_blank(last.text) || has_part(last.text)) break;
      form.insert(form.begin(), last);
      lines.pop_back();
      if (lines.empty()) paste_.pieces.pop_back();
    }
    if (last_.piece && *last_.piece >= paste_.pieces.size()) last_.piece.reset();
    begin(Piece::Kind::form, form.front());
    for (size_t i = 1; i < form.size(); ++i) add(form[i]);
  }
  [[nodiscard]] bool has_part(std::string_view line) const {
    const auto head = find_head(line, names_);
    return find_heading(line) || says_nil(line) || (head && !head->rest.empty());
  }

  void take_stamp(const PastedLine& line, Stamp stamp) {
    last_ = {open_, open_sender()};
    end();
    stamp_ = std::move(stamp);
    after_gap_ = true;
    if (is_blank(stamp_.rest)) return pass_over(line);
    if (starts_yaml(stamp_.rest)) return begin(Piece::Kind::yaml, {line.number, stamp_.rest});
    take_chat({line.number, stamp_.rest});
  }

  void take_chat(const PastedLine& line) {
    if (is_hour(line.text)) return take_hour(line);
    if (is_document_mark(line.text) || (is_notice(line.text) && !says_none(line.text)) || is_closing(line.text)) {
      if (is_document_mark(line.text)) end();
      return pass_over(line);
    }
    if (is_name(line.text) && next_begins()) {
      end();
      return pass_over(line);
    }
    if (in(Piece::Kind::message) && is_greeting(line.text)) return add(line);
    if (starts_message(line.text) || (in(Piece::Kind::message) && is_like_head(line.text, at_))) return begin(Piece::Kind::message, line);
    if (in(Piece::Kind::message)) return add(line);
    if (find_heading(line.text) || says_nil(line.text)) return take_part(line);
    if (is_opening(line.text)) return pass_over(line);
    in(Piece::Kind::talk) ? add(line) : begin(Piece::Kind::talk, line);
  }

  // Right below a head a greeting may name the area to whose office the message goes.
  [[nodiscard]] bool is_greeting(std::string_view line) const {
    if (paste_.pieces[*open_].lines.size() != 1 || !is_opening(line)) return false;
    const auto head = find_head(line, names_);
    return !head || (!head->time && head->rest.empty());
  }

  // A name stands above the hour at which that person wrote.
  void take_hour(const PastedLine& line) {
    if (open_ && !in(Piece::Kind::yaml)) {
      auto& lines = paste_.pieces[*open_].lines;
      if (lines.size() > 1 && is_name(lines.back().text)) {
        pass_over(lines.back());
        lines.pop_back();
      }
    }
    last_ = {open_, open_sender()};
    end();
    stamp_ = {};
    after_gap_ = true;
    pass_over(line);
  }

  // A part without a head goes on from the message that the same person sent before.
  void take_part(const PastedLine& line) {
    const bool same = last_.piece && paste_.pieces[*last_.piece].kind == Piece::Kind::message && !stamp_.sender.empty() &&
                      stamp_.sender == last_.sender;
    if (!same) return begin(Piece::Kind::message, line);
    open_ = last_.piece;
    add(line);
  }

  // ---- what a line is, from itself and those after it ----

  [[nodiscard]] bool starts_yaml(std::string_view line) {
    if (is_modeline(line) || is_identity_key(line)) return true;
    if (!line.starts_with('#') || in(Piece::Kind::yaml)) return false;
    if (at_ >= comments_end_) {
      comments_end_ = at_ + 1;
      while (comments_end_ < lines_.size() && (is_blank(lines_[comments_end_].text) || lines_[comments_end_].text.starts_with('#'))) ++comments_end_;
      before_yaml_ = comments_end_ < lines_.size() && is_identity_key(lines_[comments_end_].text);
    }
    return before_yaml_;
  }

  // Another report behind one that goes on: a line for the editor, or a second `report`.
  [[nodiscard]] bool begins_another(std::string_view line) const {
    const auto has = [&](auto what) {
      for (const PastedLine& one : paste_.pieces[*open_].lines) {
        if (what(one.text)) return true;
      }
      return false;
    };
    if (is_modeline(line)) return has(is_identity_key) || has(is_modeline);
    return is_key(line, "report") && has([](std::string_view one) { return is_key(one, "report"); });
  }

  [[nodiscard]] bool next_begins() const {
    for (size_t i = at_ + 1; i < lines_.size(); ++i) {
      const std::string& next = lines_[i].text;
      if (is_blank(next)) continue;
      return is_hour(next) || is_document_mark(next) || find_stamp(next) || starts_message_at(next, i);
    }
    return false;
  }

  [[nodiscard]] bool starts_message(std::string_view line) const { return starts_message_at(line, at_); }
  [[nodiscard]] bool starts_message_at(std::string_view line, size_t at) const {
    if (find_heading(line)) return false;
    const auto head = find_head(line, names_);
    if (!head) return false;
    const bool part_follows = head->rest.empty() ? part_after(at) : find_heading(head->rest) || says_nil(head->rest);
    if (!head->areas.empty()) return head->time.has_value() || part_follows;
    const bool short_words = head->area_words.size() <= kLongestUnknown;
    return part_follows && short_words && (after_gap_ || paste_.pieces.empty() || at != at_ || !open_ || names_.is_like_one(head->area_words));
  }

  // "KP 3 T.31" above a heading: another message, although it cannot be told of which time.
  [[nodiscard]] bool is_like_head(std::string_view line, size_t at) const {
    return !find_heading(line) && is_words_of_head(line) && part_after(at);
  }

  [[nodiscard]] bool part_after(size_t at) const {
    for (size_t i = at + 1; i < lines_.size(); ++i) {
      const std::string& next = lines_[i].text;
      if (is_blank(next) || is_opening(next)) continue;
      return find_heading(next) || says_nil(next);
    }
    return false;
  }

  // ---- pieces ----

  [[nodiscard]] bool in(Piece::Kind kind) const { return open_ && paste_.pieces[*open_].kind == kind; }
  [[nodiscard]] std::string open_sender() const { return open_ ? paste_.pieces[*open_].sender : std::string{}; }

  void begin(Piece::Kind kind, const PastedLine& line) {
    Piece piece;
    piece.kind = kind;
    piece.sender = stamp_.sender;
    piece.sent = stamp_.sent;
    open_ = paste_.pieces.size();
    paste_.pieces.push_back(std::move(piece));
    add(line);
  }
  void add(const PastedLine& line) {
    paste_.pieces[*open_].lines.push_back(line);
    after_gap_ = false;
  }
  void end() { open_.reset(); }
  void pass_over(const PastedLine& line) {
    if (in(Piece::Kind::yaml)) end();
    paste_.passed_over.push_back(line);
  }

  static void trim(Piece& piece) {
    while (piece.lines.size() > 1 && is_blank(piece.lines.back().text)) piece.lines.pop_back();
  }

  static constexpr size_t kLongestTitle = 4;     // lines
  static constexpr size_t kLongestUnknown = 60;  // bytes of what may be the name of an area

  std::vector<PastedLine> lines_;
  const AreaNames& names_;
  Paste paste_;
  size_t at_ = 0;
  size_t comments_end_ = 0;  // of comments and empty lines that are being passed, and what follows them
  bool before_yaml_ = false;
  std::optional<size_t> open_;  // the piece that goes on
  Stamp stamp_;                 // of the message that is read
  struct {
    std::optional<size_t> piece;
    std::string sender;
  } last_;  // before that
  bool after_gap_ = true;
};

}  // namespace

std::string tidied_paste(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') plain += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n') plain += '\n';
  }
  return to_nfc(plain);
}

PasteReader::PasteReader(const Store& store) : store_(store), names_(std::make_unique<const AreaNames>(store)) {}

PasteReader::~PasteReader() = default;

Paste PasteReader::split(std::string_view text) const { return Splitter(text, *names_).split(); }

std::string text_in_place(const Piece& piece) {
  std::string text;
  int line = 1;
  for (const PastedLine& one : piece.lines) {
    text.append(static_cast<size_t>(one.number - line), '\n');
    text += one.text + "\n";
    line = one.number + 1;
  }
  return text;
}

}  // namespace nammo
