#include "nammo/render.h"

#include "render/json.h"

namespace nammo {

std::string findings_json(std::span<const Diagnostic> findings, Language language) {
  Json list = Json::array();
  for (const auto& finding : findings) {
    Json item;
    item["severity"] = finding.severity == Severity::error ? "error" : "warning";
    item["code"] = finding.code;
    item["file"] = finding.where.file;
    item["line"] = finding.where.place.line;
    item["column"] = finding.where.place.column;
    item["message"] = finding.message.in(language);
    item["help"] = finding.help.in(language);
    list.push_back(std::move(item));
  }
  return json_text(list);
}

}  // namespace nammo
