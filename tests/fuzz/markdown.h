#pragma once

#include <cmark-gfm.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace nammo::fuzz {

// Markdown as cmark-gfm reads it, with the extensions of GitHub.
struct Markdown {
  std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser;
  std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root;

  Markdown(const std::string& text, int options);
};

// Addresses become links when cmark-gfm has taken the escapes away already: no way of writing keeps it
// from that (render/escape_markdown.h).
inline constexpr std::array<std::string_view, 2> kAddressSchemes{"mailto:", "xmpp:"};

}  // namespace nammo::fuzz
