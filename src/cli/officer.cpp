#include "cli/change.h"
#include "cli/choices.h"
#include "nammo/officer_views.h"

namespace nammo::cli {
namespace {

class OfficerCommand final : public Command {
 public:
  void declare(Options& options) override {
    Options list = options.command("list", list_, msg::cli_officer_list_sum);
    list.add("--on DATE", day_, msg::cli_opt_on);
    list.add("--org ORG", org_, msg::cli_opt_only_org);
    options.command("show", show_, msg::cli_officer_show_sum).add("ID", officer_, msg::cli_arg_officer);
    declare_roster(options.command("roster", roster_, msg::cli_officer_roster_sum));
    changes_.add(options, "add", msg::cli_officer_add_sum, make_officer_add());
    changes_.add(options, "assign", msg::cli_officer_assign_sum, make_officer_assign());
    changes_.add(options, "unassign", msg::cli_officer_unassign_sum, make_officer_unassign());
  }

  int run(Call& call) override {
    if (Command* change = changes_.chosen()) return change->run(call);
    if (const auto refused = refuse_call(call)) return *refused;
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    OfficerView view{{}, {}, OrgId{org_}};
    if (!choose(call, *store, view)) return kWrongCall;
    load_officers(call.files(), *store, findings);
    load_areas(call.files(), view.root, *store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    if (list_) return print(call, officer_list_text(*store, view, call.language()));
    if (!show_) return deliver(call, *store, view);
    return knows_officer(call, *store, officer_) ? print(call, officer_text(*store, OfficerId{officer_}, call.language())) : kWrongCall;
  }

 private:
  void declare_roster(Options options) {
    options.add("A", area_, msg::cli_arg_roster_area);
    options.add("--date DATE", day_, msg::cli_opt_on);
    options.add("--org ORG", org_, msg::cli_opt_only_org);
    options.add("--format F", format_, msg::cli_opt_roster_format);
    options.add("-o,--output FILE", output_, msg::cli_opt_output);
    options.add("--codeowners", codeowners_, msg::cli_opt_codeowners);
  }

  std::optional<int> refuse_call(Call& call) {
    if (show_) return refuse_missing(call, "ID", officer_, "officer show");
    if (!roster_) return std::nullopt;
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

  Subcommands changes_;
  bool list_ = false;
  bool show_ = false;
  bool roster_ = false;
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
