#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nammo/text.h"

namespace nammo {

// ---- text in a picture -------------------------------------------------------

// What `text` takes at most, in units of the picture, in the letters of a plain sans
// serif of that size: no font is asked, so that the picture is the same everywhere.
[[nodiscard]] double text_width(std::string_view text, double size);
// All of `text`, or as much of its beginning as fits, with "…".
[[nodiscard]] std::string fitted(std::string_view text, double width, double size);
// In lines that fit, broken between words.
[[nodiscard]] std::vector<std::string> folded(std::string_view text, double width, double size);

// ---- the picture -------------------------------------------------------------

// How a line or a mark looks. The colours are Okabe and Ito's; each has a shape and a
// dash pattern of its own, so that they are told apart without colour.
struct Look {
  std::string_view colour;
  std::string_view dashes;  // empty: a whole line
  std::uint8_t shape = 0;
};
inline constexpr std::uint8_t kShapes = 6;  // circle, square, triangle, diamond, cross, star
[[nodiscard]] Look look_of(std::size_t series);

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};
struct Spot {
  double x = 0;
  double y = 0;
};

enum class Align { left, middle, right };
enum class Weight { plain, bold };
enum class Fill { full, hollow };

// An SVG picture as it grows. Texts are escaped; numbers are written without a locale.
class Svg {
 public:
  // `id`: what tells this picture from others in the same page: [a-z0-9.-]
  explicit Svg(std::string_view id);

  void text(Spot base, std::string_view text, double size, Align align = Align::left, Weight weight = Weight::plain);
  // On a dark ground.
  void light_text(Spot base, std::string_view text, double size);
  // A text that is cut to fit and keeps its whole as a tooltip.
  void label(Spot base, std::string_view text, double width, double size, Align align = Align::left);
  void box(const Box& box, std::string_view fill, std::string_view stroke = "none");
  // What is missing: slanting lines on white, with an edge.
  void hatched(const Box& box);
  void line(Spot from, Spot to, std::string_view colour, double width = 1);
  void path(const std::vector<Spot>& points, const Look& look);
  void mark(Spot centre, const Look& look, Fill fill, double radius = 4.5);

  // The whole file. `title` and `description` are its text alternative.
  [[nodiscard]] std::string finish(double width, double height, std::string_view title, std::string_view description,
                                   Language language) const;

 private:
  void written(Spot base, std::string_view escaped, double size, std::string_view attributes);

  std::string id_;
  std::string body_;
};

}  // namespace nammo
