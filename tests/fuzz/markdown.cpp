#include "fuzz/markdown.h"

#include <cmark-gfm-core-extensions.h>

namespace nammo::fuzz {

Markdown::Markdown(const std::string& text, int options) : parser(nullptr, cmark_parser_free), root(nullptr, cmark_node_free) {
  cmark_gfm_core_extensions_ensure_registered();
  parser.reset(cmark_parser_new(options));
  for (const char* name : {"table", "strikethrough", "autolink", "tagfilter", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  root.reset(cmark_parser_finish(parser.get()));
}

}  // namespace nammo::fuzz
