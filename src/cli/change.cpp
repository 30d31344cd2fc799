#include "cli/change.h"

#include <algorithm>
#include <set>

#include "nammo/assignments.h"
#include "nammo/store_files.h"

namespace nammo::cli {

std::optional<int> Change::load(const AreaId& root) {
  load_officers(call.files(), store, findings);
  load_areas(call.files(), root, store, findings);
  if (call.refuse_broken_settings(findings)) return kNoStore;
  return std::nullopt;
}

const Area* Change::load_area(const std::string& typed, int& status, Around around) {
  status = kWrongCall;
  const auto id = call.find_area(typed);
  if (!id) return nullptr;
  if (const auto refused = load(around == Around::area ? *id : parent_of(*id))) {
    status = *refused;
    return nullptr;
  }
  const Area* area = store.areas.find(*id);
  if (area == nullptr) call.complain(say(msg::cli_area_unknown, printable(typed)), say(msg::cli_area_help));
  return area;
}

int Change::refuse(const Text& message, const Text& help) {
  call.complain(message, help);
  return kWrongCall;
}

int Change::finish(const Text& done, const std::vector<Text>& remarks) {
  if (const int status = writer.write(); status != kDone) return status;
  call.print(done.in(call.language()) + "\n");
  for (const Text& remark : remarks) call.remark(remark);
  return kDone;
}

int ChangeCommand::run(Call& call) {
  if (const auto refused = refuse_call(call)) return *refused;
  Diagnostics findings;
  auto store = call.open_store(findings);
  if (!store) return kNoStore;
  auto writer = StoreWriter::open(call);
  if (!writer) return kFailed;
  Change one{call, *store, *writer, findings};
  return change(one);
}

std::optional<int> refuse_missing(Call& call, std::string_view argument, const std::string& value, std::string_view command) {
  if (value.find_first_not_of(" \t") != std::string::npos) return std::nullopt;
  call.complain(say(msg::cli_missing_argument, argument), say(msg::cli_see_help, command));
  return kWrongCall;
}

std::string named(const Area& area) { return printable(area.name) + " (" + area.id.str() + ")"; }

std::string named(const Store& store, const OfficerId& officer) {
  const auto found = store.officers.find(officer);
  return found == store.officers.end() ? officer.str() : printable(found->second.name) + " (" + officer.str() + ")";
}

Text days_text(Date since, const std::optional<Date>& until) {
  return until ? say(msg::cli_from_to, format_date(since), format_date(*until)) : say(msg::cli_from_on, format_date(since));
}

std::vector<Text> new_vacancies(const Area& before, const Area& after) {
  std::set<OrgId> orgs;
  for (const Assignment& one : after.officers) orgs.insert(one.org);
  std::vector<Text> texts;
  for (const OrgId& org : orgs) {
    const auto known = vacancies(before, org);
    for (const Vacancy& vacancy : vacancies(after, org)) {
      if (std::find(known.begin(), known.end(), vacancy) != known.end()) continue;
      texts.push_back(say(msg::cli_vacancy, named(after), org.str(), days_text(vacancy.from, vacancy.to)));
    }
  }
  return texts;
}

int refuse_area_id(Change& change, const std::string& typed, const std::string& suggested) {
  const Text help = is_id(typed) ? say(msg::cli_reserved_id_help)
                    : suggested.empty() ? say(msg::cli_bad_id_help) : say(msg::cli_bad_id_perhaps, suggested);
  return change.refuse(say(msg::cli_bad_area_id, printable(typed)), help);
}

const Area* same_name_beside(const Store& store, const AreaId& parent, const Area& area) {
  for (const Area* other : store.areas.children(parent)) {
    const bool together = (!other->until || area.since <= *other->until) && (!area.until || other->since <= *area.until);
    if (other->id != area.id && together && same_name(other->name, area.name)) return other;
  }
  return nullptr;
}

}  // namespace nammo::cli
