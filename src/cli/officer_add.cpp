#include "cli/change.h"
#include "cli/choices.h"
#include "nammo/store_files.h"

namespace nammo::cli {
namespace {

class OfficerAdd final : public ChangeCommand {
 public:
  void declare(Options& options) override {
    options.add("ID", id_, msg::cli_arg_new_officer);
    options.add("--name N", officer_.name, msg::cli_opt_officer_name);
    options.add("--org ORG", org_, msg::cli_opt_officer_org);
    options.add("--title T", officer_.title, msg::cli_opt_officer_title);
    options.add("--email ADDRESS", officer_.email, msg::cli_opt_officer_email);
    options.add("--phone PHONE", officer_.phone, msg::cli_opt_officer_phone);
    options.add("--account STATE", account_, msg::cli_opt_account);
  }

 private:
  std::optional<int> refuse_call(Call& call) override {
    if (const auto refused = refuse_missing(call, "ID", id_, "officer add")) return refused;
    if (const auto refused = refuse_missing(call, "--name", officer_.name, "officer add")) return refused;
    if (const auto refused = refuse_missing(call, "--org", org_, "officer add")) return refused;
    return refuse_choice(call, "--account", account_, {"none", "requested", "issued"});
  }

  int change(Change& change) override {
    officer_.name = std::string(trimmed(officer_.name));
    if (!knows_organisation(change.call, change.store, org_)) return kWrongCall;
    if (!is_id(id_)) {
      const auto suggested = id_from(officer_.name);
      return change.refuse(say(msg::cli_bad_officer_id, printable(id_)),
                           suggested.empty() ? say(msg::cli_bad_id_help) : say(msg::cli_bad_id_perhaps, suggested));
    }
    load_officers(change.call.files(), change.store, change.findings);
    if (change.call.refuse_broken_settings(change.findings)) return kNoStore;
    officer_.id = OfficerId{id_};
    officer_.org = OrgId{org_};
    if (account_ != "none") officer_.account = account_ == "issued" ? AccountState::issued : AccountState::requested;
    const std::string path = officer_path(officer_.id);
    if (change.call.files().kind(path) != FileKind::missing) {
      return change.refuse(say(msg::cli_officer_there, named(change.store, officer_.id), path), say(msg::cli_officer_there_help));
    }
    std::vector<Text> remarks;
    for (const auto& [id, other] : change.store.officers) {
      if (same_name(other.name, officer_.name)) remarks.push_back(say(msg::cli_officer_same_name, id.str(), printable(other.title.empty() ? other.org.str() : other.title)));
    }
    change.writer.put(path, officer_file(officer_));
    return change.finish(say(msg::cli_officer_added, printable(officer_.name), id_, path), remarks);
  }

  std::string id_;
  std::string org_;
  std::string account_ = "none";
  Officer officer_;
};

}  // namespace

std::unique_ptr<Command> make_officer_add() { return std::make_unique<OfficerAdd>(); }

}  // namespace nammo::cli
