#include "yaml/read.h"

#include <yaml.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

#include "base/catalogue/yaml.h"
#include "base/unicode.h"
#include "yaml/scan.h"
#include "yaml/syntax_error.h"

namespace nammo::yaml {
namespace {

using std::size_t;

constexpr size_t kMaxDepth = 32;
constexpr int kMaxFindings = 100;  // in one file; a hostile one could have as many as lines
constexpr size_t kFewKeys = 16;

// Bytes from the character counts of libyaml, whose places come in rising order.
class ByteCursor {
 public:
  ByteCursor(std::string_view text, size_t first) : text_(text), first_(first), byte_(first) {}

  size_t byte_of(size_t character) {
    if (character < character_) {
      character_ = 0;
      byte_ = first_;
    }
    // Eight bytes at a time while all of their characters come before.
    while (byte_ + 8 <= text_.size() && character_ + 8 <= character) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text_.data() + byte_, 8);
      character_ += 8 - static_cast<size_t>(std::popcount((bytes >> 7U) & ~(bytes >> 6U) & 0x0101010101010101U));
      byte_ += 8;
    }
    while (character_ < character && byte_ < text_.size()) {
      character_ += is_inside_character(text_[byte_]) ? 0 : 1;
      ++byte_;
    }
    while (byte_ < text_.size() && is_inside_character(text_[byte_])) ++byte_;
    return byte_;
  }

 private:
  std::string_view text_;
  size_t first_;
  size_t byte_;
  size_t character_ = 0;
};

struct Event {
  yaml_event_t raw{};
  Event() = default;
  ~Event() { yaml_event_delete(&raw); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
};

std::string_view text_of(const yaml_char_t* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

Style style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return Style::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return Style::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE: return Style::literal;
    case YAML_FOLDED_SCALAR_STYLE: return Style::folded;
    default: return Style::plain;
  }
}

class Reader {
 public:
  Reader(Tree& tree, const std::string& file, bool surely_nfc, Diagnostics& diagnostics)
      : tree_(tree), file_(file), surely_nfc_(surely_nfc), diagnostics_(diagnostics),
        first_(tree.source().starts_with("\xEF\xBB\xBF") ? 3 : 0), cursor_(tree.source(), first_) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    const auto text = std::string_view(tree.source()).substr(first_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  ~Reader() { yaml_parser_delete(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // True when the whole document was read and nothing was refused.
  bool run() {
    for (bool more = true; more;) {
      Event event;
      if (yaml_parser_parse(&parser_, &event.raw) == 0) {
        report_parser_error();
        return false;
      }
      more = event.raw.type != YAML_STREAM_END_EVENT && take(event.raw);
    }
    return findings_ == 0;
  }

 private:
  struct Open {
    std::uint32_t index;
    bool flow;
  };

  // False when reading cannot go on.
  bool take(const yaml_event_t& event) {
    const size_t begin = cursor_.byte_of(event.start_mark.index);
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT: return begin_document(event, begin);
      case YAML_SCALAR_EVENT: add_scalar(event, begin); break;
      case YAML_ALIAS_EVENT:
        refuse("yaml-alias", begin, end_of(event), say(msg::yaml_alias), msg::yaml_alias_help);
        tree_.add_scalar({}, Style::plain, begin, end_of(event));
        break;
      case YAML_SEQUENCE_START_EVENT:
        check_properties(event.data.sequence_start.anchor, event.data.sequence_start.tag, begin);
        return open(Kind::sequence, begin, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
      case YAML_MAPPING_START_EVENT:
        check_properties(event.data.mapping_start.anchor, event.data.mapping_start.tag, begin);
        return open(Kind::mapping, begin, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: close(event); break;
      default: break;
    }
    return findings_ < kMaxFindings || stop_early(begin);
  }

  bool begin_document(const yaml_event_t& event, size_t begin) {
    if (++documents_ > 1) {
      refuse("yaml-documents", begin, begin + 3, say(msg::yaml_second_document), msg::yaml_second_document_help);
      return false;
    }
    const auto& start = event.data.document_start;
    if (start.tag_directives.start != start.tag_directives.end) {
      refuse("yaml-tag", begin, begin + 1, say(msg::yaml_tag, "%TAG"), msg::yaml_tag_help);
    }
    return true;
  }

  size_t end_of(const yaml_event_t& event) { return cursor_.byte_of(event.end_mark.index); }

  void add_scalar(const yaml_event_t& event, size_t begin) {
    const auto& scalar = event.data.scalar;
    check_properties(scalar.anchor, scalar.tag, begin);
    const std::string_view text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const Style style = style_of(scalar.style);
    size_t end = end_of(event);
    if (style == Style::literal || style == Style::folded) end = trimmed(begin, end);
    if (style == Style::double_quoted) check_escapes(text, begin, end);
    if (surely_nfc_ && scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
      tree_.add_scalar(text, style, begin, end);
    } else {
      tree_.add_scalar(to_nfc(text), style, begin, end);  // an escape may have made what does not stand in the file
    }
    last_scalar_ = begin;
    last_end_ = end;
  }

  // A control character cannot come in by an escape either.
  void check_escapes(std::string_view text, size_t begin, size_t end) {
    const auto at = find_control_character(text);
    if (!at) return;
    const auto character = text[*at] == '\xC2' ? text[*at + 1] : text[*at];
    refuse("text-encoding", begin, end, say(msg::yaml_control, static_cast<unsigned>(static_cast<unsigned char>(character))),
           msg::yaml_control_help);
  }

  // libyaml ends a block scalar after the empty lines that follow it.
  [[nodiscard]] size_t trimmed(size_t begin, size_t end) const {
    const auto& source = tree_.source();
    while (end > begin && (source[end - 1] == '\n' || source[end - 1] == '\r' || source[end - 1] == ' ')) --end;
    return end;
  }

  void check_properties(const yaml_char_t* anchor, const yaml_char_t* tag, size_t begin) {
    if (anchor != nullptr) {
      refuse("yaml-alias", begin, begin + 1 + text_of(anchor).size(), say(msg::yaml_anchor), msg::yaml_alias_help);
    }
    if (tag != nullptr) refuse_tag(text_of(tag), begin);
  }

  void refuse_tag(std::string_view tag, size_t begin) {
    const auto& source = tree_.source();
    const size_t mark = std::min(source.find('!', begin), source.size());
    const size_t end = std::min(source.find_first_of(" \n\r", mark), source.size());
    refuse("yaml-tag", mark, end, say(msg::yaml_tag, printable(tag)), msg::yaml_tag_help);
  }

  bool open(Kind kind, size_t begin, bool flow) {
    if (open_.size() == kMaxDepth) {
      refuse("yaml-depth", begin, begin + 1, say(msg::yaml_too_deep, kMaxDepth), msg::yaml_too_deep_help);
      return false;
    }
    open_.push_back({tree_.open(kind, begin), flow});
    last_end_ = begin;
    return true;
  }

  void close(const yaml_event_t& event) {
    const Open closed = open_.back();
    open_.pop_back();
    // A block ends where its last part does, not where the next token begins.
    if (closed.flow) last_end_ = end_of(event);
    tree_.close(closed.index, last_end_);
    const Node node(&tree_, closed.index);
    if (node.is_mapping()) check_keys(node);
  }

  void check_keys(const Node& mapping) {
    keys_.clear();
    mapping.each_pair([&](const Node& key, const Node&) {
      if (!key.is_scalar()) {
        refuse("yaml-syntax", key.begin_byte(), key.end_byte(), say(msg::yaml_key_not_text), msg::yaml_key_not_text_help);
      } else if (key.text() == "<<" && key.is_plain()) {
        refuse("yaml-alias", key.begin_byte(), key.end_byte(), say(msg::yaml_merge), msg::yaml_alias_help);
      } else {
        keys_.push_back(key);
      }
    });
    if (keys_.size() <= kFewKeys) {
      for (size_t i = 1; i < keys_.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
          if (keys_[i].text() != keys_[j].text()) continue;
          refuse_duplicate(keys_[j], keys_[i]);
          break;
        }
      }
      return;
    }
    std::stable_sort(keys_.begin(), keys_.end(), [](const Node& a, const Node& b) { return a.text() < b.text(); });
    size_t first = 0;
    for (size_t i = 1; i < keys_.size(); ++i) {
      if (keys_[i].text() != keys_[first].text()) {
        first = i;
      } else if (findings_ < kMaxFindings) {
        refuse_duplicate(keys_[first], keys_[i]);
      }
    }
  }

  void refuse_duplicate(const Node& first, const Node& second) {
    Diagnostic found{Severity::error, "yaml-duplicate-key", {file_, second.place()},
                     say(msg::yaml_duplicate, printable(second.text())), say(msg::yaml_duplicate_help), {}};
    found.related.push_back({{file_, first.place()}, say(msg::yaml_duplicate_first)});
    diagnostics_.add(std::move(found));
    ++findings_;
  }

  void refuse(const char* code, size_t begin, size_t end, Text message, const Message& help) {
    diagnostics_.error(code, {file_, tree_.place(begin, end)}, std::move(message), say(help));
    ++findings_;
  }

  bool stop_early(size_t begin) {
    diagnostics_.error("yaml-syntax", {file_, tree_.place(begin, begin)}, say(msg::yaml_and_more, kMaxFindings));
    return false;
  }

  void report_bad_character(size_t at) {
    // libyaml points at the byte that breaks a sequence, not at its first one.
    at = find_invalid_utf8(tree_.source()).value_or(at);
    const Location where{file_, tree_.place(at, at + 1)};
    if (std::string_view(parser_.problem) == "control characters are not allowed") {
      diagnostics_.error("text-encoding", where, say(msg::yaml_control, static_cast<unsigned>(parser_.problem_value)),
                         say(msg::yaml_control_help));
    } else {
      diagnostics_.error("text-encoding", where, say(msg::yaml_invalid_utf8), say(msg::yaml_invalid_utf8_help));
    }
  }

  void report_parser_error() {
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    if (parser_.error == YAML_READER_ERROR) {
      report_bad_character(first_ + parser_.problem_offset);
      return;
    }
    const ParserError error{parser_.context == nullptr ? "" : parser_.context,
                            parser_.problem == nullptr ? "" : parser_.problem,
                            cursor_.byte_of(parser_.context_mark.index), cursor_.byte_of(parser_.problem_mark.index),
                            last_scalar_};
    diagnostics_.add(explain(error, tree_, file_));
  }

  Tree& tree_;
  const std::string& file_;
  bool surely_nfc_;
  Diagnostics& diagnostics_;
  size_t first_;
  ByteCursor cursor_;
  yaml_parser_t parser_{};
  std::vector<Open> open_;
  std::vector<Node> keys_;
  size_t last_scalar_ = 0;
  size_t last_end_ = 0;
  int documents_ = 0;
  int findings_ = 0;
};

// The lines from the first marker to the last, as one finding.
void refuse_conflict(const Tree& tree, size_t at, const std::string& file, Diagnostics& diagnostics) {
  const std::string_view source = tree.source();
  size_t last = at;
  for (size_t line = at; line < source.size();) {
    if (source.substr(line, 7) == ">>>>>>>") last = line;
    const size_t end = source.find('\n', line);
    if (end == std::string_view::npos) break;
    line = end + 1;
  }
  const Place place = tree.place(at, at + 7);
  const int last_line = std::max(place.line, tree.place(last, last).line);
  diagnostics.error("git-conflict", {file, place}, say(msg::yaml_conflict, place.line, last_line), say(msg::yaml_conflict_help));
}

void refuse_control(const Tree& tree, size_t at, const std::string& file, Diagnostics& diagnostics) {
  const auto& source = tree.source();
  const auto byte = [&](size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(source[i])); };
  const unsigned character = byte(at) == 0xC2U ? byte(at + 1) : byte(at);
  diagnostics.error("text-encoding", {file, tree.place(at, at + 1)}, say(msg::yaml_control, character), say(msg::yaml_control_help));
}

// True when the bytes are text that may be read as YAML.
bool is_readable_text(const Tree& tree, const Scan& scanned, const std::string& file, Diagnostics& diagnostics) {
  const auto& source = tree.source();
  const auto refuse = [&](size_t at, const Message& message, const Message& help) {
    diagnostics.error("text-encoding", {file, tree.place(at, at + 1)}, say(message), say(help));
    return false;
  };
  if (scanned.conflict) {
    refuse_conflict(tree, *scanned.conflict, file, diagnostics);
    return false;
  }
  if (source.starts_with("\xFF\xFE") || source.starts_with("\xFE\xFF")) return refuse(0, msg::yaml_utf16, msg::yaml_utf16_help);
  if (scanned.control) {
    refuse_control(tree, *scanned.control, file, diagnostics);
    return false;
  }
  if (!scanned.maybe_legacy) return true;
  const LegacyText legacy = find_legacy_text(source);
  if (legacy.encoding == LegacyEncoding::none) return true;
  return refuse(legacy.at, legacy.encoding == LegacyEncoding::tcvn3 ? msg::yaml_tcvn3 : msg::yaml_vni, msg::yaml_legacy_help);
}

}  // namespace

std::optional<Tree> read(std::string source, const std::string& file, Diagnostics& diagnostics) {
  Tree tree;
  tree.set_source(std::move(source));
  const Scan scanned = scan(tree.source());
  if (!is_readable_text(tree, scanned, file, diagnostics)) return std::nullopt;
  if (!Reader(tree, file, scanned.surely_nfc, diagnostics).run()) return std::nullopt;
  if (!tree.root() || tree.root().is_null()) {
    tree.clear();
    tree.close(tree.open(Kind::mapping, 0), 0);
  }
  return tree;
}

bool is_sound(std::string text, const std::string& file, Diagnostics& diagnostics) {
  Tree tree;
  tree.set_source(std::move(text));
  if (!is_readable_text(tree, scan(tree.source()), file, diagnostics)) return false;
  const auto at = find_invalid_utf8(tree.source());
  if (!at) return true;
  diagnostics.error("text-encoding", {file, tree.place(*at, *at + 1)}, say(msg::yaml_invalid_utf8), say(msg::yaml_invalid_utf8_help));
  return false;
}

}  // namespace nammo::yaml
