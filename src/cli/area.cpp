#include <CLI/App.hpp>

#include "cli/change.h"
#include "cli/listed.h"
#include "nammo/area_views.h"

namespace nammo::cli {
namespace {

class AreaCommand final : public Command {
 public:
  void declare(CLI::App& app, Language language) override {
    app_ = &app;
    declare_tree(*app.add_subcommand("tree", say_in(language, msg::cli_area_tree_sum)), language);
    declare_list(*app.add_subcommand("list", say_in(language, msg::cli_area_list_sum)), language);
    CLI::App& show = *app.add_subcommand("show", say_in(language, msg::cli_area_show_sum));
    declare_common(show, language);
    add_subcommand(app, language, "add", msg::cli_area_add_sum, make_area_add(), changes_);
    add_subcommand(app, language, "rename", msg::cli_area_rename_sum, make_area_rename(), changes_);
    add_subcommand(app, language, "close", msg::cli_area_close_sum, make_area_close(), changes_);
  }

  int run(Call& call) override {
    if (app_->get_subcommands().empty()) {
      call.print(help_of(*app_, call.language()));
      return kWrongCall;
    }
    if (Command* change = chosen(changes_)) return change->run(call);
    if (const auto refused = refuse_choice(call, "--format", format_, {"text", "csv", "json"})) return *refused;
    Diagnostics findings;
    auto store = call.open_store(findings);
    if (!store) return kNoStore;
    AreaView view;
    if (!choose(call, *store, view)) return kWrongCall;
    load_areas(call.files(), view.root, *store, findings);
    load_officers(call.files(), *store, findings);
    if (call.refuse_broken_settings(findings)) return kNoStore;
    call.print(shown(*store, view, call.language()));
    return kDone;
  }

 private:
  void declare_common(CLI::App& app, Language language) {
    app.add_option("A", area_, say_in(language, msg::cli_arg_area));
    app.add_option("--on", day_, say_in(language, msg::cli_opt_on))->type_name("DATE");
  }

  void declare_tree(CLI::App& app, Language language) {
    declare_common(app, language);
    app.add_flag("--all", all_, say_in(language, msg::cli_opt_all_areas));
  }

  void declare_list(CLI::App& app, Language language) {
    declare_tree(app, language);
    app.add_option("--level", level_, say_in(language, msg::cli_opt_level))->type_name("L");
    app.add_option("--format", format_, say_in(language, msg::cli_opt_area_format))->type_name("F");
  }

  // What the user asked for; false after an error message.
  bool choose(Call& call, const Store& store, AreaView& view) const {
    const bool needs_one = app_->got_subcommand("show");
    if (!area_.empty() || needs_one) {
      const auto root = call.find_area(area_);
      if (!root) return false;
      view.root = *root;
    }
    const auto day = call.day(store, day_);
    if (!day) return false;
    view.day = *day;
    view.invalid_too = all_;
    view.level = LevelId{level_};
    if (level_.empty() || store.settings.level(view.level) != nullptr) return true;
    call.complain(say(msg::cli_bad_level, printable(level_)), say(msg::cli_known_are, listed(store.settings.levels, [](const Level& level) { return level.id.str(); })));
    return false;
  }

  [[nodiscard]] std::string shown(const Store& store, const AreaView& view, Language language) const {
    if (app_->got_subcommand("show")) return area_text(store, view.root, view.day, language);
    if (app_->got_subcommand("tree")) return area_tree_text(store, view, language);
    if (format_ == "csv") return area_list_csv(store, view);
    if (format_ == "json") return area_list_json(store, view);
    return area_list_text(store, view);
  }

  CLI::App* app_ = nullptr;
  std::vector<Subcommand> changes_;
  std::string area_;
  std::string day_;
  std::string level_;
  std::string format_ = "text";
  bool all_ = false;
};

}  // namespace

std::unique_ptr<Command> make_area() { return std::make_unique<AreaCommand>(); }

}  // namespace nammo::cli
