#include <string_view>

#include "nammo/render.h"
#include "render/percent.h"

namespace nammo {
namespace {

enum class Part { property, message };

// What would end a property or a message stands as %XX.
std::string escaped(std::string_view text, Part part) {
  constexpr std::string_view kEverywhere = "%\r\n";
  constexpr std::string_view kInProperties = "%\r\n:,";
  const std::string_view marks = part == Part::property ? kInProperties : kEverywhere;
  return percent_encoded(text, [&](char c) { return marks.find(c) == std::string_view::npos; });
}

std::string place_of(const Place& place) {
  if (place.line == 0) return {};
  std::string text = ",line=" + std::to_string(place.line) + ",col=" + std::to_string(place.column);
  // The last column is counted with, and is understood within one line only.
  if (place.end_line == place.line && place.end_column > place.column) text += ",endColumn=" + std::to_string(place.end_column - 1);
  return text;
}

}  // namespace

std::string findings_github(std::span<const Diagnostic> findings, const std::string& folder, Language language) {
  std::string text;
  for (const Diagnostic& finding : findings) {
    const std::string help = finding.help.in(language);
    text += finding.severity == Severity::error ? "::error" : "::warning";
    text += " file=" + escaped(printable(folder + finding.where.file), Part::property) + place_of(finding.where.place);
    text += ",title=" + escaped(finding.code, Part::property) + "::";
    text += escaped(finding.message.in(language) + (help.empty() ? "" : "\n" + help), Part::message) + "\n";
  }
  return text;
}

}  // namespace nammo
