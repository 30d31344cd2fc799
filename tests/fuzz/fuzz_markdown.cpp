// Markdown: an input is a text that templates put into documents; cmark-gfm must show it as it is.
#include <cmark-gfm-extension_api.h>

#include <cstdlib>
#include <memory>

#include "fuzz/markdown.h"
#include "fuzz/must.h"
#include "nammo/text.h"
#include "render/escape_markdown.h"

using namespace nammo;
using fuzz::must;

namespace {

std::string rendered(const std::string& markdown) {
  const fuzz::Markdown read(markdown, CMARK_OPT_UNSAFE);
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(read.root.get(), CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(read.parser.get())), std::free);
  return html.get();
}

std::string without_address_links(std::string html) {
  for (const std::string_view scheme : fuzz::kAddressSchemes) {
    const std::string start = "<a href=\"" + std::string(scheme);
    for (auto at = html.find(start); at != std::string::npos; at = html.find(start)) {
      const auto end = html.find("</a>", at);
      html.erase(end, 4).erase(at, html.find('>', at) + 1 - at);
    }
  }
  return html;
}

std::string one_line(std::string_view text) {
  std::string line = printable(text);
  while (line.find("  ") != std::string::npos) line = fuzz::with_all(line, "  ", " ");
  return std::string(trimmed(line, " "));
}

std::string in_html(std::string_view text) {
  return fuzz::with_all(fuzz::with_all(fuzz::with_all(fuzz::with_all(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;"), "\"", "&quot;");
}

}  // namespace

// The places where a template puts a text: those of tests/render/second_opinion.py.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const std::string shown = in_html(one_line(text));
  if (shown.empty()) return 0;
  const std::string x = escape_markdown(text);
  const std::string first = markdown_line(text);
  const std::string markdown = "- " + first + "\n\npara " + x + "\n\n" + first + "\n\n| h | " + x + " |\n|---|---|\n| " + x + " | *(" + x + ")*<br>- " + x +
                               " |\n\n- *" + x + " (x):* " + x + " *(" + x + ")*./.\n- **" + x + ":** y\n";
  const std::string expected = "<ul>\n<li>" + shown + "</li>\n</ul>\n<p>para " + shown + "</p>\n<p>" + shown +
                               "</p>\n<table>\n<thead>\n<tr>\n<th>h</th>\n<th>" + shown + "</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>" + shown +
                               "</td>\n<td><em>(" + shown + ")</em><br>- " + shown + "</td>\n</tr>\n</tbody>\n</table>\n<ul>\n<li><em>" + shown +
                               " (x):</em> " + shown + " <em>(" + shown + ")</em>./.</li>\n<li><strong>" + shown + ":</strong> y</li>\n</ul>\n";
  must(without_address_links(rendered(markdown)) == expected, "a text shows as it is and means nothing");
  return 0;
}
