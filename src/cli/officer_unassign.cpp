#include <set>

#include "cli/change.h"
#include "cli/choices.h"
#include "cli/listed.h"

namespace nammo::cli {
namespace {

class OfficerUnassign final : public ChangeCommand {
 public:
  void declare(Options& options) override {
    options.add("ID", officer_, msg::cli_arg_officer);
    options.add("A", area_, msg::cli_arg_one_area);
    options.add("--org ORG", org_, msg::cli_opt_unassign_org);
    options.add("--until DATE", until_, msg::cli_opt_unassign_until);
  }

 private:
  std::optional<int> refuse_call(Call& call) override {
    if (const auto refused = refuse_missing(call, "ID", officer_, "officer unassign")) return refused;
    return refuse_missing(call, "A", area_, "officer unassign");
  }

  int change(Change& change) override {
    int status = kDone;
    const Area* area = change.load_area(area_, status);
    if (area == nullptr) return status;
    if (!knows_officer(change.call, change.store, officer_) || !knows_organisation(change.call, change.store, org_)) return kWrongCall;
    auto last = change.call.day(change.store, until_);
    if (!last) return kWrongCall;
    if (until_.empty()) last = plus_days(*last, -1);
    std::vector<std::size_t> places;
    if (const auto refused = find(change, *area, *last, places)) return *refused;
    Area after = *area;
    std::vector<Edit> edits;
    for (const std::size_t i : places) {
      after.officers[i].until = *last;
      edits.push_back({Edit::Kind::set, {"officers", i, "until"}, plain_value(format_date(*last)), "since"});
    }
    if (!change.writer.edit(area->file, edits)) return kWrongCall;
    return change.finish(say(msg::cli_unassigned, named(change.store, OfficerId{officer_}), named(*area), format_date(*last)),
                         new_vacancies(*area, after));
  }

  // The assignments of that person that would go on after `last`.
  std::optional<int> find(Change& change, const Area& area, Date last, std::vector<std::size_t>& places) const {
    std::set<OrgId> orgs;
    for (std::size_t i = 0; i < area.officers.size(); ++i) {
      const Assignment& one = area.officers[i];
      if (one.officer.str() != officer_ || (!org_.empty() && one.org.str() != org_) || (one.until && *one.until <= last)) continue;
      if (last < one.since) {
        return change.refuse(say(msg::cli_unassign_too_early, named(change.store, one.officer), named(area), format_date(one.since), format_date(last)),
                             say(msg::cli_unassign_too_early_help, format_date(one.since), area.file));
      }
      places.push_back(i);
      orgs.insert(one.org);
    }
    if (places.empty()) {
      return change.refuse(say(msg::cli_not_assigned, named(change.store, OfficerId{officer_}), named(area), format_date(last)),
                           say(msg::cli_not_assigned_help, officer_));
    }
    if (orgs.size() == 1) return std::nullopt;
    return change.refuse(say(msg::cli_several_orgs, named(change.store, OfficerId{officer_}), named(area)),
                         say(msg::cli_several_orgs_help, listed(orgs, [](const OrgId& org) { return org.str(); })));
  }

  std::string officer_;
  std::string area_;
  std::string org_;
  std::string until_;
};

}  // namespace

std::unique_ptr<Command> make_officer_unassign() { return std::make_unique<OfficerUnassign>(); }

}  // namespace nammo::cli
