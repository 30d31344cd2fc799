#include "render/escape_xml.h"

#include "nammo/text.h"

namespace nammo {

std::string escape_xml(std::string_view text) {
  std::string result;
  const std::string shown = printable(text);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i];
    if (c == '<') result += "&lt;";
    else if (c == '>') result += "&gt;";
    else if (c == '&') result += "&amp;";
    else if (c == '"') result += "&quot;";
    else if (shown.compare(i, 2, "\xEF\xBF") == 0 && i + 2 < shown.size() && shown[i + 2] >= '\xBE') {
      result += "\xEF\xBF\xBD";  // U+FFFE and U+FFFF are no characters of XML
      i += 2;
    } else result += c;
  }
  return result;
}

}  // namespace nammo
