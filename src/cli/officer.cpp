#include <CLI/App.hpp>

#include "cli/change.h"
#include "cli/choices.h"
#include "nammo/officer_views.h"

namespace nammo::cli {
namespace {

class OfficerCommand final : public Command {
 public:
  void declare(CLI::App& app, Language language) override {
    app_ = &app;
    const auto text = [&](const Message& message) { return say_in(language, message); };
    CLI::App& list = *app.add_subcommand("list", text(msg::cli_officer_list_sum));
    list.add_option("--on", day_, text(msg::cli_opt_on))->type_name("DATE");
    list.add_option("--org", org_, text(msg::cli_opt_only_org))->type_name("ORG");
    app.add_subcommand("show", text(msg::cli_officer_show_sum))->add_option("ID", officer_, text(msg::cli_arg_officer));
    declare_roster(*app.add_subcommand("roster", text(msg::cli_officer_roster_sum)), language);
    add_subcommand(app, language, "add", msg::cli_officer_add_sum, make_officer_add(), changes_);
    add_subcommand(app, language, "assign", msg::cli_officer_assign_sum, make_officer_assign(), changes_);
    add_subcommand(app, language, "unassign", msg::cli_officer_unassign_sum, make_officer_unassign(), changes_);
  }

  int run(Call& call) override {
    if (app_->get_subcommands().empty()) {
      call.print(help_of(*app_, call.language()));
      return kWrongCall;
    }
    if (Command* change = chosen(changes_)) return change->run(call);
    if (const auto refused = refuse_call(call)) return *refused;
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    OfficerView view{{}, {}, OrgId{org_}};
    if (!choose(call, *store, view)) return kWrongCall;
    load_officers(call.files(), *store, findings);
    load_areas(call.files(), view.root, *store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    if (app_->got_subcommand("list")) return print(call, officer_list_text(*store, view, call.language()));
    if (!app_->got_subcommand("show")) return deliver(call, *store, view);
    return knows_officer(call, *store, officer_) ? print(call, officer_text(*store, OfficerId{officer_}, call.language())) : kWrongCall;
  }

 private:
  void declare_roster(CLI::App& app, Language language) {
    const auto text = [&](const Message& message) { return say_in(language, message); };
    app.add_option("A", area_, text(msg::cli_arg_roster_area));
    app.add_option("--date", day_, text(msg::cli_opt_on))->type_name("DATE");
    app.add_option("--org", org_, text(msg::cli_opt_only_org))->type_name("ORG");
    app.add_option("--format", format_, text(msg::cli_opt_roster_format))->type_name("F");
    app.add_option("-o,--output", output_, text(msg::cli_opt_output))->type_name("FILE");
    app.add_flag("--codeowners", codeowners_, text(msg::cli_opt_codeowners));
  }

  std::optional<int> refuse_call(Call& call) {
    if (app_->got_subcommand("show")) return refuse_missing(call, "ID", officer_, "officer show");
    if (!app_->got_subcommand("roster")) return std::nullopt;
    if (!codeowners_) {
      if (const auto refused = choose_format(call, format_, output_, {"md", "csv", "xlsx"})) return refused;
      if (format_ != "xlsx" || !(output_.empty() || output_ == "-")) return std::nullopt;
      call.complain(say(msg::cli_no_text_for_terminal, format_), say(msg::cli_roster_needs_file));
      return kWrongCall;
    }
    if (format_.empty()) return std::nullopt;
    call.complain(say(msg::cli_codeowners_format), say(msg::cli_codeowners_format_help));
    return kWrongCall;
  }

  // What the user asked for; false after an error message.
  bool choose(Call& call, const Store& store, OfficerView& view) const {
    if (!area_.empty()) {
      const auto root = call.find_area(area_);
      if (!root) return false;
      view.root = *root;
    }
    const auto day = call.day(store, day_);
    if (!day || !knows_organisation(call, store, org_)) return false;
    view.day = *day;
    return true;
  }

  static int print(Call& call, const std::string& text) {
    call.print(text);
    return kDone;
  }

  int deliver(Call& call, const Store& store, const OfficerView& view) const {
    const Language language = call.language();
    if (codeowners_) return call.deliver(code_owners(store, view, language), output_);
    if (format_ == "md") return call.deliver(roster_markdown(store, view, language), output_);
    if (format_ == "csv") return call.deliver(roster_csv(store, view, language), output_);
    const auto now = call.now();
    if (!now) return kWrongCall;
    const MadeFile made = roster_xlsx(store, view, *now, language);
    if (made.bytes) return call.deliver(*made.bytes, output_);
    call.complain(say(msg::cli_make_failed, format_, printable(made.reason)), say(msg::cli_make_failed_help));
    return kFailed;
  }

  CLI::App* app_ = nullptr;
  std::vector<Subcommand> changes_;
  std::string area_;
  std::string officer_;
  std::string day_;
  std::string org_;
  std::string format_;
  std::string output_;
  bool codeowners_ = false;
};

}  // namespace

std::unique_ptr<Command> make_officer() { return std::make_unique<OfficerCommand>(); }

}  // namespace nammo::cli
