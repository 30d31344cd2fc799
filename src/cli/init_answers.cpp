#include "cli/init_answers.h"

#include <algorithm>

#include "base/catalogue/cli.h"
#include "cli/change.h"
#include "cli/listed.h"
#include "nammo/store_files.h"

namespace nammo::cli {
namespace {

constexpr std::size_t kMostLevels = 6;

Text refuse_line(const std::string& text) {
  return text.empty() || printable(text) != text ? say(msg::cli_empty_answer) : Text{};
}

// The id and the label of "ccb=Hội Cựu chiến binh", "Hội Cựu chiến binh" or, where it is known, "ccb".
NamedId named_from(const std::string& text) {
  const auto equals = text.find('=');
  if (equals != std::string::npos) return {std::string(trimmed(text.substr(0, equals))), std::string(trimmed(text.substr(equals + 1)))};
  const std::string label(trimmed(text));
  const auto known = known_organisation(label);
  return known.empty() ? NamedId{id_from(label), label} : NamedId{label, std::string(known)};
}

Text refuse_named(const NamedId& one, const std::string& typed) {
  if (auto problem = refuse_line(one.label); !problem.empty()) return problem;
  return is_id(one.id) ? Text{} : say(msg::cli_no_id_from, printable(typed));
}

Text take_all(const std::vector<std::string>& texts, std::vector<NamedId>& list) {
  std::vector<NamedId> all;
  for (const std::string& text : texts) {
    NamedId one = named_from(text);
    if (auto problem = refuse_named(one, text); !problem.empty()) return problem;
    const bool twice = std::any_of(all.begin(), all.end(), [&](const NamedId& other) { return other.id == one.id; });
    if (twice) return say(msg::cli_id_twice, one.id);
    all.push_back(std::move(one));
  }
  if (all.empty()) return say(msg::cli_empty_answer);
  list = std::move(all);
  return {};
}

}  // namespace

Founding::Founding(Language language, Date today) {
  store_.language = language;
  store_.timezone = "Asia/Ho_Chi_Minh";
  store_.levels = usual_levels(language);
  store_.organisations = {usual_organisation()};
  store_.since = today;
}

Text Founding::name(const std::string& text) {
  store_.name = std::string(trimmed(text));
  return refuse_line(store_.name);
}

Text Founding::language(const std::string& text) {
  if (text != "vi" && text != "en") return say(msg::cli_known_are, "vi, en");
  store_.language = text == "en" ? Language::en : Language::vi;
  return {};
}

Text Founding::timezone(const std::string& text) {
  if (!Zone::find(text)) return say(msg::cli_no_zone, printable(text));
  store_.timezone = text;
  return {};
}

Text Founding::since(const std::string& text) {
  const auto date = parse_date(text);
  if (!date) return say(msg::cli_bad_date, printable(text));
  store_.since = *date;
  return {};
}

Text Founding::levels(const std::vector<std::string>& texts) {
  if (texts.size() > kMostLevels) return say(msg::cli_too_many_levels, kMostLevels);
  return take_all(texts, store_.levels);
}

Text Founding::organisations(const std::vector<std::string>& texts) { return take_all(texts, store_.organisations); }

Text Founding::gathers(const std::string& text) {
  const auto& all = store_.organisations;
  const bool known = std::any_of(all.begin(), all.end(), [&](const NamedId& one) { return one.id == text; });
  if (known && all.size() > 1) {
    store_.gathers = OrgId{text};
    return {};
  }
  return say(all.size() > 1 ? msg::cli_gathers_unknown : msg::cli_gathers_alone, printable(text), listed(all, [](const NamedId& one) { return one.id; }));
}

Text Founding::parent(const std::string& text) {
  store_.parent = std::string(trimmed(text));
  return printable(text) == text ? Text{} : say(msg::cli_empty_answer);
}

Text Founding::officer(const std::string& text) {
  const NamedId one = named_from(text);
  if (auto problem = refuse_named(one, text); !problem.empty()) return problem;
  Officer officer;
  officer.id = OfficerId{one.id};
  officer.name = one.label;
  officer.org = OrgId{store_.organisations.front().id};
  store_.officer = std::move(officer);
  return {};
}

Text Founding::area(const std::string& path) {
  const auto before = store_.areas;
  AreaId at;
  std::size_t depth = 0;
  Text problem;
  for (const std::string& part : parts_of(path, '/')) {
    problem = add_area(part, depth++, at);
    if (!problem.empty()) break;
  }
  if (problem.empty() && depth == 0) problem = say(msg::cli_empty_answer);
  if (!problem.empty()) store_.areas = before;
  return problem;
}

// Goes to the area of that name below `at`, which is made where it is not there.
Text Founding::add_area(const std::string& part, std::size_t depth, AreaId& at) {
  if (depth >= store_.levels.size()) return say(msg::cli_area_too_deep, printable(part), store_.levels.back().label);
  const NamedId& level = store_.levels[depth];
  NamedId one = named_from(part);
  if (part.find('=') == std::string::npos) one = {area_id_from(trimmed(part), level.label), std::string(trimmed(part))};
  if (auto problem = refuse_named(one, part); !problem.empty()) return problem;
  Area area;
  area.id = AreaId{at.empty() ? one.id : at.str() + "/" + one.id};
  area.name = one.label;
  area.level = LevelId{level.id};
  if (!is_area_id(area.id.str())) return say(msg::cli_reserved_id_help);
  const auto twin = std::find_if(store_.areas.begin(), store_.areas.end(), [&](const Area& other) {
    return parent_of(other.id) == at && (other.id == area.id || same_name(other.name, area.name));
  });
  if (twin != store_.areas.end()) {
    if (!same_name(twin->name, area.name)) return say(msg::cli_area_id_twice, printable(area.name), twin->name, twin->id.str());
    at = twin->id;
    return {};
  }
  if (at.empty() && !store_.areas.empty()) return say(msg::cli_one_top, store_.areas.front().name);
  at = area.id;
  store_.areas.push_back(std::move(area));
  return {};
}

std::string Founding::level_below(const Area& area) const {
  const auto depth = static_cast<std::size_t>(std::count(area.id.str().begin(), area.id.str().end(), '/')) + 1;
  return depth < store_.levels.size() ? store_.levels[depth].label : std::string{};
}

std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(separator, at), text.size());
    if (auto part = std::string(trimmed(text.substr(at, end - at))); !part.empty()) parts.push_back(std::move(part));
    at = end + 1;
  }
  return parts;
}

}  // namespace nammo::cli
