#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/consolidated.h"
#include "nammo/render.h"
#include "nammo/store.h"
#include "nammo/text.h"

namespace nammo {

// Pictures of a consolidated report (DESIGN 8): figures over periods, opinions by
// stance, severity by area and period, reports on time by period.

// A picture as an SVG file that needs nothing else: no script, no font, no address. It
// is read in black and white too, and by who does not tell colours apart. What is
// missing is a gap or hatched, never a zero.
struct Chart {
  std::string name;         // [A-Za-z0-9.-]: organisation, area, period and kind; the file's name without ".svg"
  std::string title;        // in the asked language, like all that follows
  std::string description;  // the text alternative, with the values
  std::string svg;
};

struct Charts {
  std::vector<Chart> drawn;
  std::vector<std::string> left_out;  // a sentence for each picture that there is nothing to draw for
};

// A picture shows the asked period and those before it, so many at most.
inline constexpr int kChartPeriods = 12;

// How many periods before its own the pictures of `question` need: see
// consolidate_before(). Where the figures are those of shorter periods
// (`figures_from`), of which 2 to kChartPeriods lie in the window, the pictures
// show these instead, and fewer of the question's own are needed.
[[nodiscard]] int periods_before_charts(const Store& store, const Question& question);

// The pictures of `report` and of each organisation that it gathers. `earlier`: the
// same question about the periods before, the oldest first.
//
// Which figures belong together in one picture is data: those named by an identity
// `equals` of catalog/rules.yaml that carries a stock over from the period before
// (`x@previous` in its sum, `x` on its other side) where a nil report stands for a
// zero of that stock (`when_nil: zero`): what came in, what became of it, what is left.
[[nodiscard]] Charts make_charts(const Store& store, const Consolidated& report, std::span<const Consolidated> earlier,
                                 Language language);

// An annex of a Markdown document with the pictures, as images "<folder><name>.svg",
// and with what was left out. `folder` is empty or ends in "/"; it is an address as it
// is, percent-encoded where needed.
[[nodiscard]] std::string charts_markdown(const Charts& charts, std::string_view folder, Language language);

// document_html() with the pictures inside.
[[nodiscard]] std::string document_html(const Store& store, const Consolidated& report, const DocumentOptions& options,
                                        const Charts& charts);

}  // namespace nammo
