#include "cli/area_closing.h"

namespace nammo::cli {
namespace {

class AreaClose final : public ChangeCommand {
 public:
  void declare(Options& options) override {
    options.add("A", area_, msg::cli_arg_one_area);
    options.add("--until DATE", until_, msg::cli_opt_close_until);
    options.add("--with-children", with_children_, msg::cli_opt_with_children);
  }

 private:
  std::optional<int> refuse_call(Call& call) override {
    if (const auto refused = refuse_missing(call, "A", area_, "area close")) return refused;
    return refuse_missing(call, "--until", until_, "area close");
  }

  int change(Change& change) override {
    const auto last = change.call.day(change.store, until_);
    if (!last) return kWrongCall;
    int status = kDone;
    const Area* found = change.load_area(area_, status);
    if (found == nullptr) return status;
    const Area& area = *found;
    if (area.until && *area.until < *last) {
      return change.refuse(say(msg::cli_closed_before, named(area), format_date(*area.until)), say(msg::cli_closed_before_help, area.file));
    }
    const auto open = open_after(change.store, area.id, *last);
    const auto below = areas_below(area, open);
    if (!below.empty() && !with_children_) {
      return change.refuse(say(msg::cli_children_open, named(area), format_date(*last), named(below)), say(msg::cli_children_open_help));
    }
    if (open.empty()) return change.finish(say(msg::cli_closed_already, named(area), format_date(*last)));
    for (const Area* one : open) {
      if (!close_area(change, *one, *last, Later::refuse)) return kWrongCall;
    }
    if (const auto refused = refuse_reports_after(change, open, *last)) return *refused;
    return change.finish(below.empty() ? say(msg::cli_area_closed, named(area), format_date(*last))
                                    : say(msg::cli_areas_closed, named(area), below.size(), format_date(*last)));
  }

  std::string area_;
  std::string until_;
  bool with_children_ = false;
};

}  // namespace

std::unique_ptr<Command> make_area_close() { return std::make_unique<AreaClose>(); }

}  // namespace nammo::cli
