#include "render/svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "render/escape_xml.h"
#include "render/wording.h"

namespace nammo {
namespace {

constexpr double kColumn = 0.53;   // of the size: what letters take on average, and a little more
constexpr double kWideMore = 0.28;  // what m, w and capitals take above that

constexpr std::array<std::string_view, 6> kColours = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#000000", "#E69F00"};
constexpr std::array<std::string_view, 5> kDashes = {"", "7 3", "2 3", "9 3 2 3", "4 2"};

std::string number(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string points_of(const std::vector<Spot>& points) {
  std::string text;
  for (const Spot& point : points) text += (text.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
  return text;
}

bool is_wide(char c) { return (c >= 'A' && c <= 'Z') || c == 'm' || c == 'w' || c == '%' || c == '@'; }

// The corners of the shapes that are polygons, around the origin.
std::vector<Spot> corners(std::uint8_t shape, double r) {
  switch (shape) {
    case 1: return {{-r, -r}, {r, -r}, {r, r}, {-r, r}};
    case 2: return {{0, -r * 1.25}, {r * 1.15, r * 0.85}, {-r * 1.15, r * 0.85}};
    case 3: return {{0, -r * 1.35}, {r * 1.35, 0}, {0, r * 1.35}, {-r * 1.35, 0}};
    case 4: return {{-r, -r * 0.4}, {-r * 0.4, -r * 0.4}, {-r * 0.4, -r}, {r * 0.4, -r}, {r * 0.4, -r * 0.4},
                    {r, -r * 0.4},  {r, r * 0.4},         {r * 0.4, r * 0.4}, {r * 0.4, r}, {-r * 0.4, r},
                    {-r * 0.4, r * 0.4}, {-r, r * 0.4}};
    default: return {{0, -r * 1.4}, {r * 0.45, -r * 0.45}, {r * 1.4, 0}, {r * 0.45, r * 0.45},
                     {0, r * 1.4},  {-r * 0.45, r * 0.45}, {-r * 1.4, 0}, {-r * 0.45, -r * 0.45}};
  }
}

}  // namespace

double text_width(std::string_view text, double size) {
  const auto wide = std::count_if(text.begin(), text.end(), is_wide);
  return size * (kColumn * display_width(text) + kWideMore * static_cast<double>(wide));
}

std::string fitted(std::string_view text, double width, double size) {
  std::string shown{text};
  for (std::size_t characters = text.size(); text_width(shown, size) > width && characters > 0; --characters) {
    shown = clipped(text, characters - 1);
  }
  return shown;
}

std::vector<std::string> folded(std::string_view text, double width, double size) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.empty()) continue;
    const std::string longer = lines.empty() ? std::string{} : lines.back() + " " + std::string(word);
    if (!lines.empty() && text_width(longer, size) <= width) lines.back() = longer;
    else lines.push_back(fitted(word, width, size));
  }
  return lines;
}

Look look_of(std::size_t series) {
  return {kColours.at(series % kColours.size()), kDashes.at(series % kDashes.size()),
          static_cast<std::uint8_t>(series % kShapes)};
}

Svg::Svg(std::string_view id) : id_("nammo-" + std::string(id)) {}

void Svg::written(Spot base, std::string_view escaped, double size, std::string_view attributes) {
  body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\"{}>{}</text>\n", number(base.x), number(base.y),
                       number(size), attributes, escaped);
}

void Svg::text(Spot base, std::string_view text, double size, Align align, Weight weight) {
  std::string attributes;
  if (align == Align::middle) attributes += " text-anchor=\"middle\"";
  if (align == Align::right) attributes += " text-anchor=\"end\"";
  if (weight == Weight::bold) attributes += " font-weight=\"bold\"";
  written(base, escape_xml(text), size, attributes);
}

void Svg::light_text(Spot base, std::string_view text, double size) {
  written(base, escape_xml(text), size, " text-anchor=\"middle\" fill=\"#fff\"");
}

void Svg::label(Spot base, std::string_view text, double width, double size, Align align) {
  const auto shown = fitted(printable(text), width, size);
  const auto anchor = align == Align::right ? " text-anchor=\"end\"" : align == Align::middle ? " text-anchor=\"middle\"" : "";
  const auto whole = shown == printable(text) ? std::string{} : "<title>" + escape_xml(text) + "</title>";
  written(base, escape_xml(shown) + whole, size, anchor);
}

void Svg::box(const Box& box, std::string_view fill, std::string_view stroke) {
  body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"{}\"/>\n", number(box.x),
                       number(box.y), number(box.width), number(box.height), fill, stroke);
}

void Svg::hatched(const Box& area) { box(area, "url(#" + id_ + "-hatch)", "#555"); }

void Svg::line(Spot from, Spot to, std::string_view colour, double width) {
  body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>\n",
                       number(from.x), number(from.y), number(to.x), number(to.y), colour, number(width));
}

void Svg::path(const std::vector<Spot>& points, const Look& look) {
  const auto dashes = look.dashes.empty() ? std::string{} : fmt::format(" stroke-dasharray=\"{}\"", look.dashes);
  body_ += fmt::format("<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}/>\n", points_of(points),
                       look.colour, dashes);
}

void Svg::mark(Spot centre, const Look& look, Fill fill, double radius) {
  const auto paint = fmt::format("fill=\"{}\" stroke=\"{}\" stroke-width=\"1.5\"",
                                 fill == Fill::full ? look.colour : std::string_view{"#fff"}, look.colour);
  if (look.shape == 0) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", number(centre.x), number(centre.y),
                         number(radius), paint);
    return;
  }
  auto points = corners(look.shape, radius);
  for (Spot& point : points) point = {point.x + centre.x, point.y + centre.y};
  body_ += fmt::format("<polygon points=\"{}\" {}/>\n", points_of(points), paint);
}

std::string Svg::finish(double width, double height, std::string_view title, std::string_view description,
                        Language language) const {
  const auto w = number(width);
  const auto h = number(height);
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"{6}\" aria-labelledby=\"{0}-title {0}-desc\" width=\"{1}\" "
      "height=\"{2}\" viewBox=\"0 0 {1} {2}\" font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\" fill=\"#000\">\n"
      "<title id=\"{0}-title\">{3}</title>\n<desc id=\"{0}-desc\">{4}</desc>\n"
      "<defs><pattern id=\"{0}-hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
      "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><path d=\"M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2\" stroke=\"#777\" "
      "stroke-width=\"1\"/></pattern></defs>\n"
      "<rect width=\"{1}\" height=\"{2}\" fill=\"#fff\"/>\n{5}</svg>\n",
      id_, w, h, escape_xml(title), escape_xml(description), body_, language == Language::vi ? "vi" : "en");
}

}  // namespace nammo
