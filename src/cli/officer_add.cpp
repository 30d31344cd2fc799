#include <CLI/App.hpp>

#include "cli/change.h"
#include "cli/choices.h"
#include "nammo/store_files.h"

namespace nammo::cli {
namespace {

class OfficerAdd final : public ChangeCommand {
 public:
  void declare(CLI::App& app, Language language) override {
    const auto text = [&](const Message& message) { return say_in(language, message); };
    app.add_option("ID", id_, text(msg::cli_arg_new_officer));
    app.add_option("--name", officer_.name, text(msg::cli_opt_officer_name))->type_name("N");
    app.add_option("--org", org_, text(msg::cli_opt_officer_org))->type_name("ORG");
    app.add_option("--title", officer_.title, text(msg::cli_opt_officer_title))->type_name("T");
    app.add_option("--email", officer_.email, text(msg::cli_opt_officer_email))->type_name("ADDRESS");
    app.add_option("--phone", officer_.phone, text(msg::cli_opt_officer_phone))->type_name("PHONE");
    app.add_option("--account", account_, text(msg::cli_opt_account))->type_name("STATE");
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
