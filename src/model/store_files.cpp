#include "nammo/store_files.h"

#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/without_marks.h"
#include "model/enum_names.h"
#include "nammo/assignments.h"
#include "nammo/text.h"
#include "yaml/new_file.h"

namespace nammo {
namespace {

constexpr std::size_t kMaxIdLength = 40;

EditValue pilot_value(const PilotTime& pilot) {
  std::vector<EditPair> pairs{{"since", plain_value(format_date(pilot.since))}};
  if (pilot.until) pairs.push_back({"until", plain_value(format_date(*pilot.until))});
  if (!pilot.decision.empty()) pairs.push_back({"decision", text_value(pilot.decision)});
  return mapping_value(std::move(pairs));
}

EditValue succession_value(const Succession& from) {
  return mapping_value({{"area", plain_value(from.area.str())},
                        {"date", plain_value(format_date(from.date))},
                        {"how", plain_value(std::string(code_of(from.how)))}});
}

template <typename List, typename Make>
std::vector<EditValue> values_of(const List& list, Make make) {
  std::vector<EditValue> values;
  for (const auto& one : list) values.push_back(make(one));
  return values;
}

}  // namespace

std::string area_path(const AreaId& area) { return "areas/" + area.str() + "/area.yaml"; }

std::string officer_path(const OfficerId& officer) { return "officers/" + officer.str() + ".yaml"; }

std::string area_file(const Area& area) {
  yaml::NewFile lines(area_path(area.id), "area");
  lines.text("name", area.name);
  if (area.brief != area.name) lines.text("short", area.brief);
  lines.text("level", area.level.str());
  lines.plain("since", format_date(area.since));
  if (area.until) lines.plain("until", format_date(*area.until));
  lines.text("code", area.code);
  if (area.pilot) lines.value("pilot", pilot_value(*area.pilot));
  lines.list("continues", values_of(area.continues, succession_value));
  lines.list("officers", values_of(area.officers, assignment_value));
  return lines.take();
}

std::string officer_file(const Officer& officer) {
  yaml::NewFile lines(officer_path(officer.id), "officer");
  lines.text("name", officer.name);
  lines.text("org", officer.org.str());
  lines.text("title", officer.title);
  lines.text("email", officer.email);
  lines.text("phone", officer.phone);
  if (officer.account != AccountState::none) lines.plain("account", code_of(officer.account));
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
