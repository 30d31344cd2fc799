// HTML: an input is the text of a document, Markdown from data, and its title at once.
#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/unicode.h"
#include "fuzz/must.h"
#include "nammo/html.h"
#include "nammo/text.h"
#include "render/escape_xml.h"

using namespace nammo;
using fuzz::must;

namespace {

constexpr std::array<std::string_view, 35> kTags = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "em", "strong", "a",
    "table", "thead", "tbody", "tr", "th", "td", "div", "header", "footer", "section", "br", "hr", "blockquote", "pre", "code"};
constexpr std::array<std::string_view, 10> kAttributes = {"lang", "charset", "name", "content", "http-equiv", "class", "scope", "href", "title", "start"};

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// A reader of well-formed XML, of so much as the pages have.
class PageReader {
 public:
  explicit PageReader(std::string_view page) : rest_(page) {}

  void read() {
    must(take("<!DOCTYPE html>\n"), "a page begins with its type");
    while (!rest_.empty()) rest_.starts_with('<') ? markup() : text();
    must(open_.empty(), "every tag is closed");
  }
  [[nodiscard]] const std::string& title() const { return title_; }

 private:
  bool take(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    rest_.remove_prefix(what.size());
    return true;
  }
  std::string_view until(std::string_view mark) {
    const auto end = rest_.find(mark);
    must(end != std::string_view::npos, "what begins in a page ends in it");
    const auto part = rest_.substr(0, end);
    rest_.remove_prefix(end + mark.size());
    return part;
  }

  void text() {
    const auto end = std::min(rest_.find('<'), rest_.size());
    const auto shown = unescaped(rest_.substr(0, end));
    if (!open_.empty() && open_.back() == "title") title_ += shown;
    rest_.remove_prefix(end);
  }
  static std::string unescaped(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
      bool entity = false;
      for (const auto& [name, value] : {std::pair{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}}) {
        if (entity || !text.starts_with(name)) continue;
        entity = true;
        shown += value;
        text.remove_prefix(std::string_view(name).size());
      }
      if (entity) continue;
      must(text.front() != '&' && text.front() != '<', "& and < are escaped");
      shown += text.front();
      text.remove_prefix(1);
    }
    return shown;
  }

  void markup() {
    if (take("</")) {
      must(!open_.empty() && open_.back() == until(">"), "tags close in their order");
      open_.pop_back();
      return;
    }
    take("<");
    const std::string name(rest_.substr(0, rest_.find_first_of(" />")));
    rest_.remove_prefix(name.size());
    must(holds(kTags, name), "only the tags of documents");
    while (take(" ")) {
      if (rest_.starts_with('/')) break;
      attribute();
    }
    if (take("/>")) return;
    must(take(">"), "a tag ends");
    open_.push_back(name);
    if (name == "style") must(until("</style>").find('<') == std::string_view::npos, "no tag in a style"), open_.pop_back();
  }
  void attribute() {
    const auto name = until("=\"");
    must(holds(kAttributes, name), "only the attributes of documents");
    std::string value = unescaped(until("\""));
    std::transform(value.begin(), value.end(), value.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const char* scheme : {"javascript:", "vbscript:", "file:", "data:"}) {
      if (name == "href") must(!value.starts_with(scheme), "no address that runs or reads");
    }
  }

  std::string_view rest_;
  std::vector<std::string> open_;
  std::string title_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  auto rest = text;
  std::string document;  // whose lines are printable, as all that comes from data
  while (!rest.empty()) document += printable(fuzz::take_line(rest)) + "\n";
  const std::string page = html_page(document, text, Language::vi);
  must(!find_invalid_utf8(page) && !find_control_character(page), "a page is sound text");
  PageReader reader(page);
  reader.read();
  const auto shown = fuzz::with_all(fuzz::with_all(printable(text), "\xEF\xBF\xBE", "\xEF\xBF\xBD"), "\xEF\xBF\xBF", "\xEF\xBF\xBD");
  must(reader.title() == shown, "the title shows as it is");
  return 0;
}
