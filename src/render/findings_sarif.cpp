#include <string_view>

#include "nammo/render.h"
#include "render/json.h"
#include "render/percent.h"

namespace nammo {
namespace {

// A path as a relative reference (RFC 3986).
std::string address(std::string_view path) {
  constexpr std::string_view kKept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  return percent_encoded(path, [&](char c) { return kKept.find(c) != std::string_view::npos; });
}

Json location_of(const Location& where, const std::string& folder) {
  Json location;
  location["physicalLocation"]["artifactLocation"]["uri"] = address(folder + where.file);
  if (where.place.line == 0) return location;
  Json& region = location["physicalLocation"]["region"];
  region["startLine"] = where.place.line;
  region["startColumn"] = where.place.column;
  region["endLine"] = where.place.end_line;
  region["endColumn"] = where.place.end_column;
  return location;
}

Json result_of(const Diagnostic& finding, const std::string& folder, Language language) {
  const std::string help = finding.help.in(language);
  Json result;
  result["ruleId"] = finding.code;
  result["level"] = finding.severity == Severity::error ? "error" : "warning";
  result["message"]["text"] = finding.message.in(language) + (help.empty() ? "" : "\n" + help);
  result["locations"] = Json::array({location_of(finding.where, folder)});
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    Json other = location_of(finding.related[i].where, folder);
    other["id"] = i + 1;
    other["message"]["text"] = finding.related[i].message.in(language);
    result["relatedLocations"].push_back(std::move(other));
  }
  return result;
}

}  // namespace

std::string findings_sarif(std::span<const Diagnostic> findings, const std::string& folder, Language language) {
  Json run;
  run["tool"]["driver"]["name"] = "nammo";
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = Json::array();
  for (const Diagnostic& finding : findings) run["results"].push_back(result_of(finding, folder, language));
  Json log;
  log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  return json_text(log);
}

}  // namespace nammo
