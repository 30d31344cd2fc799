#include "cli/pictures.h"

#include <filesystem>
#include <set>

#include "base/catalogue/cli.h"
#include "cli/choices.h"
#include "nammo/history.h"

namespace nammo::cli {
namespace {

namespace fs = std::filesystem;

bool stays_in_address(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '/';
}

std::string percent_encoded(const std::string& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (stays_in_address(c)) text += c;
    else text.append("%").append(1, kDigits[byte / 16]).append(1, kDigits[byte % 16]);
  }
  return text;
}

}  // namespace

std::optional<int> refuse_charts(Call& call, const std::string& folder, const std::string& format) {
  if (folder.empty()) return std::nullopt;
  if (format != "md" && format != "html") {
    call.complain(say(msg::cli_charts_without_document, format), say(msg::cli_charts_without_document_help));
    return kWrongCall;
  }
  if (folder == "-" && format != "html") {
    call.complain(say(msg::cli_charts_need_folder), say(msg::cli_charts_need_folder_help));
    return kWrongCall;
  }
  return std::nullopt;
}

std::vector<Consolidated> read_for_charts(Call& call, const Store& store, const Question& question, Instant now,
                                          Diagnostics& findings) {
  auto earlier = consolidate_before(call.files(), store, question, periods_before_charts(store, question), now,
                                    call.progress(), findings);
  const auto said = due_years(*question.type, question.period);
  std::set<int> years;
  for (const Consolidated& one : earlier) {
    for (const int year : due_years(*question.type, one.question.period)) years.insert(year);
  }
  for (const int year : said) years.erase(year);
  warn_of_calendars(call, store, years);
  return earlier;
}

std::string charts_address(const Call& call, const std::string& folder, const std::string& output) {
  const fs::path here = call.working_folder();
  const auto target = (here / folder).lexically_normal();
  const auto document = output.empty() || output == "-" ? here : (here / output).parent_path();
  const auto address = target.lexically_relative(document.lexically_normal()).string();
  if (address == "." || address.empty()) return {};
  return percent_encoded(address) + (address.ends_with('/') ? "" : "/");
}

bool write_charts(Call& call, const Charts& charts, const std::string& folder) {
  if (folder == "-") return true;
  const auto path = fs::path(call.working_folder()) / folder;
  if (const auto reason = call.world().make_folder(path.string())) {
    call.complain(say(msg::cli_folder_failed, printable(folder), printable(*reason)), say(msg::cli_folder_failed_help));
    return false;
  }
  for (const Chart& chart : charts.drawn) {
    if (call.deliver(chart.svg, (fs::path(folder) / (chart.name + ".svg")).string()) != kDone) return false;
  }
  return true;
}

}  // namespace nammo::cli
