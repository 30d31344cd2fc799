#include "cli/change.h"
#include "cli/choices.h"
#include "nammo/assignments.h"

namespace nammo::cli {
namespace {

const Message& word_for(Role role) { return role == Role::lead ? msg::cli_lead : msg::cli_deputy; }

class OfficerAssign final : public ChangeCommand {
 public:
  void declare(Options& options) override {
    options.add("ID", officer_, msg::cli_arg_officer);
    options.add("A", area_, msg::cli_arg_one_area);
    options.add("--org ORG", org_, msg::cli_opt_assign_org);
    options.add("--role ROLE", role_, msg::cli_opt_role);
    options.add("--since DATE", since_, msg::cli_opt_assign_since);
    options.add("--until DATE", until_, msg::cli_opt_assign_until);
    options.add("--replace", replace_, msg::cli_opt_replace);
  }

 private:
  std::optional<int> refuse_call(Call& call) override {
    if (const auto refused = refuse_missing(call, "ID", officer_, "officer assign")) return refused;
    if (const auto refused = refuse_missing(call, "A", area_, "officer assign")) return refused;
    return refuse_choice(call, "--role", role_, {"lead", "deputy"});
  }

  int change(Change& change) override {
    int status = kDone;
    const Area* area = change.load_area(area_, status);
    if (area == nullptr) return status;
    if (!knows_officer(change.call, change.store, officer_) || !knows_organisation(change.call, change.store, org_)) return kWrongCall;
    const auto since = change.call.day(change.store, since_);
    const auto until = until_.empty() ? since : change.call.day(change.store, until_);
    if (!since || !until) return kWrongCall;
    Assignment one{OfficerId{officer_}, OrgId{org_}, role_ == "deputy" ? Role::deputy : Role::lead, *since, {}, {}};
    if (org_.empty()) one.org = change.store.officers.at(one.officer).org;
    if (!until_.empty()) one.until = *until;
    if (const auto refused = refuse_days(change, *area, one)) return *refused;
    Area after = *area;
    std::vector<Edit> edits;
    std::vector<OfficerId> ended;
    if (const auto refused = make_room(change, one, after, edits, ended)) return *refused;
    after.officers.push_back(one);
    edits.push_back({Edit::Kind::append, {"officers"}, assignment_value(one), {}});
    if (!change.writer.edit(area->file, edits)) return kWrongCall;
    return change.finish(told(change, *area, one, ended), new_vacancies(*area, after));
  }

  static std::optional<int> refuse_days(Change& change, const Area& area, const Assignment& one) {
    if (one.until && *one.until < one.since) {
      return change.refuse(say(msg::cli_days_backwards, format_date(one.since), format_date(*one.until)), say(msg::cli_assign_days_help));
    }
    if (area.valid_on(one.since) && (!one.until || area.valid_on(*one.until))) return std::nullopt;
    return change.refuse(say(msg::cli_assign_not_valid, named(area), days_text(area.since, area.until), days_text(one.since, one.until)),
                         say(msg::cli_assign_days_help));
  }

  // Two leads of one organisation, and one person twice, cannot be there on one day:
  // with --replace the one who was there first ends the day before.
  std::optional<int> make_room(Change& change, const Assignment& one, Area& after, std::vector<Edit>& edits, std::vector<OfficerId>& ended) const {
    for (std::size_t i = 0; i < after.officers.size(); ++i) {
      Assignment& other = after.officers[i];
      const bool two_leads = other.role == Role::lead && one.role == Role::lead;
      if (other.org != one.org || !overlap(other, one) || (!two_leads && other.officer != one.officer)) continue;
      const Text who = say(msg::cli_assigned_already, named(change.store, other.officer), word_for(other.role), named(after), other.org.str(),
                           days_text(other.since, other.until));
      if (!replace_) return change.refuse(who, other.officer == one.officer ? say(msg::cli_assigned_self_help) : say(msg::cli_assigned_already_help));
      if (one.since <= other.since) return change.refuse(who, say(msg::cli_replace_too_early_help, format_date(other.since)));
      other.until = plus_days(one.since, -1);
      edits.push_back({Edit::Kind::set, {"officers", i, "until"}, plain_value(format_date(*other.until)), "since"});
      ended.push_back(other.officer);
    }
    return std::nullopt;
  }

  static Text told(Change& change, const Area& area, const Assignment& one, const std::vector<OfficerId>& ended) {
    Text text = say(msg::cli_assigned, named(change.store, one.officer), word_for(one.role), named(area), one.org.str(), days_text(one.since, one.until));
    for (const OfficerId& id : ended) {
      const Text more = say(msg::cli_replaced, named(change.store, id), format_date(plus_days(one.since, -1)));
      text = {text.vi + "; " + more.vi, text.en + "; " + more.en};
    }
    return text;
  }

  std::string officer_;
  std::string area_;
  std::string org_;
  std::string role_ = "lead";
  std::string since_;
  std::string until_;
  bool replace_ = false;
};

}  // namespace

std::unique_ptr<Command> make_officer_assign() { return std::make_unique<OfficerAssign>(); }

}  // namespace nammo::cli
