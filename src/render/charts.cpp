#include "nammo/charts.h"

#include "base/catalogue/render.h"
#include "render/chart_values.h"
#include "render/escape_markdown.h"

namespace nammo {

Charts make_charts(const Store& store, const Consolidated& report, std::span<const Consolidated> earlier,
                   Language language) {
  Charts charts;
  for (const auto& source : chart_sources(store, report, earlier, language)) {
    add_balances(source, charts);
    add_opinions(source, charts);
    add_severity(source, charts);
    add_on_time(source, charts);
  }
  return charts;
}

std::string charts_markdown(const Charts& charts, std::string_view folder, Language language) {
  std::string text = "\n### " + say_in(language, msg::chart_annex) + "\n";
  for (const Chart& chart : charts.drawn) {
    text += "\n![" + escape_markdown(chart.title + ". " + chart.description) + "](" + std::string(folder) + chart.name + ".svg)\n";
  }
  if (!charts.left_out.empty()) text += "\n";
  for (const auto& sentence : charts.left_out) text += "- " + markdown_line(sentence) + "\n";
  return text;
}

}  // namespace nammo
