#include "render/template_markup.h"

#include <algorithm>
#include <cstdint>

#include "base/catalogue/render.h"

namespace nammo {
namespace {

using std::size_t;

constexpr size_t kLongestTag = 200;  // bytes of it that are marked
constexpr std::string_view kBreaks[] = {"<br>", "<br/>", "<br />"};

// The words of a template, between its tags.
class MarkupChecker {
 public:
  MarkupChecker(std::string_view text, std::span<const TemplateTag> tags, TemplateFindings& findings) : text_(text), tags_(tags), findings_(findings) {}

  void run() {
    auto next = tags_.begin();
    for (size_t at = 0; at < text_.size();) {
      while (next != tags_.end() && next->begin < at) ++next;
      tag_ = next == tags_.end() ? text_.size() : next->begin;
      if (at < tag_) {
        at = look_at(at);
      } else {
        take(*next);
        at = next->end;
      }
    }
  }

 private:
  // Of a link: "[…](" or "[…]:" and blanks, then its letters.
  enum class Address : std::uint8_t { none, before, inside };
  static constexpr int kMany = 1 << 30;  // parentheses: none of them ends the address

  // Just before a tag, or before what an outline has behind this part.
  [[nodiscard]] bool borders(size_t at) const {
    return at == tag_ || text_.find_first_not_of("\r\n", at) == std::string_view::npos;
  }

  void take(const TemplateTag& tag) {
    if (address_ != Address::none) refuse(tag.begin, tag.end, msg::template_address, msg::template_address_help);
    address_ = Address::none;
  }

  size_t look_at(size_t at) {
    const char c = text_[at];
    const char next = at + 1 < tag_ ? text_[at + 1] : '\0';
    if (c == ']' && (next == '(' || next == ':')) {
      address_ = Address::before;
      blank_lines_ = 0;
      parentheses_ = next == '(' ? 1 : kMany;
      return at + 2;
    }
    follow_address(c);
    if (c == '<') return look_at_tag(at);
    if (c != '\\') return at + 1;
    if (!borders(at + 1)) return at + 2;
    refuse(at, at + 1, msg::template_backslash, msg::template_backslash_help);
    return at + 1;
  }

  void follow_address(char c) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (c == '\n') ++blank_lines_;
    if (address_ == Address::before && !blank) address_ = Address::inside;
    if (c == '(') ++parentheses_;
    if (c == ')') --parentheses_;
    const bool ends = address_ == Address::inside ? blank || parentheses_ == 0 : blank_lines_ > 1;
    if (ends) address_ = Address::none;
  }

  size_t look_at_tag(size_t at) {
    const auto rest = text_.substr(at, kLongestTag);
    for (const auto line_break : kBreaks) {
      if (rest.starts_with(line_break)) return at + line_break.size();
    }
    const char next = rest.size() > 1 ? rest[1] : ' ';
    const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    if (!letter && next != '/' && next != '!' && next != '?' && !borders(at + 1)) return at + 1;
    const auto stop = std::min(rest.find_first_of(">{\r\n"), rest.size() - 1);
    const size_t end = std::min(at + stop + (rest[stop] == '>' ? 1 : 0), tag_);
    refuse(at, std::max(end, at + 1), msg::template_html, msg::template_html_help);
    return std::max(end, at + 1);
  }

  void refuse(size_t begin, size_t end, const Message& message, const Message& help) {
    findings_.error("template-markup", begin, end, say(message), say(help));
  }

  std::string_view text_;
  std::span<const TemplateTag> tags_;
  TemplateFindings& findings_;
  size_t tag_ = 0;  // where the next one begins
  Address address_ = Address::none;
  int blank_lines_ = 0;
  int parentheses_ = 0;  // that are open in it
};

}  // namespace

void check_markup(std::string_view text, std::span<const TemplateTag> tags, TemplateFindings& findings) {
  MarkupChecker(text, tags, findings).run();
}

}  // namespace nammo
