#include "nammo/store_files.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/without_marks.h"
#include "yaml/quote.h"

namespace nammo {
namespace {

using yaml::Around;
using yaml::quoted;

constexpr std::size_t kMaxIdLength = 40;

// A file as it grows, line by line.
class Lines {
 public:
  Lines(std::size_t folders_up, std::string_view schema) {
    text_ = "# yaml-language-server: $schema=";
    for (std::size_t i = 0; i < folders_up; ++i) text_ += "../";
    text_.append("schemas/").append(schema).append(".schema.json\n");
  }
  void text(std::string_view key, const std::string& value) {
    if (!value.empty()) plain(key, quoted(to_nfc(value), Around::block));
  }
  void plain(std::string_view key, const std::string& value) { text_.append(key).append(": ").append(value).append("\n"); }
  void day(std::string_view key, const std::optional<Date>& value) {
    if (value) plain(key, format_date(*value));
  }
  void list(std::string_view key) { text_.append(key).append(":\n"); }
  void item(const std::string& value) { text_ += "  - " + value + "\n"; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::string in_braces(const std::string& value) { return quoted(to_nfc(value), Around::flow); }

std::string until_in_braces(const std::optional<Date>& until) { return until ? ", until: " + format_date(*until) : ""; }

std::string pilot_text(const PilotTime& pilot) {
  const std::string decision = pilot.decision.empty() ? "" : ", decision: " + in_braces(pilot.decision);
  return "{since: " + format_date(pilot.since) + until_in_braces(pilot.until) + decision + "}";
}

std::string_view word_for(Succession::How how) {
  switch (how) {
    case Succession::How::merged: return "merged";
    case Succession::How::split: return "split";
    case Succession::How::moved: return "moved";
    case Succession::How::renamed: break;
  }
  return "renamed";
}

std::string succession_text(const Succession& from) {
  return "{area: " + from.area.str() + ", date: " + format_date(from.date) + ", how: " + std::string(word_for(from.how)) + "}";
}

std::string assignment_text(const Assignment& one) {
  return "{officer: " + in_braces(one.officer.str()) + ", org: " + in_braces(one.org.str()) +
         ", role: " + (one.role == Role::lead ? "lead" : "deputy") + ", since: " + format_date(one.since) +
         until_in_braces(one.until) + "}";
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string{} : std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

}  // namespace

std::string area_path(const AreaId& area) { return "areas/" + area.str() + "/area.yaml"; }

std::string officer_path(const OfficerId& officer) { return "officers/" + officer.str() + ".yaml"; }

std::string area_file(const Area& area) {
  const auto depth = static_cast<std::size_t>(std::count(area.id.str().begin(), area.id.str().end(), '/'));
  Lines lines(depth + 2, "area");
  lines.text("name", area.name);
  if (area.brief != area.name) lines.text("short", area.brief);
  lines.text("level", area.level.str());
  lines.day("since", area.since);
  lines.day("until", area.until);
  lines.text("code", area.code);
  if (area.pilot) lines.plain("pilot", pilot_text(*area.pilot));
  if (!area.continues.empty()) lines.list("continues");
  for (const Succession& from : area.continues) lines.item(succession_text(from));
  if (!area.officers.empty()) lines.list("officers");
  for (const Assignment& one : area.officers) lines.item(assignment_text(one));
  return lines.take();
}

std::string officer_file(const Officer& officer) {
  Lines lines(1, "officer");
  lines.text("name", officer.name);
  lines.text("org", officer.org.str());
  lines.text("title", officer.title);
  lines.text("email", officer.email);
  lines.text("phone", officer.phone);
  if (officer.account != AccountState::none) lines.plain("account", officer.account == AccountState::issued ? "issued" : "requested");
  return lines.take();
}

std::string id_from(std::string_view name) {
  std::string id;
  for (const char c : to_lower(without_marks(name))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (id.size() > kMaxIdLength) {
    const auto hyphen = id.rfind('-', kMaxIdLength);
    id.resize(hyphen == std::string::npos ? kMaxIdLength : hyphen);
  }
  while (id.ends_with('-')) id.pop_back();
  return id;
}

bool same_name(std::string_view a, std::string_view b) {
  return to_lower(to_nfc(trimmed(a))) == to_lower(to_nfc(trimmed(b)));
}

}  // namespace nammo
