#include "cli/change.h"
#include "cli/listed.h"
#include "nammo/area_views.h"

namespace nammo::cli {
namespace {

class AreaCommand final : public Command {
 public:
  void declare(Options& options) override {
    declare_tree(options.command("tree", tree_, msg::cli_area_tree_sum));
    declare_list(options.command("list", msg::cli_area_list_sum));
    declare_common(options.command("show", show_, msg::cli_area_show_sum));
    changes_.add(options, "add", msg::cli_area_add_sum, make_area_add());
    changes_.add(options, "rename", msg::cli_area_rename_sum, make_area_rename());
    changes_.add(options, "close", msg::cli_area_close_sum, make_area_close());
  }

  int run(Call& call) override {
    if (Command* change = changes_.chosen()) return change->run(call);
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
  void declare_common(Options options) {
    options.add("A", area_, msg::cli_arg_area);
    options.add("--on DATE", day_, msg::cli_opt_on);
  }

  void declare_tree(Options options) {
    declare_common(options);
    options.add("--all", all_, msg::cli_opt_all_areas);
  }

  void declare_list(Options options) {
    declare_tree(options);
    options.add("--level L", level_, msg::cli_opt_level);
    options.add("--format F", format_, msg::cli_opt_area_format);
  }

  // What the user asked for; false after an error message.
  bool choose(Call& call, const Store& store, AreaView& view) const {
    if (!area_.empty() || show_) {
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
    if (show_) return area_text(store, view.root, view.day, language);
    if (tree_) return area_tree_text(store, view, language);
    if (format_ == "csv") return area_list_csv(store, view);
    if (format_ == "json") return area_list_json(store, view);
    return area_list_text(store, view);
  }

  Subcommands changes_;
  bool tree_ = false;
  bool show_ = false;
  std::string area_;
  std::string day_;
  std::string level_;
  std::string format_ = "text";
  bool all_ = false;
};

}  // namespace

std::unique_ptr<Command> make_area() { return std::make_unique<AreaCommand>(); }

}  // namespace nammo::cli
