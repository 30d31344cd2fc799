#pragma once

#include <string>
#include <vector>

#include "render/document.h"

namespace nammo {

// Which of the marks of a table were used; each has its words in the key line.
struct Marks {
  bool missing = false;        // …
  bool none = false;           // -: a ratio of nothing, where none arose
  bool not_collected = false;  // x
  bool withheld = false;       // •
};
[[nodiscard]] std::string marks_key(const Marks& marks, Language language);

// A cell with a figure of an indicator, or the mark that stands for it.
[[nodiscard]] std::string figure_text(const Total& total, const Indicator& indicator, Marks& marks, Language language);
// `of_nothing`: the denominator of a ratio is given and zero.
[[nodiscard]] std::string figure_text(const OwnValue& own, bool of_nothing, const Indicator& indicator, Marks& marks,
                                      Language language);
// "6/7": how many of those that should give it did.
[[nodiscard]] std::string share_text(const Total& total);
// "Hội viên (đến 08/5)": a stock says of when it is.
[[nodiscard]] std::string indicator_label(const Document& document, const Indicator& indicator, const Total& total);

}  // namespace nammo
