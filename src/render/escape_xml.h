#pragma once

#include <string>
#include <string_view>

namespace nammo {

// Text from outside as it may stand in XML and HTML, between tags and in an attribute:
// it shows as it is and means nothing. What no XML file may hold becomes U+FFFD.
[[nodiscard]] std::string escape_xml(std::string_view text);

}  // namespace nammo
